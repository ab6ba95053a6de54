"""Names and codes of a side, as data sets have them, to the record's code and sector.

In: country names or codes, names of organisations, sector words, a day. Out: `Side`, with an empty code where the side
is no state and no organisation that the record knows. Persons are looked up in the tables of office holders.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from dragoman.vocab.data_sets import find_data_set_code, find_sector
from dragoman.vocab.groups import load_groups
from dragoman.vocab.holders import load_holders
from dragoman.vocab.organisations import load_organisations
from dragoman.vocab.states import load_states

_CODE = re.compile(r"[A-Z]{3}\Z")
_ENTITY = re.compile(r"(.*\S)\s*\(([^()]*)\)\Z")
_SECTOR_OF_OFFICE = {"MIL": "MIL", "LEG": "LEG", "SPY": "SPY", "IGO": "IGO", "DM": "GOV"}
_NOTHING = frozenset({"", "NULL", "NONE", "NA", "---"})


class Side(NamedTuple):
    """One side: the record's code, "" if unknown, and the sector that acts, "" for the side itself."""

    code: str
    sector: str


NOBODY = Side("", "")


@lru_cache(maxsize=1 << 16)
def find_state(text: str, month: str) -> str:
    """The code of a state by its code (ISO, CAMEO, or a COW number) or English name in an ISO month; "" if unknown."""
    name = text.strip()
    on = f"{month}-15"
    if name.upper() in _NOTHING:
        return ""
    if name.isdecimal():
        return find_data_set_code("cow", str(int(name)), on) if len(name) < 5 else ""
    if _CODE.match(name):
        return find_data_set_code("cameo", name, on) or (name if load_states().get(name) else "")
    known = find_data_set_code("name", name, on)
    codes = {hit.row.state.code for hit in load_states().hits(name, on) if hit.row.kind == "name"}
    return known or (codes.pop() if len(codes) == 1 else "")


@lru_cache(maxsize=1 << 16)
def find_organisation(text: str, month: str) -> str:
    """The code of an organisation by its name; "" if the record does not know it."""
    codes = {row.acts_as for row in load_organisations().by_name(text.strip(), f"{month}-15")} if text else set()
    return codes.pop() if len(codes) == 1 else ""


@lru_cache(maxsize=1 << 16)
def side_of_country(country: str, name: str, sectors: str, month: str) -> Side:
    """A side with a country beside its name, as ICEWS and POLECAT have it; an organisation has a name only."""
    state = find_state(country, month)
    if state:
        return Side(state, find_sector(sectors))
    organisation = find_organisation(name, month)
    if organisation:
        return Side(organisation, "IGO")
    whole = "" if country.strip().upper() not in _NOTHING else find_state(name, month)
    return Side(whole, find_sector(sectors)) if whole else NOBODY


@lru_cache(maxsize=1 << 16)
def side_of_codes(country: str, groups: str, roles: str, month: str) -> Side:
    """A side coded by CAMEO: a country, else an organisation among the three-letter codes of `groups`."""
    state = find_state(country, month)
    if state:
        return Side(state, find_sector(roles))
    parts = (groups[at : at + 3] for at in range(0, len(groups), 3))
    found = next(filter(None, (find_data_set_code("group", part) for part in parts)), "")
    return Side(found, "IGO") if found else NOBODY


@lru_cache(maxsize=1 << 16)
def side_of_word(text: str, sectors: str, month: str) -> Side:
    """A side named in one cell: a code of the record, another code, or a name."""
    name = text.strip()
    if name.startswith("IGO:"):
        found = load_organisations().get(name)
        return Side(found.acts_as, find_sector(sectors) or "IGO") if found else NOBODY
    if name.startswith("GRP:"):
        return Side(name, find_sector(sectors)) if load_groups().get(name) else NOBODY
    state = find_state(name, month)
    if state:
        return Side(state, find_sector(sectors))
    organisation = find_organisation(name, month)
    return Side(organisation, find_sector(sectors) or "IGO") if organisation else NOBODY


@lru_cache(maxsize=1 << 17)
def side_of_entity(entity: str, day: str) -> Side:
    """A node of a knowledge graph of ICEWS: "Police (Australia)", "Japan", "United Nations", "Tony Blair".

    A name in parentheses is the country or organisation of the agent before it; a name alone is a state, an
    organisation or a person, who counts for the side whose office he holds on that day, if that is one side only.
    """
    month = day[:7]
    agent = _ENTITY.match(entity)
    if agent:
        side = side_of_word(agent.group(2), "", month)
        return Side(side.code, find_sector(agent.group(1))) if side.code else side_of_word(entity, "", month)
    side = side_of_word(entity, "", month)
    return side if side.code or " " not in entity else side_of_person(entity, day)


def side_of_person(name: str, day: str) -> Side:
    """The state or organisation of a person who holds one office, or offices of one side, on a day."""
    terms = load_holders().in_office(name, day)
    codes = {term.code for term in terms if not term.code.startswith("GRP:")}
    if len(codes) != 1:
        return NOBODY
    return Side(codes.pop(), _SECTOR_OF_OFFICE.get(terms[0].office, "GOV"))
