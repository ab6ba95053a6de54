"""The rows of a dossier as files beside the pages: threads, events and statements, as CSV and as JSON."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.present.export.tables import encode_csv
from dragoman.present.fields import Fields, event_fields, statement_fields, thread_fields
from dragoman.present.site.drawing import Wanted, shorten
from dragoman.present.web.answering import encode_json
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters


def list_tables(folder: Path, wanted: Wanted) -> Iterator[tuple[str, str]]:
    """File and text of each; words that are too long for the public are cut, as on the pages."""
    with Dossier(folder) as opened:
        for kind, found in _kinds(opened, Filters(min_confidence=wanted.cut)):
            rows = list(found) if wanted.texts else [_shorten(row) for row in found]
            yield f"data/{kind}.csv", encode_csv(rows)
            yield f"data/{kind}.json", encode_json(rows)


def _kinds(opened: Dossier, filters: Filters) -> Iterator[tuple[str, Iterable[Fields]]]:
    threads = list(opened.threads(filters))
    quotes = opened.quotes_of_threads(thread.id for thread in threads)
    yield "threads", (thread_fields(thread, quotes.get(thread.id, "")) for thread in threads)
    yield "events", map(event_fields, opened.events(filters))
    yield "statements", map(statement_fields, opened.statements(filters))


def _shorten(row: Fields) -> Fields:
    return {key: shorten(value) if isinstance(value, str) else value for key, value in row.items()}
