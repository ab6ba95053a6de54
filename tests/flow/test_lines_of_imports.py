"""Lines of all pairs of a dossier that holds imported events alone."""

import pytest

from dragoman.flow.importing import import_into
from dragoman.flow.relating import RelationAsk, lines_of, relation_of, ties_of
from dragoman.model.errors import UsageError
from dragoman.record.dossier import Dossier

HEAD = "date,actor,recipient,type,mode\n"
EVENTS = "".join(f"2012-{month:02d}-05,RUS,PAK,CONSULT,visit\n2013-{month:02d}-05,USA,PAK,ACCUSE,\n" for month in range(1, 10))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "events.csv").write_text(HEAD + EVENTS, encoding="utf-8")
    import_into(tmp_path / "dossier", [str(tmp_path / "events.csv")])
    return tmp_path / "dossier"


def test_lines_ties_and_relation_tell_the_same(folder):
    with Dossier(folder) as opened:
        lines = lines_of(opened, RelationAsk())
        ties = {(tie.a, tie.b): tie.level for tie in ties_of(opened, "2013-09-30", RelationAsk())}
        alone = relation_of(opened, ("PAK", "RUS"), RelationAsk())
    assert list(lines.pairs) == [("PAK", "RUS"), ("PAK", "USA")] and lines.grid.count == 21
    for pair, column in lines.pairs.items():
        assert lines.levels.level[-1, column] == pytest.approx(ties[pair])
    drawn = [point.level for point in alone.points]
    assert drawn == pytest.approx(list(lines.levels.level[: len(drawn), 0]))


def test_what_comes_after_the_asked_day_is_not_known(folder):
    with Dossier(folder) as opened:
        lines = lines_of(opened, RelationAsk(until="2012-12-31"))
    assert list(lines.pairs) == [("PAK", "RUS")] and lines.grid.count == 12


def test_nothing_told_is_said_in_a_sentence(tmp_path):
    (tmp_path / "events.csv").write_text(HEAD, encoding="utf-8")
    import_into(tmp_path / "dossier", [str(tmp_path / "events.csv")])
    with Dossier(tmp_path / "dossier") as opened, pytest.raises(UsageError, match="no pair"):
        lines_of(opened, RelationAsk())
