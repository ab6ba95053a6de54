"""Persons who cannot both have been there: two names for the one holder of an office on one occasion.

In: the tellings of a thread. Out: contradictions. More people is no contradiction: a text may leave somebody out.
"""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.model.records import Event
from dragoman.model.resolution import Contradiction
from dragoman.resolve.contradictions.occasions import same_act
from dragoman.resolve.contradictions.pairing import pair_values
from dragoman.resolve.contradictions.tellings import Telling, build, kin, likeness, same_outcome, told_within
from dragoman.resolve.contradictions.titles import OFFICES, OWN, Held, read_roles
from dragoman.text.edtf import overlaps
from dragoman.text.names import fold_name, same_person
from dragoman.vocab.holders import Holder, load_holders

_SAME_TIME = 3
Role = tuple[str, str]


def find_people_clashes(thread: str, tellings: list[Telling]) -> Iterator[Contradiction]:
    """Clashes of the persons told in one office of one state."""
    by_role: dict[Role, dict[str, list[Telling]]] = {}
    for telling in tellings:
        if telling.outcome in ("happened", "planned"):
            for role, name in _persons(telling.event).items():
                by_role.setdefault(role, {}).setdefault(name, []).append(telling)
    for role in sorted(by_role):
        def judge(a: Telling, b: Telling, role: Role = role) -> str:
            return _clash(a, b, role)

        for pair, values, reason in pair_values(by_role[role], judge):
            yield build("people", thread, pair, values, reason)


def _persons(event: Event) -> dict[Role, str]:
    """Who takes part, under the state and office that the words or the table of holders give him.

    Left out are those whom the quote names beside the people who take part, unless their state has nobody among these;
    and a role with two names in one quote: nobody can say which of them came.
    """
    named: dict[Role, set[str]] = {}
    told = (_of_doer(held, event) for held in read_roles(event.quote))
    titled = [held for held in told if held.plain and held.state]
    present = [held for held in titled if any(same_person(held.name, person) for person in event.people)]
    known = {person: _roles_on(person, event.date) for person in event.people}
    for person in event.people:
        if not any(same_person(person, held.name) for held in present):
            for role in known[person]:
                named.setdefault(role, set()).add(person)
    for held in present:
        named.setdefault((held.state, held.office), set()).add(held.name)
    placed = all(known[person] or any(same_person(person, held.name) for held in present) for person in event.people)
    states = {role[0] for role in named}
    for held in titled if placed else ():
        if held.state not in states:
            named.setdefault((held.state, held.office), set()).add(held.name)
    sides = {*event.actors, *event.recipients}
    return {role: names.pop() for role, names in named.items() if len(names) == 1 and role[0] in sides}


def _of_doer(held: Held, event: Event) -> Held:
    """ "Its ambassador": that of the one who recalls him."""
    if held.state != OWN:
        return held
    return replace(held, state=event.actors[0] if len(event.actors) == 1 else "")


def _roles_on(person: str, on: str) -> list[Role]:
    """The one office that a full name has held at some time, if the table knows one only."""
    if " " not in person:
        return []
    roles = {(row.code, row.office) for row in load_holders().find_person(person, on or None) if row.office in OFFICES}
    return list(roles) if len(roles) == 1 else []


def _clash(a: Telling, b: Telling, role: Role) -> str:
    if not same_outcome(a, b) or not _one_time(a, b):
        return ""
    names = _persons(a.event)[role], _persons(b.event)[role]
    if same_person(*names) or _other_named(names, a.event, b.event) or not _one_occasion(a, b):
        return ""
    if _both_held(names, role, a.on or a.event.date):
        return ""
    return f"two names for the one {_OFFICE_NAMES.get(role[1], role[1])} of {role[0]} on one occasion"


_OFFICE_NAMES = {
    "HOS": "head of state", "HOG": "head of government", "FM": "foreign minister", "DM": "defence minister",
    "IGO": "head",
}  # fmt: skip


def _both_held(names: tuple[str, str], role: Role, on: str) -> bool:
    """Whether the table lets both hold the office then: some states have two heads.

    A year in which the office changed hands, where only years are known, says nothing.
    """
    return all(any((row.code, row.office) == role and _is_inside(row, on) for row in load_holders().in_office(name, on))
               for name in names)  # fmt: skip


def _is_inside(row: Holder, on: str) -> bool:
    return all(len(edge) != 4 or edge != on[:4] for edge in (row.start, row.end))


def _other_named(names: tuple[str, str], a: Event, b: Event) -> bool:
    """Whether either quote names both, or the two are one family name in two spellings."""
    last = [fold_name(name).split()[-1:] for name in names]
    return last[0] == last[1] or any(
        word in fold_name(quote).split() for word, quote in ((last[1][0], a.quote), (last[0][0], b.quote))
    )


def _one_time(a: Telling, b: Telling) -> bool:
    if a.on and b.on:
        widths = [(last - first).days for first, last in (a.days, b.days) if first and last]
        return len(widths) == 2 and max(widths) <= 31 and overlaps(a.on, b.on)
    return told_within(a, b, _SAME_TIME)


def _one_occasion(a: Telling, b: Telling) -> bool:
    """The words agree; the two names themselves never do, so a little less of them is enough."""
    if same_act(a, b, "people"):
        return True
    if a.is_kind("recurring") or b.is_kind("recurring") or not kin(a, b) or a.event.type != b.event.type:
        return False
    return likeness(a, b) >= 0.3 and len(a.stems & b.stems) >= 2
