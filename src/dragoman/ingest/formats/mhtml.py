"""Web pages saved as one file (MHTML): the first HTML part; the day of saving is no publication date."""

from collections.abc import Iterator

from dragoman.ingest.containers.mail import header, header_hints, leaf_parts, parse_mail
from dragoman.ingest.html.read import Carrier, read_html
from dragoman.ingest.naming import page_name
from dragoman.ingest.page import Hint, HintField, Page, Source
from dragoman.model.errors import IngestError

READER = "mhtml/1"
_HINTS: dict[str, HintField] = {"Subject": "title", "Date": "crawled"}


def read_mhtml(source: Source) -> Iterator[Page]:
    """Give the saved page.

    Raises:
        IngestError: no message, or no HTML part in it.
    """
    message = parse_mail(source.data)
    address = header(message, "Snapshot-Content-Location")
    pages = [part for part in leaf_parts(message) if part.kind in ("text/html", "application/xhtml+xml") and part.data]
    if not pages:
        raise IngestError("the file holds no HTML part", remedy="Save the page again, as HTML or as text.")
    page = next((part for part in pages if address and part.location == address), pages[0])
    url = address or page.location
    hints = header_hints(message, _HINTS)
    if url:
        hints = (*hints, Hint("url", url, "header Content-Location"))
    yield read_html(page.data, Carrier(page_name(source), reader=READER, declared=page.charset, hints=hints))
