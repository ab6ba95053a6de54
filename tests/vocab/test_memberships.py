"""The table of memberships: whole rows, known codes, and the dates that anybody can look up."""

import pytest

from dragoman.model.errors import VocabError
from dragoman.vocab import memberships
from dragoman.vocab.memberships import load_memberships
from dragoman.vocab.organisations import load_organisations
from dragoman.vocab.states import load_states
from dragoman.vocab.tables import Row


def test_every_code_is_known():
    table = load_memberships()
    assert len(table.rows) >= 600
    assert {row.organisation for row in table.rows if load_organisations().get(row.organisation) is None} == set()
    assert {row.member for row in table.rows if load_states().get(row.member) is None} == set()


@pytest.mark.parametrize(
    ("organisation", "member", "on", "belongs"),
    [
        ("IGO:NATO", "POL", "1998", False),
        ("IGO:NATO", "POL", "1999", True),
        ("IGO:NATO", "FIN", "2023-03", False),
        ("IGO:CENTO", "PAK", "1980", False),
        ("IGO:EU", "GBR", "2021", False),
        ("IGO:EU", "GBR", "2016", True),
        ("IGO:COMMONWEALTH", "PAK", "1980", False),
        ("IGO:COMMONWEALTH", "PAK", "1995", True),
        ("IGO:G8", "RUS", "2015", False),
    ],
)
def test_a_stay_holds_between_its_dates(organisation, member, on, belongs):
    assert any(stay.may_hold_on(on) for stay in load_memberships().stays(organisation, member)) is belongs


def test_a_whole_list_knows_who_was_never_a_member():
    table = load_memberships()
    assert table.knows("IGO:NATO", "IND") and not table.stays("IGO:NATO", "IND")
    assert not table.knows("IGO:OPEC", "IDN")


def test_a_faulty_row_names_its_line():
    cells = {"organisation": "IGO:X", "member": "PAK", "status": "member", "joined": "1979", "left": "1955", "source": "s"}
    with pytest.raises(VocabError, match="line 7: it ends"):
        memberships._membership(Row("memberships.tsv", 7, cells))
    with pytest.raises(VocabError, match="status 'guest'"):
        memberships._membership(Row("memberships.tsv", 7, {**cells, "status": "guest"}))
