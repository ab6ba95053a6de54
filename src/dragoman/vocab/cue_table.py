"""Cue tables: reading a tab-separated word list, and an index of its entries by the word they are looked up by.

In: files of `data/`. Out: rows with their line, and `CueIndex`. It must not know what a cue means.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from dragoman.model.errors import VocabError

DATA = Path(__file__).parent / "data"


class Expression(Protocol):
    """What an entry needs to be indexed: its words in lower case and the place of the one it is looked up by."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words in order, lemmas or fixed forms."""

    @property
    def head(self) -> int:
        """Index into `words` of the word under which the entry is found."""


E = TypeVar("E", bound=Expression)


@dataclass(frozen=True, slots=True)
class CueIndex(Generic[E]):
    """Entries by their look-up word.

    Attributes:
        entries: all, in the order of the file.
        by_word: look-up word to its entries, most words first.
    """

    entries: tuple[E, ...]
    by_word: Mapping[str, tuple[E, ...]]

    def get(self, word: str) -> tuple[E, ...]:
        """Entries looked up by `word`, most words first; empty if none."""
        return self.by_word.get(word, ())

    def find_at(self, lemmas: Sequence[str], position: int) -> Iterator[E]:
        """Entries whose words stand side by side in `lemmas` with their look-up word at `position`, longest first."""
        for entry in self.get(lemmas[position]):
            start = position - entry.head
            if start >= 0 and tuple(lemmas[start : start + len(entry.words)]) == entry.words:
                yield entry


def build_index(entries: Iterable[E]) -> CueIndex[E]:
    """Index entries by their look-up word, most words first, else in the given order."""
    kept = tuple(entries)
    grouped: dict[str, list[E]] = {}
    for entry in kept:
        grouped.setdefault(entry.words[entry.head], []).append(entry)
    by_word = {word: tuple(sorted(found, key=lambda e: -len(e.words))) for word, found in grouped.items()}
    return CueIndex(kept, by_word)


def read_table(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """Read the rows of a table.

    Args:
        path: a UTF-8 file: `#` comments, a header line, then one entry a line, fields split by tabs.
        columns: names that the header must have, in order.

    Yields:
        "file:line" for error messages, and the fields.

    Raises:
        VocabError: the file is missing, its header differs, a row has another number of fields or no first field.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise VocabError(f"{path.name}: cannot be read ({error.strerror}). Reinstall the package") from error
    header, name = False, path.name
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        where = f"{name}:{number}"
        if not header:
            header = True
            if tuple(fields) != columns:
                raise VocabError(f"{where}: header is {fields}, expected {list(columns)}")
        elif len(fields) != len(columns):
            raise VocabError(f"{where}: {len(fields)} fields, expected {len(columns)}. Check the tabs")
        elif not fields[0]:
            raise VocabError(f"{where}: the first field is empty")
        else:
            yield where, fields
    if not header:
        raise VocabError(f"{path.name}: no header line, expected {list(columns)}")


def check_choice(value: str, allowed: frozenset[str], where: str, column: str) -> None:
    """Raise `VocabError` unless `value` is one of `allowed`."""
    if value not in allowed:
        raise VocabError(f"{where}: {column} is {value!r}, expected one of {', '.join(sorted(map(repr, allowed)))}")


def check_list(field: str, allowed: frozenset[str], where: str, column: str) -> tuple[str, ...]:
    """Parts of a field joined by `|`; raise `VocabError` unless all are in `allowed`."""
    parts = split_list(field)
    wrong = _find_wrong(field, allowed)
    if wrong:
        raise VocabError(f"{where}: {column} has {', '.join(wrong)}, which is not allowed there")
    return parts


@cache
def _find_wrong(field: str, allowed: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(set(split_list(field)) - allowed))


def check_unique(
    key: tuple[str, ...], places: tuple[str, ...], seen: dict[tuple[str, ...], tuple[str, ...]], where: str
) -> None:
    """Raise `VocabError` if an earlier row has `key` and shares a place with this one; else note both."""
    known = seen.get(key)
    if known is None:
        seen[key] = places
        return
    if not places or not set(known).isdisjoint(places):
        raise VocabError(f"{where}: a second row for {' / '.join(part for part in key if part)}. Merge the two")
    seen[key] = known + places


@cache
def split_list(field: str) -> tuple[str, ...]:
    """Parts of a field joined by `|`; empty for an empty field."""
    return tuple(field.split("|")) if field else ()


@cache
def load_small_words() -> Mapping[str, str]:
    """Words that no expression is looked up by, with their kind (`preposition` or `other`)."""
    kinds = frozenset({"preposition", "other"})
    seen: dict[tuple[str, ...], tuple[str, ...]] = {}
    small: dict[str, str] = {}
    for where, (word, kind) in read_table(DATA / "small_words.tsv", ("word", "kind")):
        check_choice(kind, kinds, where, "kind")
        check_unique((word,), (), seen, where)
        small[word] = kind
    return small


def find_prepositions() -> frozenset[str]:
    """The prepositions among the small words: what a cue may name as the place of its content."""
    return frozenset(word for word, kind in load_small_words().items() if kind == "preposition")


def find_head(words: tuple[str, ...]) -> int:
    """Index of the first word that is no small word; 0 if all are."""
    if len(words) > 1:
        small = load_small_words()
        for index, word in enumerate(words):
            if word not in small:
                return index
    return 0
