"""The folder and the connection of an open dossier; rows that are no records: who is named, what others imported."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from dragoman.model.event_data import Import, ImportedEvent, ImportedMonth
from dragoman.record import imported, named
from dragoman.record.connection import connect_reader, explained
from dragoman.record.filters import Filters

ANY = Filters()


class Opened:
    """What `Dossier` builds on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._db: sqlite3.Connection = connect_reader(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; what was handed out stays valid."""
        self._db.close()

    def named_events(self) -> Iterator[named.NamedEvent]:
        """What events say of persons and sides, by document and id."""
        with explained(self.folder):
            yield from named.select_named_events(self._db)

    def named_speakers(self) -> Iterator[named.NamedSpeaker]:
        """Speakers of statements, by document and id."""
        with explained(self.folder):
            yield from named.select_named_speakers(self._db)

    def named_texts(self) -> Iterator[named.NamedText]:
        """Texts with their dates, by document id."""
        with explained(self.folder):
            yield from named.select_named_texts(self._db)

    def has_imports(self) -> bool:
        """Whether there are events from elsewhere, without texts."""
        with explained(self.folder):
            return imported.has_imports(self._db)

    def imports(self) -> list[Import]:
        """Imported files, by name."""
        with explained(self.folder):
            return list(imported.select_imports(self._db))

    def last_imported_day(self) -> str:
        """A day in the last month of which there are imported events: ISO, "" without any."""
        with explained(self.folder):
            return imported.last_imported_day(self._db)

    def imported_events(self, filters: Filters = ANY) -> Iterator[ImportedEvent]:
        """Events from elsewhere, by day; pair, actor, type, since, until and limit of the filters count."""
        with explained(self.folder):
            yield from imported.select_imported_events(self._db, filters)

    def imported_months(self, filters: Filters = ANY) -> Iterator[ImportedMonth]:
        """The same summed by month and content, by actor, recipient and month."""
        with explained(self.folder):
            yield from imported.select_imported_months(self._db, filters)
