"""Reads who is named in the records of a dossier: persons of events, speakers, voices, and the words of sides.

A connection in, small frozen rows out, in an order that does not depend on when documents were read. Nothing is
decided about who they are.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """What an event says of persons and sides."""

    id: str
    document: str
    quote: str
    people: tuple[str, ...]
    voice: str
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedSpeaker:
    """Who speaks in a statement, and for which side."""

    id: str
    document: str
    speaker: str
    code: str
    voice: str


@dataclass(frozen=True, slots=True)
class NamedText:
    """The text in which names stand, with its date."""

    id: str
    name: str
    text: str
    published: str


def select_named_events(db: sqlite3.Connection) -> Iterator[NamedEvent]:
    """Events with their people, voice and sides, by id."""
    sides: dict[str, list[str]] = defaultdict(list)
    for event, code in db.execute("SELECT event, code FROM event_sides ORDER BY event, side, place"):
        sides[event].append(code)
    for row in db.execute("SELECT id, document, quote, people, voice FROM events ORDER BY id"):
        people = tuple(json.loads(row["people"])) if row["people"] != "[]" else ()
        codes = tuple(dict.fromkeys(sides[row["id"]]))
        yield NamedEvent(row["id"], row["document"], row["quote"], people, row["voice"], codes)


def select_named_speakers(db: sqlite3.Connection) -> Iterator[NamedSpeaker]:
    """Speakers of statements, by id."""
    for row in db.execute("SELECT id, document, speaker, speaker_actor, voice FROM statements ORDER BY id"):
        yield NamedSpeaker(row["id"], row["document"], row["speaker"], row["speaker_actor"], row["voice"])


def select_named_texts(db: sqlite3.Connection) -> Iterator[NamedText]:
    """Texts of documents, by id."""
    for row in db.execute("SELECT id, name, text, published FROM documents ORDER BY id"):
        yield NamedText(row["id"], row["name"], row["text"], row["published"])
