"""Words of web pages: month names, cues of page furniture, outlets, cues of genre, little words of languages.

In: five tables in `data/`. Out: look-ups for the ingest stage, read once and kept. It must not know what a page is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.vocab.tables import read_table


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


@cache
def load_date_words() -> Mapping[str, tuple[MonthName, ...]]:
    """Folded name → what it can mean in a date, in file order."""
    found: dict[str, list[MonthName]] = {}
    for row in read_table("month_names.tsv", ("language", "kind", "number", "names", "capital")):
        kind = row["kind"]
        meaning = MonthName(kind, int(row["number"]), row["capital"] == "yes")
        for name in row.list_of("names"):
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
    for row in read_table("furniture_cues.tsv", ("act", "match", "weight", "cue")):
        cue = Cue(row["act"], row["match"], int(row["weight"]), row["cue"])
        if cue.match == "whole":
            whole.setdefault(cue.words, []).append(cue)
        elif cue.match == "start":
            start.setdefault(cue.words.split()[0], []).append(cue)
        other.setdefault(f"{cue.act} {cue.match}", []).append(cue)
    return FurnitureCues(*({key: tuple(cues) for key, cues in table.items()} for table in (whole, start, other)))


def fold_outlet(name: str) -> str:
    """An outlet's name for look-up: lower case, without "the", spaces, dots and a web suffix."""
    folded = re.sub(r"[^\w&]+", "", re.sub(r"^(the|www\.)\s*|\.(com|net|org)(\.\w\w)?$", "", name.casefold().strip()))
    return folded or name.casefold()


@cache
def load_outlets() -> Mapping[str, Outlet]:
    """Folded name or alias → outlet. An alias that two outlets share belongs to the first in the file."""
    found: dict[str, Outlet] = {}
    for row in read_table("outlets.tsv", ("outlet", "kind", "country", "aliases")):
        outlet = Outlet(row["outlet"], row["kind"], row["country"])
        for spelling in (outlet.name, *row.list_of("aliases")):
            found.setdefault(fold_outlet(spelling), outlet)
    return found


@cache
def load_genre_cues() -> tuple[GenreCue, ...]:
    """All cues of genre in file order."""
    rows = read_table("genre_cues.tsv", ("genre", "where", "weight", "cue"))
    return tuple(GenreCue(row["genre"], row["where"], int(row["weight"]), row["cue"]) for row in rows)


@cache
def load_language_words() -> tuple[LanguageWords, ...]:
    """The languages that can be told apart, in file order."""
    rows = read_table("language_words.tsv", ("language", "script", "words"))
    return tuple(LanguageWords(row["language"], row["script"], frozenset(row.list_of("words"))) for row in rows)


@cache
def load_time_cues() -> Mapping[str, frozenset[str]]:
    """Kind (future, past, week, day, recent, named-day) → its words."""
    found: dict[str, set[str]] = {}
    for row in read_table("time_cues.tsv", ("kind", "cue")):
        found.setdefault(row["kind"], set()).add(row["cue"])
    return {kind: frozenset(cues) for kind, cues in found.items()}
