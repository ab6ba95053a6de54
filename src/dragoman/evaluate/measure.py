"""Counts of one task against gold, and what they come to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """Counts of one task; precision, recall and F1 are 0..1, 0 where nothing can be divided."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0
