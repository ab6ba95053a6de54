"""Words of web pages: month names, cues of page furniture, outlets, cues of genre, little words of languages.

In: five tables in `data/`. Out: look-ups for the ingest stage, read once and kept. It must not know what a page is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.model.errors import VocabError

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class MonthName:
    """What a word can mean in a date: `kind` is month, weekday, persian, hijri or unit; `capital` if it needs one."""

    kind: str
    number: int
    capital: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the furniture cues; see the head of `furniture_cues.tsv`."""

    act: str
    match: str
    weight: int
    words: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher: its usual name, what it is (agency, broadcaster, newspaper, site, official) and its country."""

    name: str
    kind: str
    country: str


@dataclass(frozen=True, slots=True)
class GenreCue:
    """Words that speak for a genre, where they count (opening, closing, line, body) and how much."""

    genre: str
    where: str
    weight: int
    words: str


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """The common words of a language and its writing system."""

    language: str
    script: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class FurnitureCues:
    """The furniture cues sorted for look-up.

    Attributes:
        whole: folded line → cues that are this very line.
        start: first word → cues that begin with it.
        other: act and match, joined by a space ("legal inside") → cues in file order.
    """

    whole: Mapping[str, tuple[Cue, ...]]
    start: Mapping[str, tuple[Cue, ...]]
    other: Mapping[str, tuple[Cue, ...]]


def _read_rows(name: str, columns: int) -> list[list[str]]:
    rows = []
    path = DATA / name
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("# "):
            continue
        fields = line.split("\t")
        if len(fields) != columns:
            raise VocabError(f"{name}, line {number}: {len(fields)} columns, not {columns}. Separate them by tabs")
        rows.append(fields)
    return rows[1:]


@cache
def load_date_words() -> Mapping[str, tuple[MonthName, ...]]:
    """Folded name → what it can mean in a date, in file order."""
    found: dict[str, list[MonthName]] = {}
    for _, kind, number, names, capital in _read_rows("month_names.tsv", 5):
        meaning = MonthName(kind, int(number), capital == "yes")
        for name in names.split("|"):
            meanings = found.setdefault(name.casefold(), [])
            if all((m.kind, m.number) != (kind, meaning.number) for m in meanings):
                meanings.append(meaning)
            elif not meaning.capital:
                meanings[:] = [meaning if (m.kind, m.number) == (kind, meaning.number) else m for m in meanings]
    return {name: tuple(meanings) for name, meanings in found.items()}


@cache
def load_furniture_cues() -> FurnitureCues:
    """The cues of `furniture_cues.tsv`, sorted for look-up."""
    whole: dict[str, list[Cue]] = {}
    start: dict[str, list[Cue]] = {}
    other: dict[str, list[Cue]] = {}
    for act, match, weight, words in _read_rows("furniture_cues.tsv", 4):
        cue = Cue(act, match, int(weight), words)
        if match == "whole":
            whole.setdefault(words, []).append(cue)
        elif match == "start":
            start.setdefault(words.split()[0], []).append(cue)
        other.setdefault(f"{act} {match}", []).append(cue)
    return FurnitureCues(*({key: tuple(cues) for key, cues in table.items()} for table in (whole, start, other)))


def fold_outlet(name: str) -> str:
    """An outlet's name for look-up: lower case, without "the", spaces, dots and a web suffix."""
    folded = re.sub(r"[^\w&]+", "", re.sub(r"^(the|www\.)\s*|\.(com|net|org)(\.\w\w)?$", "", name.casefold().strip()))
    return folded or name.casefold()


@cache
def load_outlets() -> Mapping[str, Outlet]:
    """Folded name or alias → outlet. An alias that two outlets share belongs to the first in the file."""
    found: dict[str, Outlet] = {}
    for name, kind, country, aliases in _read_rows("outlets.tsv", 4):
        outlet = Outlet(name, kind, country)
        for spelling in (name, *aliases.split("|")):
            if spelling:
                found.setdefault(fold_outlet(spelling), outlet)
    return found


@cache
def load_genre_cues() -> tuple[GenreCue, ...]:
    """All cues of genre in file order."""
    return tuple(GenreCue(g, where, int(weight), words) for g, where, weight, words in _read_rows("genre_cues.tsv", 4))


@cache
def load_language_words() -> tuple[LanguageWords, ...]:
    """The languages that can be told apart, in file order."""
    return tuple(
        LanguageWords(language, script, frozenset(w for w in words.split("|") if w))
        for language, script, words in _read_rows("language_words.tsv", 3)
    )


@cache
def load_time_cues() -> Mapping[str, frozenset[str]]:
    """Kind (future, past, week, day, recent, named-day) → its words."""
    found: dict[str, set[str]] = {}
    for kind, cue in _read_rows("time_cues.tsv", 2):
        found.setdefault(kind, set()).add(cue)
    return {kind: frozenset(cues) for kind, cues in found.items()}
