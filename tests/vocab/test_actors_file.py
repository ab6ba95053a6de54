from pathlib import Path

import pytest

from dragoman.model.errors import VocabError
from dragoman.vocab.actors_file import load_actors_file
from dragoman.vocab.groups import load_groups
from dragoman.vocab.organisations import load_organisations
from dragoman.vocab.states import load_states

HEADER = "code\tname\tnames\tkind\tfrom\tto\n"


def write(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "actors.tsv"
    path.write_text("# mine\n" + HEADER + "".join(row + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_user_adds_groups_organisations_and_names(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "GRP:RIVER-GUARD\tRiver Guard\tRiver Guards|RG militia\t\t2019\t",
        "IGO:DELTA\tDelta Commission\tDC Commission\tigo\t1998\t2004",
        "GRP:TALIBAN\tstudents' movement\t\t\t\t",
        "PAK\tLand of the Pure\t\t\t\t",
    )
    assert load_groups(path).by_name("River Guards")[0].code == "GRP:RIVER-GUARD"
    assert load_groups(path).by_name("students’ movement")[0].code == "GRP:TALIBAN"
    assert load_groups(path).by_name("Taleban")[0].code == "GRP:TALIBAN"
    assert load_organisations(path).by_name("the Delta Commission")[0].kind == "igo"
    assert load_states(path).by_name("Land of the Pure")[0].code == "PAK"
    assert load_groups().by_name("River Guards") == ()


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("PAKI\tLand\t\t\t\t", "line 3: code 'PAKI'"),
        ("GRP:river guard\tRiver Guard\t\t\t\t", "line 3: code 'GRP:river guard'"),
        ("GRP:A\t\t\t\t\t", 'line 3: column "name" is empty'),
        ("GRP:A\tA-team\t\t\tlast year\t", "line 3: not a date: 'last year'"),
        ("GRP:A\tA-team\t\t\t2004\t1998", "line 3: it ends"),
        ("GRP:A\tA-team", "line 3: 2 cells where the header has 6"),
    ],
)
def test_a_bad_row_names_file_and_line(tmp_path: Path, row: str, message: str) -> None:
    path = write(tmp_path, row)
    with pytest.raises(VocabError, match=message) as caught:
        load_actors_file(path)
    assert "actors.tsv" in str(caught.value)


def test_an_unknown_state_or_kind_is_told(tmp_path: Path) -> None:
    with pytest.raises(VocabError, match="QQQ is no state's code"):
        load_states(write(tmp_path, "QQQ\tNowhere\t\t\t\t"))
    (tmp_path / "other").mkdir()
    with pytest.raises(VocabError, match="kind 'club' is none of"):
        load_organisations(write(tmp_path / "other", "IGO:X\tX Club\t\tclub\t\t"))
