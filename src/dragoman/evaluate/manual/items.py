"""Codings in the shape of the coding manual: from its JSON files, or from what the program extracted.

In: a gold file and the text it codes, or a document and its records. Out: a `Coding`, whose quotes are placed in the
text: a quote without a span stands wherever its words stand, white space aside. It must not know how scores are made.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from dragoman.model.document import Document
from dragoman.model.errors import EvaluateError
from dragoman.model.records import Records

Span = tuple[int, int]
Spans = tuple[Span, ...]
LOST_QUOTE = "W502"
"""The issue of a record that was left out because its quote is not the text at its span."""


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """The fields of an event that are scored; `places` and `trigger_places` are where quote and trigger may stand."""

    quote: str
    trigger: str
    places: Spans
    trigger_places: Spans
    type: str
    status: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    date: str = ""
    place: str = ""
    voice: str = ""
    thread: str = ""

    @property
    def participants(self) -> frozenset[str]:
        """Codes of both sides."""
        return frozenset(self.actors) | frozenset(self.recipients)


@dataclass(frozen=True, slots=True)
class CodedStatement:
    """Attributed words and who said them."""

    quote: str
    places: Spans
    speaker: str


@dataclass(frozen=True, slots=True)
class CodedAssessment:
    """How two sides get on, or which way that moves."""

    quote: str
    places: Spans
    parties: frozenset[str]
    trend: str


@dataclass(frozen=True, slots=True)
class Coding:
    """One document's codes; `lost` counts quotes that do not stand in the text."""

    name: str
    published: str
    outlet: str
    genre: str
    events: tuple[CodedEvent, ...] = ()
    statements: tuple[CodedStatement, ...] = ()
    assessments: tuple[CodedAssessment, ...] = ()
    lost: int = 0


def coding_of(doc: Document, records: Records) -> Coding:
    """What the program made of a document."""
    events = tuple(
        CodedEvent(
            e.quote, e.trigger, (e.span,), (e.trigger_span,), e.type, e.status,
            e.actors, e.recipients, e.people, e.date, e.place, e.voice, e.thread,
        )
        for e in records.events
    )  # fmt: skip
    return Coding(
        doc.name, doc.published, doc.outlet, doc.genre,
        events,
        tuple(CodedStatement(s.quote, (s.span,), s.speaker) for s in records.statements),
        tuple(CodedAssessment(a.quote, (a.span,), frozenset(a.parties), a.trend) for a in records.assessments),
        sum(issue.code == LOST_QUOTE for issue in records.issues),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class GoldFile:
    """A file of the manual's format, not yet placed in its text; `doc` names the text file."""

    path: Path
    doc: str
    content: Mapping[str, object]

    @property
    def name(self) -> str:
        """The document's name."""
        return self.doc.removesuffix(".txt")

    def place_in(self, text: str) -> Coding:
        """The coding with its quotes found in `text`.

        Raises:
            EvaluateError: a field is missing or of another kind.
        """
        try:
            return _place(self.name, self.content, text)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            raise EvaluateError(
                f"{self.path.name} is not in the coding manual's format ({type(error).__name__}: {error})."
            ) from error


def read_gold(folder: Path) -> list[GoldFile]:
    """The gold files of a folder by name; JSON files without `events` are something else and left aside.

    Raises:
        EvaluateError: there are none, or one is no JSON.
    """
    found: list[GoldFile] = []
    for path in sorted(folder.glob("*.json")):
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise EvaluateError(f"{path} cannot be read ({error}). Mend it or move it out of the folder.") from error
        if isinstance(content, dict) and "events" in content:
            found.append(GoldFile(path, str(content.get("doc") or path.stem), content))
    if not found:
        raise EvaluateError(f"{folder} holds no gold: expected NAME.json files in the format of the coding manual.")
    return found


def find_places(text: str, words: str) -> Spans:
    """Where the words stand, whatever white space parts them."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return tuple(match.span() for match in re.finditer(pattern, text)) if pattern else ()


def _place(name: str, content: Mapping[str, object], text: str) -> Coding:
    rows = {kind: _rows(content.get(kind)) for kind in ("events", "statements", "assessments")}
    about = cast("Mapping[str, object]", content.get("document") or {})
    return Coding(
        name, _word(about, "published"), _word(about, "outlet"), _word(about, "genre"),
        tuple(_event(row, text) for row in rows["events"]),
        tuple(_statement(row, text) for row in rows["statements"]),
        tuple(_assessment(row, text) for row in rows["assessments"]),
        sum(_is_lost(row, text) for kind in rows.values() for row in kind),
    )  # fmt: skip


Row = Mapping[str, object]


def _rows(value: object) -> Sequence[Row]:
    return cast("Sequence[Row]", value or ())


def _event(row: Row, text: str) -> CodedEvent:
    return CodedEvent(
        _word(row, "quote"), _word(row, "trigger"), _places(row, text), _trigger_places(row, text),
        str(row["type"]), str(row["status"]), _words(row, "actors"), _words(row, "recipients"), _words(row, "people"),
        _word(row, "date"), _word(row, "place"), _word(row, "voice"), _word(row, "thread"),
    )  # fmt: skip


def _statement(row: Row, text: str) -> CodedStatement:
    return CodedStatement(_word(row, "quote"), _places(row, text), _word(row, "speaker"))


def _assessment(row: Row, text: str) -> CodedAssessment:
    parties = frozenset(_words(row, "parties"))
    return CodedAssessment(_word(row, "quote"), _places(row, text), parties, _word(row, "trend"))


def _word(row: Row, key: str) -> str:
    return str(row.get(key) or "")


def _words(row: Row, key: str) -> tuple[str, ...]:
    return tuple(str(each) for each in cast("Sequence[object]", row.get(key) or ()))


def _span(row: Row, key: str) -> Spans:
    value = cast("Sequence[int] | None", row.get(key))
    return ((value[0], value[1]),) if value else ()


def _places(row: Row, text: str) -> Spans:
    return _span(row, "span") or find_places(text, _word(row, "quote"))


def _trigger_places(row: Row, text: str) -> Spans:
    """The first place of the trigger inside each place of the quote; the whole quote where it is not in it."""
    told = _span(row, "trigger_span")
    if told:
        return told
    found: list[Span] = []
    for start, end in find_places(text, _word(row, "quote")):
        inside = find_places(text[start:end], _word(row, "trigger"))
        found.append((start + inside[0][0], start + inside[0][1]) if inside else (start, end))
    return tuple(found)


def _is_lost(row: Row, text: str) -> bool:
    told, quote = _span(row, "span"), _word(row, "quote")
    return text[slice(*told[0])] != quote if told else not find_places(text, quote)
