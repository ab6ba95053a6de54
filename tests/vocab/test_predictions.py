"""Words that foretell: the tables load, and faulty rows are refused with file and line."""

import pytest

from dragoman.model.errors import VocabError
from dragoman.model.records import CERTAINTIES
from dragoman.vocab.predictions import CUE_COLUMNS, load_prediction_cues, load_prediction_verbs


def test_every_cue_has_a_certainty_and_names_its_line():
    cues = [cue for index in load_prediction_cues().values() for cue in index.entries]
    assert len(cues) > 200
    assert {cue.certainty for cue in cues} <= {*CERTAINTIES, "none"}
    assert all(cue.where.startswith("prediction_cues.tsv:") for cue in cues)


def test_every_kind_of_verb_has_words():
    assert all(load_prediction_verbs().values())


@pytest.mark.parametrize(
    "row",
    [
        ("will", "modal", "clause", "will", "", ""),
        ("will", "aux", "nowhere", "will", "", ""),
        ("will", "aux", "clause", "surely", "", ""),
        ("will", "aux", "clause", "will", "never", ""),
    ],
)
def test_a_faulty_row_is_refused(tmp_path, row):
    path = tmp_path / "cues.tsv"
    path.write_text("\n".join(("\t".join(CUE_COLUMNS), "\t".join(row))), encoding="utf-8")
    with pytest.raises(VocabError, match="cues.tsv:2"):
        load_prediction_cues(path)
