"""Names of wars, attacks and accords whose sides every reader knows: "9/11", "the Falklands War", "the war in Iraq".

In: `known_events.tsv`. Out: the entries whose names begin at a word of a text. It must not know grammar: which word of
a name is the act, and whether the sentence tells other sides, is decided where events are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.model.records import EVENT_TYPES, EventType
from dragoman.vocab.gazetteer import fold_word
from dragoman.vocab.periods import Period, period_of_row
from dragoman.vocab.tables import Row, read_table

FILE = "known_events.tsv"
COLUMNS = ("names", "type", "actors", "recipients", "theatre", "from", "to", "source")


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event by its name.

    Attributes:
        names: each as folded words; words in small letters stand for any case.
        recipients: empty where all are parties of one rank.
        theatre: codes of states, one of which the text must name near the words; empty if it need not.
        period: in which texts the names mean this event.
    """

    names: tuple[tuple[str, ...], ...]
    type: EventType
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    theatre: frozenset[str]
    period: Period
    where: str

    @property
    def sides(self) -> frozenset[str]:
        """Codes of both sides."""
        return frozenset(self.actors) | frozenset(self.recipients)


class KnownEvents:
    """Entries by the first word of their names; the longest name that holds comes first."""

    def __init__(self, entries: Sequence[KnownEvent]) -> None:
        """Index the names."""
        self.entries = tuple(entries)
        self._index: dict[str, list[tuple[tuple[str, ...], KnownEvent]]] = {}
        for entry in entries:
            for words in entry.names:
                self._index.setdefault(words[0].lower(), []).append((words, entry))
        for found in self._index.values():
            found.sort(key=lambda pair: -len(pair[0]))

    def at(self, folded: Sequence[str], first: int) -> Iterator[tuple[int, KnownEvent]]:
        """(end, entry) of each name that begins at a word of a text; words that fold to nothing are stepped over."""
        for words, entry in self._index.get(folded[first].lower(), ()):
            last = _match(folded, first, words)
            if last:
                yield last, entry


def _match(folded: Sequence[str], first: int, words: Sequence[str]) -> int:
    """Where the words end that begin at `first`, 0 if they do not stand there."""
    at = first
    for word in words:
        while at < len(folded) and not folded[at]:
            at += 1
        if at == len(folded) or folded[at] != word and folded[at].lower() != word:
            return 0
        at += 1
    return at


@lru_cache(maxsize=1)
def load_known_events() -> KnownEvents:
    """Read the table once.

    Raises:
        VocabError: a row is faulty.
    """
    return KnownEvents([_entry(row) for row in read_table(FILE, COLUMNS)])


def _entry(row: Row) -> KnownEvent:
    if row["type"] not in EVENT_TYPES:
        raise row.fault(f"type {row['type']!r} is none of {', '.join(EVENT_TYPES)}")
    row.required("names"), row.required("source")
    names = tuple(_split(name) for name in row.list_of("names"))
    if not all(names):
        raise row.fault("a name has no word")
    if not row.list_of("actors") and not row.list_of("recipients"):
        raise row.fault("neither actors nor recipients are named")
    return KnownEvent(
        names, row["type"], row.list_of("actors"), row.list_of("recipients"),
        frozenset(row.list_of("theatre")), period_of_row(row), f"{FILE}: line {row.line}",
    )  # fmt: skip


def _split(name: str) -> tuple[str, ...]:
    """The folded words of a name as the tokeniser parts them: "9/11" is one, "Iran-Iraq" and "Israel's" are two."""
    words = name.replace("’", "'").replace("-", " ").replace("'s", " 's").split()
    return tuple(folded for word in words if (folded := fold_word(word)))
