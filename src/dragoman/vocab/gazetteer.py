"""One index over all names and titles: which entries begin at a given word of a text.

Names keep their capitals ("US" is not "us"); titles are matched in lower case. A name is split into words the way the
tokeniser splits running text. Entries say what they stand for; choosing among them is the caller's.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

NameKind = Literal[
    "state", "capital", "adjective", "people", "prefix", "body", "organisation", "group", "place", "disputed", "person",
    "title", "honorific", "modifier", "agent", "private",
]  # fmt: skip
_WORD = re.compile(r"(?:[A-Z]\.)+[A-Z]?\.?|[\w.]*\w(?:['’](?!s\b)\w+)*\.?|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name something.

    Attributes:
        kind: what it names.
        codes: actor codes; a place gives its state.
        sector: PLOVER sector, "UNK" if not said.
        since: ISO day from which the name has this meaning, "" for always; `until` likewise.
        office: office code of a title.
        needs_state: the word means a state's body only beside that state ("parliament").
        doubtful: the name counts only in a text that speaks of that actor elsewhere.
        how: table and row, for people to read.
    """

    kind: NameKind
    codes: tuple[str, ...]
    sector: str = "UNK"
    since: str = ""
    until: str = ""
    office: str = ""
    needs_state: bool = False
    doubtful: bool = False
    how: str = ""

    def valid_on(self, day: str) -> bool:
        """Whether the name had this meaning on an ISO day; "" asks for no date."""
        if not day:
            return True
        return (not self.since or self.since <= day) and (not self.until or day <= self.until)


@dataclass(frozen=True, slots=True)
class Hit:
    """Words `first` to `last` (exclusive) with all entries of that name."""

    first: int
    last: int
    names: tuple[Name, ...]


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """A word without dots, accents and hyphens: "U.S." is "US", "São" is "Sao"; "" for a bare hyphen.

    Capitals stay, because "US" is not "us".
    """
    if word.isascii():
        return word.replace(".", "").replace("-", "") if len(word) > 1 else word.strip("-")
    plain = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).replace(".", "").replace("-", "")


def split_name(name: str) -> tuple[str, ...]:
    """The folded words of a name as the tokeniser sees them; hyphens fall away.

    Example:
        >>> split_name("Al-Qa'ida in Iraq")
        ('Al', "Qa'ida", 'in', 'Iraq')
    """
    words = (fold_word(word) for word in _WORD.findall(name.replace("’", "'")))
    return tuple(word for word in words if word)


class Gazetteer:
    """Names by first word; the longest match wins."""

    def __init__(self, entries: Iterable[tuple[str, Name]]) -> None:
        index: dict[str, dict[tuple[str, ...], list[Name]]] = {}
        for text, name in entries:
            words = split_name(text)
            if words:
                index.setdefault(words[0], {}).setdefault(words, []).append(name)
        self._alone: dict[str, tuple[Name, ...]] = {}
        self._longer: dict[str, dict[str, list[tuple[tuple[str, ...], tuple[Name, ...]]]]] = {}
        for first, found in index.items():
            longer = self._longer.setdefault(first, {})
            for words in sorted(found, key=len, reverse=True):
                if len(words) == 1:
                    self._alone[first] = tuple(found[words])
                else:
                    longer.setdefault(words[1], []).append((words, tuple(found[words])))

    def at(self, folded: Sequence[str], first: int) -> Hit | None:
        """The longest name that begins at word `first` of a folded text, None if none does."""
        longer = self._longer.get(folded[first])
        if longer is None:
            return None
        second = first + 1
        while second < len(folded) and not folded[second]:
            second += 1
        for name_words, names in longer.get(folded[second], ()) if second < len(folded) else ():
            last = _match(folded, second, name_words)
            if last:
                return Hit(first, last, names)
        alone = self._alone.get(folded[first])
        return Hit(first, first + 1, alone) if alone else None

    def __iter__(self) -> Iterator[Name]:
        """All entries, in no order that matters."""
        for names in self._alone.values():
            yield from names
        for longer in self._longer.values():
            yield from (name for rows in longer.values() for _, names in rows for name in names)

    def starts(self, folded: Sequence[str]) -> list[int]:
        """The words of a folded text at which a name may begin: whoever reads much text asks for `at` only there."""
        longer, alone, last = self._longer, self._alone, len(folded) - 1
        return [
            at for at, word in enumerate(folded) if word in longer
            and (word in alone or (at < last and (not folded[at + 1] or folded[at + 1] in longer[word])))
        ]  # fmt: skip

    def __contains__(self, word: str) -> bool:
        """Whether any name begins with the folded word."""
        return word in self._longer


def _match(folded: Sequence[str], second: int, name_words: tuple[str, ...]) -> int:
    """Where the name whose second word stands at `second` ends (exclusive), 0 if it does not stand here.

    Bare hyphens in the text are passed over.
    """
    at = second + 1
    for wanted in name_words[2:]:
        while at < len(folded) and not folded[at]:
            at += 1
        if at >= len(folded) or folded[at] != wanted:
            return 0
        at += 1
    return at
