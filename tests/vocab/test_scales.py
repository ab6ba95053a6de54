import pytest

from dragoman.model.errors import UsageError, VocabError
from dragoman.model.records import EVENT_TYPES
from dragoman.vocab.plover_map import load_score_rows
from dragoman.vocab.scales import load_scale


def write(tmp_path, text):
    path = tmp_path / "mine.tsv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def of_types(**other):
    rows = [f"{type}\t\t{other.get(type, 1)}" for type in EVENT_TYPES]
    return "type\tmode\tscore\n" + "\n".join(rows) + "\n"


def test_plover_scores_by_type_and_mode():
    scale = load_scale()
    assert scale.name == "plover"
    assert scale.score("CONSULT", "visit") == 4.0
    assert scale.score("CONSULT", "dinner") == scale.score("CONSULT") == 2.5
    assert scale.score("ACCUSE") == -3.0


def test_goldstein_takes_the_acts_own_code_and_else_the_one_that_stands_for_it():
    scale = load_scale("goldstein")
    assert scale.score("CONSULT", "visit", "043") == 2.8
    assert scale.score("CONSULT", "visit") == 1.9
    assert scale.score("COERCE", "cyber") == scale.score("COERCE") == -7.0


@pytest.mark.parametrize("name", ["plover", "goldstein"])
def test_every_type_and_mode_has_a_score(name):
    scale = load_scale(name)
    assert all(-10 <= scale.score(*key) <= 10 for key in load_score_rows())


def test_a_table_of_ones_own(tmp_path):
    scale = load_scale(write(tmp_path, of_types(AID=8) + "CONSULT\tvisit\t-2.5\n"))
    assert (scale.name, scale.score("AID"), scale.score("CONSULT", "visit"), scale.score("CONSULT", "phone")) == (
        "mine.tsv", 8.0, -2.5, 1.0
    )  # fmt: skip


def test_a_table_by_cameo_code(tmp_path):
    roots = "".join(f"{code:02}\t{code - 10}\n" for code in range(2, 21))
    scale = load_scale(write(tmp_path, "cameo\tscore\n" + roots + "042\t9\n"))
    assert scale.score("CONSULT", "visit") == 9.0
    assert scale.score("CONSULT", "phone") == -6.0
    assert scale.score("ASSAULT", "", "1823") == 8.0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (of_types(AID=11), "line 7: score 11 lies outside -10..10"),
        (of_types(AID="much"), "line 7: score 'much' is no number"),
        (of_types(AID="nan"), "line 7: score nan lies outside"),
        (of_types() + "HUG\t\t3\n", "line 18: type 'HUG' is none of"),
        (of_types() + "AID\tvisit\t3\n", "line 18: mode 'visit' is no mode of AID"),
        (of_types() + "AID\t\t3\n", "line 18: scored a second time"),
        (of_types().replace("PROTEST\t\t1\n", ""), "no score for PROTEST"),
        ("cameo\tscore\n04\t1\n", "no score for 030"),
        ("cameo\tscore\n4x\t1\n", "line 2: '4x' is no CAMEO code"),
        ("a\tscore\nb\t1\n", "no rows with columns type, mode, score"),
    ],
)  # fmt: skip
def test_a_faulty_table_names_file_line_and_remedy(tmp_path, text, words):
    with pytest.raises(VocabError) as caught:
        load_scale(write(tmp_path, text))
    assert words in str(caught.value)
    assert "mine.tsv" in str(caught.value)


def test_neither_a_scale_nor_a_file(tmp_path):
    with pytest.raises(UsageError, match="plover, goldstein"):
        load_scale(str(tmp_path / "none.tsv"))


def test_an_unknown_type_is_refused():
    with pytest.raises(UsageError, match="Unknown type"):
        load_scale().score("HUG")
