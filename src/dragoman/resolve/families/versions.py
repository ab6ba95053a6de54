"""Whether two texts that share much are one text, cut and edited, a text and its later version, or two reports.

In: two texts seen against each other, the days between them. Out: what speaks for each, weighed. It must not conclude
the kind: rules have a say too.

The weights are those of `copy_weights.tsv`, a softmax over four. Whole copies and parts are fitted apart since they
look different (a part stands unbroken in a much longer page), and taken together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import exp, log1p

from dragoman.resolve.families.numbers import find_changed_counts
from dragoman.resolve.families.sentences import Told, read_told
from dragoman.resolve.families.shared import Side
from dragoman.vocab.weights import load_copy_weights

KINDS = ("whole", "part", "version", "apart")
"""What is weighed: a copy, whole or among other matter; a later version; two reports with background in common."""
FAR = 30
"""Days from which more do not count."""


@dataclass(frozen=True, slots=True)
class Chances:
    """What the weights say.

    Attributes:
        apart: the probability that the two are of two stories.
        version: that, if they are of one, one is a later version of the other.
    """

    apart: float
    version: float


@dataclass(frozen=True)
class Pair:
    """Two texts that share much.

    Attributes:
        shorter: the side of which the larger part is shared; `longer`: the other.
        days: between the dates of publication, 0 if one is unknown.
        later: the side that was published on a later day, None if that is not known or it was one day.
    """

    shorter: Side
    longer: Side
    days: int
    later: Side | None

    @cached_property
    def told(self) -> tuple[Told, Told]:
        """The sentences of the shorter, and those of the longer."""
        return read_told(self.shorter, self.longer), read_told(self.longer, self.shorter)

    @property
    def later_facts(self) -> int:
        """Names and numbers that only the later text has; of texts of one day, those of the text with fewer of them.

        A later version reports what the earlier could not, while what was cut for the next day stands in the earlier.
        """
        facts = [told.facts for told in self.told if self.later in (None, told.side)]
        return min(facts)

    @cached_property
    def features(self) -> Mapping[str, float]:
        """What is weighed, by its name in the table; counts as their logarithms, since the first tell most."""
        short, long = self.told
        lengths = sorted((len(self.shorter.live), len(self.longer.live)))
        return {
            "constant": 1.0,
            "facts": log1p(max(short.facts, long.facts)),
            "later facts": log1p(self.later_facts),
            "new sentences": log1p(len(short.new)),
            "newer top": max(short.new_top, long.new_top),
            "older top": min(short.new_top, long.new_top),
            "news": log1p(self.shorter.news),
            "changed counts": log1p(len(find_changed_counts(self.shorter, self.longer))),
            "lengths": lengths[0] / max(1, lengths[1]),
            "shared words": log1p(self.shorter.count),
            "passages": log1p(len(self.shorter.passages)),
            "places": log1p(min(self.shorter.places, self.longer.places)),
            "unbroken": long.unbroken,
            "times of day": log1p(min(self.shorter.times, self.longer.times)),
            "days": log1p(min(FAR, self.days)),
        }


def weigh_pair(pair: Pair) -> Chances:
    """What speaks for two reports, and for a later version."""
    weights = load_copy_weights()
    sums = [sum(weights[f"{kind}: {name}"] * value for name, value in pair.features.items()) for kind in KINDS]
    most = max(sums[:3])
    whole, part, version = (exp(each - most) for each in sums[:3])
    one = whole + part + version
    return Chances(1 / (1 + one * exp(min(700.0, most - sums[3]))), version / one)
