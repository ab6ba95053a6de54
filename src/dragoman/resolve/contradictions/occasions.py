"""Whether two tellings in other words, months apart, are of one act: by day, kind of act, sides, persons and names.

In: two tellings. Out: yes or no. A feature written a year later shares few words with the news of the day, so words
alone do not tell; an act of one kind on one day between the same sides, with a person or a place in common, does.
"""

import re

from dragoman.model.resolution import Clash
from dragoman.resolve.contradictions.loci import same_city
from dragoman.resolve.contradictions.tellings import Telling, kin, likeness, share_person, told_within
from dragoman.vocab.clash_words import clash_group, clash_groups
from dragoman.vocab.holders import load_holders
from dragoman.vocab.memberships import load_memberships
from dragoman.vocab.organisations import load_organisations
from dragoman.vocab.states import load_states

_SIGNS = 3
"""Of six: doers, recipients (or two parties), a person, a name, a city, the words. One is what the clash is about."""
_LIKE = 0.3
_SHARED = 3
_LIKE_LOT, _LIKE_PLAN = 0.3, 0.5
_SMALL = 10
_NUMBER = re.compile(r"\b\d+\b")
_WORD = re.compile(r"[a-z]+")


def kinds_of(telling: Telling) -> list[str]:
    """The groups of triggers ("kin-sign") to which the telling's trigger belongs, else its type."""
    found = [name for name in clash_groups("kin-") if telling.is_kind(name)]
    return found or [telling.event.type]


def same_act(a: Telling, b: Telling, clash: Clash) -> bool:
    """Whether enough speaks for one act on one exact day.

    Args:
        a: one telling.
        b: the other.
        clash: what the two clash in, which cannot speak for one act.
    """
    if not a.on or a.on != b.on or a.days[0] != a.days[1] or not (kin(a, b) or _one_kind(a, b)):
        return False
    alike = likeness(a, b) >= _LIKE and len(a.stems & b.stems) >= _SHARED
    both = len(set(a.event.actors) & set(b.event.actors)) > 1
    signs = {
        "doer": akin(a.event.actors, b.event.actors),
        "victim": both or akin(a.event.recipients, b.event.recipients),
        "person": share_person(a.event, b.event) or bool(_led(a) & _led(b)),
        "name": bool(a.names & b.names - _words_of_sides(a)),
        "place": clash != "place" and same_city(a.event, b.event),
        "words": alike,
    }
    tied = signs["person"] or signs["name"] or signs["place"] or clash in ("people", "count") and alike
    if not tied and signs["doer"] and signs["victim"]:
        tied = alike and not a.is_kind("kin-strike") and not a.is_kind("kin-meet")
    return tied and sum(signs.values()) >= _SIGNS


def _one_kind(a: Telling, b: Telling) -> bool:
    """Whether both tell in different words of acts of one type by one side to another: "opened", "inaugurated"."""
    same = (set(a.event.actors), set(a.event.recipients)) == (set(b.event.actors), set(b.event.recipients))
    return same and a.event.type == b.event.type and bool(a.event.recipients) and not a.is_kind("recurring")


def _words_of_sides(telling: Telling) -> set[str]:
    """Words of the names of the sides, such as "United": every telling of them has these."""
    tables = (load_states(), load_organisations())
    codes = (*telling.event.actors, *telling.event.recipients)
    rows = [row for code in codes for table in tables if (row := table.get(code))]
    return {word for row in rows for name in row.names for word in name.split()}


def same_lot(a: Telling, b: Telling) -> bool:
    """Whether one trigger, the same sides, a person and a number that is no date's stand in both: "Roe and 19 others".

    So acts that are repeated are known again though their days differ.
    """
    one, other = a.event, b.event
    same = (one.type, set(one.actors), set(one.recipients)) == (other.type, set(other.actors), set(other.recipients))
    if not same or not one.recipients or a.trigger != b.trigger or not share_person(one, other):
        return False
    return bool(_numbers(a) & _numbers(b)) and likeness(a, b) >= _LIKE_LOT


def _numbers(telling: Telling) -> set[str]:
    """Numbers above ten in the quote, without those of dates."""
    quote = telling.event.quote.replace(telling.shown, " ") if telling.shown else telling.event.quote
    return {word for word in _NUMBER.findall(quote) if len(word) < 4 and int(word) > _SMALL}


def sure_plan(a: Telling, b: Telling) -> bool:
    """Whether both tell within a day of a plan of the same sides, with a name in common and half of the words."""
    one, other = a.event, b.event
    same = {*one.actors, *one.recipients} == {*other.actors, *other.recipients}
    planned = a.outcome == b.outcome == "planned" and told_within(a, b, 1)
    return same and planned and bool(a.names & b.names) and likeness(a, b) >= _LIKE_PLAN


def _led(telling: Telling) -> set[str]:
    """Groups whose leader takes part, by name or told only as "the head of" the group."""
    event = telling.event
    groups = {code for code in (*event.actors, *event.recipients) if code.startswith("GRP:")}
    if not groups or not clash_group("leader") & set(_WORD.findall(event.quote.lower())):
        return set()
    held = {row.code for person in event.people[:4] for row in load_holders().in_office(person, event.date)}
    return groups if not event.people else groups & held


def akin(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two sets of sides have one in common, or a state in one whose organisation stands in the other."""
    return any(a == b or _belongs(a, b) or _belongs(b, a) for a in one for b in other)


def _belongs(state: str, body: str) -> bool:
    """Whether a state is a member of an organisation under whose flag it may act or suffer."""
    row = load_organisations().get(body) if body.startswith("IGO:") else None
    if row is None or ":" in state:
        return False
    return state in row.members or any(load_memberships().stays(code, state) for code in {body, row.acts_as})
