"""Weighs whether two units are one person: spelling, state, office, time, company.

In: two units whose names are alike. Out: the weight of what joins them, and the reasons in words, which are told of few
pairs. The weights are whole numbers, so that a person can add them up.
"""

from collections.abc import Iterator
from typing import Literal

from dragoman.resolve.actors.orders import turning_codes
from dragoman.resolve.actors.spelling import Likeness, PersonName
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
_COMPANY = 2
_COMMON_OFFICES = frozenset(("OFFICIAL", "SPOKES", "OFFICER", "PARTY", "LEG", "MIN"))


Ground = Literal[
    "names", "same side", "other side", "states", "near", "far", "company", "office", "words", "common", "rare",
]  # fmt: skip
"""What speaks for one person, or against it."""
Weighed = tuple[int, Ground]


def weigh_pair(a: Unit, b: Unit, likeness: Likeness, family_names: int) -> int:
    """The weight of what joins two units of full names that are so alike.

    Args:
        a: a unit; `b`: another.
        likeness: of their names.
        family_names: how many different names share their family name: the more, the less a name proves.
    """
    return weigh_names(a.name, b.name, likeness, family_names) + weigh_circumstances(a, b)


def weigh_names(a: PersonName, b: PersonName, likeness: Likeness, family_names: int) -> int:
    """The part of the weight that hangs on the names alone: thousands of units share a few."""
    return sum([weight for weight, _ in _grounds_of_names(a, b, likeness, family_names)])


def weigh_circumstances(a: Unit, b: Unit) -> int:
    """The part of the weight that hangs on states, time, company and offices; millions of pairs are asked for it."""
    weight = _by_state(a, b)[0]
    if a.years[0] and b.years[0]:
        weight += _by_years(_years_between(a, b))[0]
    if not a.company.isdisjoint(b.company):
        weight += _COMPANY
    if a.offices and not a.offices.isdisjoint(b.offices):
        weight += _by_office(a, b)
    return weight


def tell_reasons(a: Unit, b: Unit, likeness: Likeness, family_names: int) -> tuple[str, ...]:
    """The reasons behind the weight, in words; what weighs nothing is left out."""
    found = [
        (_SPELLING[likeness], "names"), *find_circumstances(a, b),
        *list(_grounds_of_names(a.name, b.name, likeness, family_names))[1:],
    ]  # fmt: skip
    return tuple(_tell(ground, a, b, likeness) for weight, ground in found if weight)


def may_turn(a: Unit, b: Unit) -> bool:
    """Whether the words of the names may stand in the other order, by the states that are named with them."""
    return bool(({a.code, b.code} | (a.sides & b.sides)) & turning_codes())


def _grounds_of_names(a: PersonName, b: PersonName, likeness: Likeness, family_names: int) -> Iterator[Weighed]:
    yield _SPELLING[likeness], "names"
    words = min(len(a.words), len(b.words))
    if words > 2:
        yield 1, "words"
    if family_names >= CROWDED and words < 3:
        yield -1, "common"
    if family_names <= RARE and likeness in ("same", "spelled"):
        yield 1, "rare"


def find_circumstances(a: Unit, b: Unit) -> Iterator[Weighed]:
    """What `weigh_circumstances` adds up, with what each weight stands for; some weigh nothing."""
    yield _by_state(a, b)
    if a.years[0] and b.years[0]:
        yield _by_years(_years_between(a, b))
    if not a.company.isdisjoint(b.company):
        yield _COMPANY, "company"
    if not a.offices.isdisjoint(b.offices):
        yield _by_office(a, b), "office"


def _by_state(a: Unit, b: Unit) -> Weighed:
    if not (a.code and b.code):
        return int(_share_states(a, b)), "states"
    if a.code == b.code:
        return 3, "same side"
    seen = a.code in b.sides or b.code in a.sides
    return -1 if ":" in a.code + b.code else -2 if seen else -3, "other side"


def _by_years(gap: int) -> Weighed:
    return (1, "near") if gap <= NEAR_YEARS else (-1, "far") if gap > FAR_YEARS else (0, "near")


def _by_office(a: Unit, b: Unit) -> int:
    return int(bool(a.offices & b.offices - _COMMON_OFFICES))


def _share_states(a: Unit, b: Unit) -> bool:
    """Whether a state stands in the records of both; the own one of one of them counts, if the other has none."""
    return a.code in b.sides or b.code in a.sides or not a.sides.isdisjoint(b.sides)


def _shared_states(a: Unit, b: Unit) -> frozenset[str]:
    return (a.sides | {a.code}) & (b.sides | {b.code}) - {""}


def _years_between(a: Unit, b: Unit) -> int:
    return max(a.years[0], b.years[0]) - min(a.years[1], b.years[1])


def _tell(ground: Ground, a: Unit, b: Unit, likeness: Likeness) -> str:
    match ground:
        case "names":
            return f"names: {likeness}"
        case "same side":
            return f"same side: {a.code}"
        case "other side":
            return f"other side: {a.code}, {b.code}"
        case "states":
            return f"in the same company of states: {', '.join(sorted(_shared_states(a, b))[:3])}"
        case "near":
            return "named within two years"
        case "far":
            return f"{_years_between(a, b)} years apart"
        case "company":
            return f"named with the same persons: {', '.join(sorted(a.company & b.company)[:3])}"
        case "office":
            return f"same office: {', '.join(sorted(a.offices & b.offices))}"
        case "words":
            return "three words agree"
        case "common":
            return "a common family name"
        case "rare":
            return "a rare family name"
