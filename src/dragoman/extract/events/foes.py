"""Who of those that a text names is at war with whom, on the day of the text.

In: the codes that a text names, its day, and the world. Out: `Foes`: the foes of each, and who fights beside whom. Two
camps of a war of `wars.tsv` are foes where the text names somebody of each; nameless rebels ("Chadian rebels") and
their state always are.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from dragoman.vocab.rebels import find_rebels
from dragoman.vocab.wars import War, wars_on
from dragoman.vocab.world import World


@dataclass(frozen=True, slots=True)
class Foes:
    """Those at war in a text.

    Attributes:
        of: code to the codes of its foes that the text names.
        beside: code to those named who fight in the same camp.
    """

    of: Mapping[str, frozenset[str]] = field(default_factory=dict)
    beside: Mapping[str, frozenset[str]] = field(default_factory=dict)


def find_foes(world: World, named: Collection[str], day: str) -> Foes:
    """The wars that a text shows: those of its day of whose camps it names somebody each."""
    codes = frozenset(named)
    of: dict[str, set[str]] = {}
    beside: dict[str, set[str]] = {}
    for war in (*wars_on(world.wars, day), *_risings(world, codes)):
        one, other = war.camps[0] & codes, war.camps[1] & codes
        if not one or not other:
            continue
        for camp, against in ((one, other), (other, one)):
            for code in camp:
                of.setdefault(code, set()).update(against)
                beside.setdefault(code, set()).update(camp - {code})
    return Foes(_frozen(of), _frozen(beside))


def _frozen(table: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {code: frozenset(others) for code, others in table.items()}


def _risings(world: World, codes: frozenset[str]) -> list[War]:
    """States and their nameless opponents, as far as a text names these."""
    rebels = ((code, find_rebels(code, world.rebels.homes)) for code in sorted(codes))
    return [War((frozenset({home}), frozenset({code})), frozenset({home})) for code, home in rebels if home]
