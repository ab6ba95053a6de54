"""HTML files."""

from collections.abc import Iterator

from dragoman.ingest.html.read import Carrier, read_html
from dragoman.ingest.naming import page_name
from dragoman.ingest.page import Page, Source


def read_html_file(source: Source) -> Iterator[Page]:
    """Give the file as one page.

    Raises:
        IngestError: nothing to read in it.
    """
    yield read_html(source.data, Carrier(page_name(source)))
