"""Words by which a telling shows that it takes up an event told before, or tells a new one.

In: `thread_cues.tsv`. Out: the lead of a trigger, ordinals, and the words that carry no meaning. Knows no text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.vocab.tables import read_table


@dataclass(frozen=True, slots=True)
class ThreadCues:
    """Leads by word, ordinals, and plain words; all folded."""

    leads: dict[str, str]
    ordinals: frozenset[str]
    plain: frozenset[str]

    def lead_of(self, before: Sequence[str]) -> str:
        """What the words before a trigger show, the nearest that shows anything; "" for nothing."""
        return next((self.leads[word] for word in reversed(before) if word in self.leads), "")

    def ordinals_of(self, words: Iterable[str]) -> frozenset[str]:
        """The ordinals among the words."""
        return self.ordinals.intersection(words)


@cache
def load_thread_cues() -> ThreadCues:
    """The table, read once."""
    rows = read_table("thread_cues.tsv", ("kind", "value", "words"))
    leads = {word: row["value"] for row in rows if row["kind"] == "lead" for word in row["words"].split("|")}
    ordinals = frozenset(w for row in rows if row["kind"] == "ordinal" for w in row["words"].split("|"))
    plain = frozenset(w for row in rows if row["kind"] == "plain" for w in row["words"].split("|"))
    return ThreadCues(leads, ordinals, plain)
