"""Gathers who is named in a dossier, document by document: persons, sides, and what each said and did.

In: the rows of one document after another, and the vocabulary. Out: namings of persons, namings of sides, deeds. Of a
document nothing is kept but what it names.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from dragoman.flow.side_words import SideWords
from dragoman.record.named import NamedEvent, NamedSpeaker, NamedText
from dragoman.resolve.actors import Naming, NamingKey, SideNaming, is_personal
from dragoman.text.edtf import bounds_of
from dragoman.vocab.world import World

CONTEXT = 80
"""Characters of the text on either side of a name that are looked at for titles and given names."""
MOST_COMPANIONS = 40
Row = TypeVar("Row", NamedEvent, NamedSpeaker)


@dataclass(frozen=True, slots=True)
class Deeds:
    """Ids of what an actor said and did, in the order of ids."""

    statements: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


class Rows(Generic[Row]):
    """Rows in the order of their documents, handed out document by document."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Take the rows."""
        self._rows: Iterator[Row] = iter(rows)
        self._next: Row | None = next(self._rows, None)

    def of(self, document: str) -> list[Row]:
        """The rows of a document; those of earlier ones are passed over."""
        found: list[Row] = []
        while self._next is not None and self._next.document <= document:
            if self._next.document == document:
                found.append(self._next)
            self._next = next(self._rows, None)
        return found


@dataclass(slots=True)
class _Draft:
    """What the records of one document say of one name, while it is gathered."""

    mentions: int = 0
    codes: dict[str, int] = field(default_factory=dict)
    sides: set[str] = field(default_factory=set)

    @property
    def code(self) -> str:
        """The side for which the name speaks most often, "" if for none."""
        return min(self.codes, key=lambda code: (-self.codes[code], code), default="")


@dataclass(slots=True)
class _Named:
    """What one document names: persons by name, and quotes with the sides of their records."""

    drafts: dict[str, _Draft] = field(default_factory=lambda: defaultdict(_Draft))
    quotes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


class Gathering:
    """Collects namings and deeds.

    Attributes:
        namings: one for each name of a person in each document.
        side_namings: the codes of all sides, with the words that stand for them in quotes and speakers.
        words: the code of words that name a side in a document, by document and words.
    """

    def __init__(self, world: World) -> None:
        """Start empty."""
        self._world = world
        self._side_words = SideWords(world)
        self._personal: dict[str, bool] = {}
        self._body_in = lru_cache(maxsize=65536)(self._side_words.body_in)
        self._said: dict[NamingKey, list[str]] = defaultdict(list)
        self._done: dict[NamingKey, list[str]] = defaultdict(list)
        self._code_said: dict[str, list[str]] = defaultdict(list)
        self._code_done: dict[str, list[str]] = defaultdict(list)
        self.namings: list[Naming] = []
        self.side_namings: list[SideNaming] = []
        self.words: dict[NamingKey, str] = {}

    def add_document(self, text: NamedText, events: Iterable[NamedEvent], speakers: Iterable[NamedSpeaker]) -> None:
        """Take a document with its events and the speakers of its statements."""
        named = _Named()
        for event in events:
            self._add_event(event, named)
        described = {row.speaker: code for row in speakers if (code := self._add_speaker(row, named)) is not None}
        self.namings += _namings(text, named.drafts)
        sides = self._count_sides(text, named.quotes)
        self.side_namings += sides
        self.words.update({(text.id, side.name): side.code for side in sides if side.name})
        self.words.update({(text.id, words): code for words, code in described.items()})

    def deeds_of(self, actors: dict[NamingKey, str]) -> dict[str, Deeds]:
        """What each actor said and did."""
        said: dict[str, set[str]] = defaultdict(set)
        done: dict[str, set[str]] = defaultdict(set)
        for key, id in actors.items():
            said[id].update(self._said.get(key, ()))
            done[id].update(self._done.get(key, ()))
        for code, ids in self._code_said.items():
            said[code].update(ids)
        for code, ids in self._code_done.items():
            done[code].update(ids)
        return {id: Deeds(tuple(sorted(said[id])), tuple(sorted(done[id]))) for id in {*said, *done}}

    def _add_event(self, event: NamedEvent, named: _Named) -> None:
        """The people and the sides of an event; its voice only if it speaks elsewhere as well."""
        for name in event.people:
            if self._is_personal(name):
                draft = named.drafts[name]
                draft.mentions += 1
                draft.sides.update(event.sides)
                self._done[event.document, name].append(event.id)
        if event.voice not in ("author", "comment") and self._is_personal(event.voice):
            named.drafts[event.voice].mentions += 1
        for code in event.sides:
            self._code_done[code].append(event.id)
        named.quotes[event.quote].update(event.sides)

    def _add_speaker(self, row: NamedSpeaker, named: _Named) -> str | None:
        """The speaker of a statement: a person, or words that stand for a side; gives the code of such words."""
        if row.code:
            self._code_said[row.code].append(row.id)
        if self._is_personal(row.speaker):
            draft = named.drafts[row.speaker]
            draft.mentions += 1
            if row.code:
                draft.codes[row.code] = draft.codes.get(row.code, 0) + 1
            self._said[row.document, row.speaker].append(row.id)
            return None
        named.quotes[row.speaker].update([row.code] if row.code else [])
        return row.code or self._body_in(row.speaker)

    def _count_sides(self, text: NamedText, quotes: dict[str, set[str]]) -> list[SideNaming]:
        counts: dict[tuple[str, str], int] = defaultdict(int)
        day = _first_day(text.published)
        for quote, sides in quotes.items():
            for words, code in self._side_words.spelled(quote, sides, day):
                counts[code, words] += 1
            for code in sides:
                counts[code, ""] += 1
        return [SideNaming(code, words, text.id, number) for (code, words), number in sorted(counts.items())]

    def _is_personal(self, name: str) -> bool:
        known = self._personal.get(name)
        if known is None:
            known = self._personal[name] = is_personal(name, self._world)
        return known


def _namings(text: NamedText, drafts: dict[str, _Draft]) -> Iterator[Naming]:
    """One naming for each name in a document."""
    full = [name for name in sorted(drafts) if " " in name][:MOST_COMPANIONS]
    for name, draft in sorted(drafts.items()):
        before, after = find_context(text.text, name)
        companions = tuple(other for other in full if other != name)
        yield Naming(
            name, text.id, text.published, draft.code, tuple(sorted(draft.sides)), before, after, companions,
            draft.mentions,
        )  # fmt: skip


def find_context(text: str, name: str) -> tuple[str, str]:
    """The text before and behind the first place where the name stands as whole words; ("", "") if it does not."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
            return text[max(0, at - CONTEXT) : at], text[end : end + CONTEXT]
        at = text.find(name, at + 1)
    return "", ""


@lru_cache(maxsize=65536)
def _first_day(published: str) -> str:
    day = bounds_of(published)[0] if published else None
    return day.isoformat() if day else ""
