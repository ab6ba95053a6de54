"""Weighs whether two units are one person: spelling, state, office, time, company.

In: two units whose names are alike. Out: a `Link` with its weight and the reasons. The weights are whole numbers, so
that a person can add them up.
"""

from dataclasses import dataclass

from dragoman.resolve.actors.orders import turning_codes
from dragoman.resolve.actors.spelling import Likeness, compare_names
from dragoman.resolve.actors.units import Unit

ENOUGH = 3
"""Weight from which two units are one person. 2, 3, 4, 5 gave 138, 138, 132, 128 right of the 142 labelled
mentions of the tuning half of `actor_mentions.tsv`, none joined wrongly; 3, because what is in doubt stays apart."""
DOUBTFUL = 1
"""Weight from which a pair that is kept apart is named as unsure."""
NEAR_YEARS, FAR_YEARS = 2, 12
CROWDED = 12
"""Different full names with one family name from which the name counts as common."""
RARE = 3
"""Up to so many it counts as rare."""
_SPELLING: dict[Likeness, int] = {
    "same": 2, "spelled": 2, "longer": 1, "slip": 0, "tail": -1, "turned": 0, "initial": -1,
}  # fmt: skip
_COMMON_OFFICES = frozenset(("OFFICIAL", "SPOKES", "OFFICER", "PARTY", "LEG", "MIN"))


@dataclass(frozen=True, slots=True)
class Link:
    """Two units by their places in a list, a < b, with the weight of what joins them."""

    a: int
    b: int
    weight: int
    likeness: Likeness
    reasons: tuple[str, ...]


def weigh_pair(a: Unit, b: Unit, family_names: int) -> tuple[int, Likeness, tuple[str, ...]] | None:
    """Weight, likeness and reasons for a pair; None if the names do not agree.

    Args:
        a: a unit; `b`: another.
        family_names: how many different names share their family name: the more, the less a name proves.
    """
    if not (a.name.is_full and b.name.is_full):
        return None
    likeness = compare_names(a.name, b.name)
    if likeness is None or (likeness == "turned" and not _may_turn(a, b)):
        return None
    parts = [(_SPELLING[likeness], f"names: {likeness}"), *_from_state(a, b), *_from_time(a, b), *_from_company(a, b)]
    if a.offices & b.offices:
        weight = 1 if a.offices & b.offices - _COMMON_OFFICES else 0
        parts.append((weight, f"same office: {', '.join(sorted(a.offices & b.offices))}"))
    if min(len(a.name.words), len(b.name.words)) > 2:
        parts.append((1, "three words agree"))
    if family_names >= CROWDED and min(len(a.name.words), len(b.name.words)) < 3:
        parts.append((-1, "a common family name"))
    if family_names <= RARE and likeness in ("same", "spelled"):
        parts.append((1, "a rare family name"))
    return sum(weight for weight, _ in parts), likeness, tuple(reason for weight, reason in parts if weight)


def _from_state(a: Unit, b: Unit) -> list[tuple[int, str]]:
    if a.code and b.code:
        if a.code == b.code:
            return [(3, f"same side: {a.code}")]
        seen = a.code in b.sides or b.code in a.sides
        weight = -1 if ":" in a.code + b.code else -2 if seen else -3
        return [(weight, f"other side: {a.code}, {b.code}")]
    shared = (a.sides | {a.code}) & (b.sides | {b.code}) - {""}
    return [(1, f"in the same company of states: {', '.join(sorted(shared)[:3])}")] if shared else []


def _from_time(a: Unit, b: Unit) -> list[tuple[int, str]]:
    if not a.years[0] or not b.years[0]:
        return []
    gap = max(a.years[0], b.years[0]) - min(a.years[1], b.years[1])
    if gap <= NEAR_YEARS:
        return [(1, "named within two years")]
    return [(-1, f"{gap} years apart")] if gap > FAR_YEARS else []


def _from_company(a: Unit, b: Unit) -> list[tuple[int, str]]:
    shared = sorted(a.company & b.company)
    if not shared:
        return []
    return [(2, f"named with the same persons: {', '.join(shared[:3])}")]


def _may_turn(a: Unit, b: Unit) -> bool:
    return bool(({a.code, b.code} | (a.sides & b.sides)) & turning_codes())
