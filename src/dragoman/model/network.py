"""The network of all pairs on a day: ties, camps, triangles, pressures, and what another tie would change.

Derived from levels of relations (`relation.py`), and computed when it is asked for.
"""

from dataclasses import dataclass

from dragoman.model.relation import Pair


@dataclass(frozen=True, slots=True)
class Tie:
    """How a pair gets on, on one day.

    Attributes:
        a: code, before `b` in the alphabet.
        sign: +1 or -1 where the interval leaves no doubt which side of zero the level is on, else 0.
        acts: number of threads and imported events behind it; `verdicts`: of assessments.
        supposed: True where somebody set the level to see what would follow.
        trend: points a month; `trend_low`, `trend_high`: its interval.
    """

    a: str
    b: str
    level: float
    low: float
    high: float
    sign: int
    acts: int = 0
    supposed: bool = False
    verdicts: int = 0
    trend: float = 0.0
    trend_low: float = 0.0
    trend_high: float = 0.0


@dataclass(frozen=True, slots=True)
class Triangle:
    """Three sides whose ties all have a sign, codes sorted.

    Attributes:
        signs: of the ties first-second, first-third, second-third.
        balanced: True where the product of the signs is +1.
    """

    sides: tuple[str, str, str]
    signs: tuple[int, int, int]
    balanced: bool


@dataclass(frozen=True, slots=True)
class Camps:
    """The division in two, of sides that hang together by ties, that leaves the fewest ties against it.

    Others may leave as few: one of them is given. Where the second camp is empty, no tie divides them.

    Attributes:
        first: codes of the larger camp, sorted; `second`: of the other.
        frustration: number of ties that go against the division.
        bound: no division has fewer; equal to `frustration` where that is proved.
        frustrated: the ties that go against it.
        wavering: sides that alone could stand in the other camp, and no more ties would go against the division.
    """

    first: tuple[str, ...]
    second: tuple[str, ...]
    frustration: int
    bound: int
    frustrated: tuple[Pair, ...] = ()
    wavering: tuple[str, ...] = ()

    @property
    def proved(self) -> bool:
        """Whether no better division is left to find."""
        return self.bound >= self.frustration


@dataclass(frozen=True, slots=True)
class Pressure:
    """Which way the triangles through a pair press on it.

    Attributes:
        pair: sorted codes; `sign`: of the tie, 0 if unclear or unknown.
        warmer: third sides whose ties ask for a warm tie of the pair; `cooler`: for a cold one.
        words: the same in a sentence.
    """

    pair: Pair
    sign: int
    warmer: tuple[str, ...]
    cooler: tuple[str, ...]
    words: str = ""

    @property
    def net(self) -> int:
        """Above zero where more triangles ask for a warmer tie, below where for a colder one."""
        return len(self.warmer) - len(self.cooler)


@dataclass(frozen=True, slots=True)
class System:
    """The signed network of all pairs that a dossier knows, on one day.

    Attributes:
        ties: sorted by pair.
        camps: two for each part of the network that no tie links to the rest, largest part first. Which camp of one
            part stands with which of another cannot be known. A side without a tie that has a sign is in none.
        triangles: sorted by their sides.
        pressures: strongest first.
    """

    day: str
    ties: tuple[Tie, ...]
    camps: tuple[Camps, ...]
    triangles: tuple[Triangle, ...]
    pressures: tuple[Pressure, ...]

    @property
    def frustration(self) -> int:
        """Number of ties that go against the camps, in all parts together."""
        return sum(camps.frustration for camps in self.camps)

    @property
    def bound(self) -> int:
        """No division has fewer; equal to `frustration` where that is proved."""
        return sum(camps.bound for camps in self.camps)


@dataclass(frozen=True, slots=True)
class Difference:
    """What is otherwise in a second system than in a first one.

    Attributes:
        moved: sides that stand on the other side of those that they stood with before. Camps have no names: of two
            groups that part, the smaller one moved.
        joined: sides that are in a camp only now; `left`: that were in one and are in none now.
        frustration: before and after; `bound`: likewise.
        relieved: triangles that were out of balance and are in balance now, as they are now; `upset`: the other way.
        arisen: triangles that were none before, as a tie had no sign; `gone`: that are none now, as they were before.
        turned: pressures whose direction is another than before, each before and after; one without any third side is
            a pressure without direction.
    """

    moved: tuple[str, ...]
    joined: tuple[str, ...]
    left: tuple[str, ...]
    frustration: tuple[int, int]
    bound: tuple[int, int]
    relieved: tuple[Triangle, ...]
    upset: tuple[Triangle, ...]
    arisen: tuple[Triangle, ...]
    gone: tuple[Triangle, ...]
    turned: tuple[tuple[Pressure, Pressure], ...]
