"""How far two people agree beyond chance: Cohen's kappa over the records that both have judged.

Two verdicts a record in, counts and kappa with an interval out. It knows nothing of records or of who judged.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

Z = 1.96
"""For an interval that holds the true value 95 times in 100."""
FEW = 30
"""Below so many records the interval, which is one for large numbers, says too little."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two people said of the same records.

    Attributes:
        categories: in the order of rows and columns.
        counts: a row for each verdict of the first person, a column for each of the second.
        kappa: 1 for full agreement, 0 for as much as chance gives; None where nothing can be compared, because there
            is no record or both people use one verdict only.
        interval: of kappa at 95 in 100, None with it.
    """

    categories: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    kappa: float | None
    interval: tuple[float, float] | None

    @property
    def total(self) -> int:
        """Records that both have judged."""
        return sum(map(sum, self.counts))

    @property
    def agreed(self) -> int:
        """Records of which both say the same."""
        return sum(self.counts[i][i] for i in range(len(self.categories)))


def compare_verdicts(pairs: Iterable[tuple[str, str]], categories: Sequence[str]) -> Agreement:
    """Cohen's kappa of pairs of verdicts, with the large-sample interval of Fleiss, Cohen and Everitt (1969).

    Example:
        >>> found = compare_verdicts([("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10
        ...     + [("no", "no")] * 15, ("yes", "no"))
        >>> found.counts, round(found.kappa, 3)
        (((20, 5), (10, 15)), 0.4)
    """
    seen = Counter(pairs)
    counts = tuple(tuple(seen[a, b] for b in categories) for a in categories)
    total = sum(map(sum, counts))
    shares = [[count / total for count in row] for row in counts] if total else []
    rows, columns = [sum(row) for row in shares], [sum(column) for column in zip(*shares, strict=True)]
    chance = sum(a * b for a, b in zip(rows, columns, strict=True))
    if not total or 1.0 - chance < 1e-12:
        return Agreement(tuple(categories), counts, None, None)
    agreed = sum(shares[i][i] for i in range(len(categories)))
    kappa = (agreed - chance) / (1.0 - chance)
    reach = Z * sqrt(_variance(shares, rows, columns, agreed, chance) / total)
    return Agreement(tuple(categories), counts, kappa, (max(-1.0, kappa - reach), min(1.0, kappa + reach)))


def _variance(
    shares: Sequence[Sequence[float]], rows: Sequence[float], columns: Sequence[float], agreed: float, chance: float
) -> float:
    """The variance of kappa times the number of records."""
    places = range(len(rows))
    same = sum(shares[i][i] * ((1 - chance) - (rows[i] + columns[i]) * (1 - agreed)) ** 2 for i in places)
    other = sum(shares[i][j] * (columns[i] + rows[j]) ** 2 for i in places for j in places if i != j)
    rest = (agreed * chance - 2 * chance + agreed) ** 2
    return max(0.0, same + (1 - agreed) ** 2 * other - rest) / (1 - chance) ** 4
