"""Whether two texts of one story are one text, cut and edited, or a text and its later version.

In: two texts seen against each other, the days between them. Out: what speaks for either, weighed. It must not know
kinds other than these, and not whether the two are of one story at all.

The weights are those of `copy_weights.tsv`: a softmax over whole copies, parts among other matter, and versions. Copies
and parts are fitted apart since they look different (a part stands unbroken in a much longer page), and taken together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import exp, log1p

from dragoman.resolve.families.numbers import find_changed_counts
from dragoman.resolve.families.sentences import Told, read_told
from dragoman.resolve.families.shared import Side
from dragoman.vocab.weights import load_copy_weights

KINDS = ("whole", "part", "version")
"""The three between which the weights decide."""
FAR = 30
"""Days from which more do not count."""


@dataclass(frozen=True)
class Pair:
    """Two texts of one story.

    Attributes:
        shorter: the side of which the larger part is shared; `longer`: the other.
        days: between the dates of publication, 0 if one is unknown.
    """

    shorter: Side
    longer: Side
    days: int

    @cached_property
    def told(self) -> tuple[Told, Told]:
        """The sentences of the shorter, and those of the longer."""
        return read_told(self.shorter, self.longer), read_told(self.longer, self.shorter)

    @cached_property
    def features(self) -> Mapping[str, float]:
        """What is weighed, by its name in the table; counts as their logarithms, since the first tell most."""
        short, long = self.told
        lengths = sorted((len(self.shorter.live), len(self.longer.live)))
        return {
            "constant": 1.0,
            "facts": log1p(max(short.facts, long.facts)),
            "new sentences": log1p(len(short.new)),
            "new top": max(short.new_top, long.new_top),
            "news": log1p(self.shorter.news),
            "changed counts": log1p(len(find_changed_counts(self.shorter, self.longer))),
            "lengths": lengths[0] / max(1, lengths[1]),
            "passages": log1p(len(self.shorter.passages)),
            "unbroken": long.unbroken,
            "times of day": log1p(min(self.shorter.times, self.longer.times)),
            "days": log1p(min(FAR, self.days)),
        }


def weigh_version(pair: Pair) -> float:
    """The probability that one is a later version of the other, 0 to 1."""
    weights = load_copy_weights()
    sums = [sum(weights[f"{kind}: {name}"] * value for name, value in pair.features.items()) for kind in KINDS]
    most = max(sums)
    whole, part, version = (exp(each - most) for each in sums)
    return version / (whole + part + version)
