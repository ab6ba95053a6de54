"""Sides that cannot both be true: one deed laid at the door of two different actors, or done to two different ones.

In: the tellings of a thread. Out: contradictions. A member may stand for its alliance; a list that is longer by one is
no clash; only sides that the words themselves name count.
"""

from collections.abc import Iterator

from dragoman.model.records import Event
from dragoman.model.resolution import Contradiction
from dragoman.resolve.contradictions.occasions import same_act
from dragoman.resolve.contradictions.pairing import group_by_value, pair_values
from dragoman.resolve.contradictions.tellings import Telling, build, kin, likeness, stems_of, told_within
from dragoman.text.edtf import overlaps
from dragoman.vocab.groups import load_groups
from dragoman.vocab.memberships import load_memberships
from dragoman.vocab.organisations import load_organisations
from dragoman.vocab.states import load_states

DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "RETREAT", "AID"})
AT_A_STROKE = frozenset({"COERCE", "SANCTION", "RETREAT", "AID"})
"""Deeds that two sides seldom do to each other on one day in the same words; shots are answered by shots."""
LEAST_PARTIES, SHARED_OF_TWO = 3, 4
"""Two states that sign on one day may both sign with a third, each on its own; a list of three is of one table. Two
lists of two need so many telling words in common, besides the names of the sides.
"""
LIKE_TABLE = 0.5
"""Least share of telling words of two lists. Not swept: on 3,930 articles no two lists differ so at all."""
_SAME_TIME = 2


def find_side_clashes(thread: str, tellings: list[Telling]) -> Iterator[Contradiction]:
    """Clashes of who did a deed."""
    deeds = [t for t in tellings if t.outcome == "happened" and t.event.type in DEEDS and _named(t.event)]
    for pair, values, reason in pair_values(group_by_value(deeds, lambda t: ", ".join(sorted(t.event.actors))), _clash):
        yield build("sides", thread, pair, values, reason)


def _named(event: Event) -> bool:
    """Whether the words of the act name who did it: nothing was filled in from elsewhere.

    A recipient may be the likeliest of those that bear the name in the words: "Congo" is one of two.
    """
    why = {reason.field: reason.why for reason in reversed(event.reasons)}
    doer = why.get("actors", "")
    filled = "sides" in why and " named as " not in why.get("recipients", "")
    return len(event.actors) == 1 and not filled and ".tsv" in doer and "pronoun" not in doer


def find_exchanged_sides(thread: str, tellings: list[Telling]) -> Iterator[Contradiction]:
    """Clashes of who did a deed to whom: what A is said to have done to B, B is said to have done to A."""
    deeds = [
        t for t in tellings
        if t.outcome == "happened" and t.event.type in AT_A_STROKE and _named(t.event) and t.event.recipients
    ]  # fmt: skip
    for pair, values, reason in pair_values(group_by_value(deeds, _direction), _exchange):
        yield build("sides", thread, pair, values, reason)


def find_party_clashes(thread: str, tellings: list[Telling]) -> Iterator[Contradiction]:
    """Clashes of who was at one table: lists of the same length, of which each has one party that the other lacks."""
    parties = [
        t for t in tellings
        if t.outcome == "happened" and len(t.event.actors) >= 2 and not t.event.recipients
        and (t.is_kind("kin-sign") or t.is_kind("kin-meet")) and _all_named(t.event)
    ]  # fmt: skip
    by_list = group_by_value(parties, lambda t: ", ".join(sorted(t.event.actors)))
    for pair, values, reason in pair_values(by_list, _table):
        yield build("sides", thread, pair, values, reason)


def _all_named(event: Event) -> bool:
    """Whether words of the act name all its parties."""
    why = next((reason.why for reason in reversed(event.reasons) if reason.field == "actors"), "")
    carried = any(reason.field == "sides" for reason in event.reasons)
    return not carried and why.count(".tsv") + why.count("office holders") >= len(event.actors)


def _table(a: Telling, b: Telling) -> str:
    one, other = set(a.event.actors), set(b.event.actors)
    if len(one) != len(other) or len(one - other) != 1 or a.event.type != b.event.type:
        return ""
    left, right = min(one - other), min(other - one)
    day = bool(a.on) and a.on == b.on and a.days[0] == a.days[1]
    if not day or _akin(left, right) or not kin(a, b) or likeness(a, b) < LIKE_TABLE:
        return ""
    shared = a.stems & b.stems - _stems_of(one & other)
    if len(one) < LEAST_PARTIES and (a.is_kind("kin-meet") or len(shared) < SHARED_OF_TWO):
        return ""
    if len(one) >= LEAST_PARTIES and not a.names & b.names:
        return ""
    return "the parties to one act, and each list has one that the other lacks"


def _stems_of(codes: set[str]) -> frozenset[str]:
    """Stems of the names of states, which every telling of them has."""
    rows = [row for code in codes if (row := load_states().get(code))]
    return frozenset(stem for row in rows for name in (*row.names, *row.adjectives) for stem in stems_of(name))


def _direction(telling: Telling) -> str:
    return f"{', '.join(sorted(telling.event.actors))} to {', '.join(sorted(telling.event.recipients))}"


def _exchange(a: Telling, b: Telling) -> str:
    crossed = set(a.event.actors) == set(b.event.recipients) and set(a.event.recipients) == set(b.event.actors)
    if not crossed or not a.on or a.on != b.on or not _one_deed(a, b):
        return ""
    return "one deed, and each side is said to have done it to the other"


def _clash(a: Telling, b: Telling) -> str:
    same = set(a.event.recipients) == set(b.event.recipients) or same_act(a, b, "sides")
    if a.event.type != b.event.type or not same:
        return ""
    one, other = a.event.actors[0], b.event.actors[0]
    if _akin(one, other) or not _one_deed(a, b):
        return ""
    return "one deed, two different doers"


def _akin(one: str, other: str) -> bool:
    """Whether one may stand for the other: member and alliance, a state and its successor, a group of that state."""
    if ":" in one and ":" in other:
        return one.split(":")[0] == other.split(":")[0] and not _of_two_homes(one, other)
    if one.startswith("IGO:") or other.startswith("IGO:"):
        body, state = (one, other) if one.startswith("IGO:") else (other, one)
        row = load_organisations().get(body)
        whole = {body, row.acts_as} if row else {body}
        return not row or state in row.members or not row.members or any(
            load_memberships().stays(code, state) for code in whole
        )
    if ":" in one or ":" in other:
        return False
    heirs = [load_states().get(code) for code in (one, other)]
    return any(row is not None and code in row.successor for row, code in zip(heirs, (other, one), strict=True))


def _of_two_homes(one: str, other: str) -> bool:
    """Whether two groups come from different states: of one state one may be a wing of the other."""
    homes = [row.home if (row := load_groups().get(code)) else () for code in (one, other)]
    return all(homes) and set(homes[0]) != set(homes[1])


def _one_deed(a: Telling, b: Telling) -> bool:
    """The same narrow day, no second place, and most words in common."""
    if a.event.place and b.event.place and a.event.place != b.event.place:
        return False
    if a.on and b.on:
        if not overlaps(a.on, b.on):
            return False
    elif not told_within(a, b, _SAME_TIME):
        return False
    enough = 0.4 if a.names & b.names else 0.6
    return kin(a, b) and likeness(a, b) >= enough and len(a.stems & b.stems) >= 3
