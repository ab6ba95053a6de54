"""Reads who is named in the records of a dossier: persons of events, speakers, voices, and the words of sides.

A connection in, small frozen rows out, in an order that does not depend on when documents were read. Nothing is
decided about who they are.
"""

import json
import sqlite3
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
    """Events with their people, voice and sides, by document and id."""
    sides = "SELECT code FROM event_sides WHERE event = e.id ORDER BY side, place"
    found = db.execute(
        f"SELECT id, document, quote, people, voice, (SELECT group_concat(code, ' ') FROM ({sides})) FROM events AS e"
        " ORDER BY document, id"
    )
    found.row_factory = None
    for id, document, quote, people, voice, codes in found:
        names = tuple(json.loads(people)) if people != "[]" else ()
        yield NamedEvent(id, document, quote, names, voice, tuple(dict.fromkeys((codes or "").split())))


def select_named_speakers(db: sqlite3.Connection) -> Iterator[NamedSpeaker]:
    """Speakers of statements, by document and id."""
    found = db.execute("SELECT id, document, speaker, speaker_actor, voice FROM statements ORDER BY document, id")
    found.row_factory = None
    yield from (NamedSpeaker(*row) for row in found)


def select_named_texts(db: sqlite3.Connection) -> Iterator[NamedText]:
    """Texts of documents, by id: in the order in which their events and speakers come."""
    for row in db.execute("SELECT id, name, text, published FROM documents ORDER BY id"):
        yield NamedText(row["id"], row["name"], row["text"], row["published"])
