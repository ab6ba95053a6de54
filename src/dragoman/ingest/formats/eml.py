"""Mails: the plain text, else the HTML; date, sender and subject as hints. Attachments are not read."""

from collections.abc import Iterator, Sequence

from dragoman.ingest.containers.mail import MailPart, header_hints, leaf_parts, parse_mail
from dragoman.ingest.formats.plain import decode_text
from dragoman.ingest.html.read import Carrier, read_html
from dragoman.ingest.naming import page_name
from dragoman.ingest.page import HintField, Page, Source
from dragoman.model.errors import IngestError

READER = "eml/1"
_HINTS: dict[str, HintField] = {"Subject": "title", "Date": "published", "From": "author"}


def read_eml(source: Source) -> Iterator[Page]:
    """Give the message as one page.

    Raises:
        IngestError: no message, or no text in it.
    """
    message = parse_mail(source.data)
    parts = list(leaf_parts(message))
    hints = header_hints(message, _HINTS)
    plain = _first(parts, "text/plain")
    if plain:
        clean = decode_text(plain.data, declared=plain.charset)
        yield Page(page_name(source), clean.text, READER, hints=hints, repairs=clean.repairs)
        return
    html = _first(parts, "text/html")
    if html is None:
        names = ", ".join(part.filename or part.kind for part in parts[:5])
        raise IngestError(
            f"the message has no text of its own, only {names}", remedy="Save the attachments and read them."
        )
    carrier = Carrier(page_name(source), reader=READER, declared=html.charset, hints=hints, article_only=True)
    yield read_html(html.data, carrier)


def _first(parts: Sequence[MailPart], kind: str) -> MailPart | None:
    """The first part of that kind that is shown and not empty."""
    return next((part for part in parts if part.kind == kind and not part.filename and part.data.strip()), None)
