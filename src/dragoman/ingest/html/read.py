"""A web page, from its markup to a `Page`: rendered, labelled, with its hints."""

from dataclasses import dataclass

from lxml.etree import _Element

from dragoman.ingest.html.maintext import MainText, find_main_text
from dragoman.ingest.html.metadata import read_hints
from dragoman.ingest.html.parts import label_parts
from dragoman.ingest.html.render import Rendering, render
from dragoman.ingest.html.tree import decode_markup, parse_markup
from dragoman.ingest.page import Hint, Page
from dragoman.model.errors import IngestError
from dragoman.text.sanitise import is_binary, sanitise

READER = "html/1"
MAX_ELEMENTS, MAX_TEXT = 20_000, 500_000
"""Pages with more elements or characters are labelled by their markup alone; the guessers would take minutes."""
LARGE_MARKUP = 20_000
"""A page of more characters than this without any text is a fault of ours or of the page, not an empty page."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """What the carrier of some markup says about it.

    Attributes:
        name: name of the page.
        record: place inside the file, "" when the file is the page.
        reader: name and version of the reader that found the markup.
        declared: encoding that the carrier claims (an HTTP header), "" if none.
        hints: what a column, a mail header or a feed item says; they come before the page's own metadata.
        article_only: the markup is the article without a site around it (a feed item, a mail).
    """

    name: str
    record: str = ""
    reader: str = READER
    declared: str = ""
    hints: tuple[Hint, ...] = ()
    article_only: bool = False


def read_html(markup: bytes | str, carrier: Carrier) -> Page:
    """Make a page of HTML.

    Args:
        markup: bytes of a file, or text that is decoded already.
        carrier: where it comes from.

    Raises:
        IngestError: nothing to read in it.
    """
    clean = sanitise(markup) if isinstance(markup, str) else decode_markup(markup, declared=carrier.declared)
    try:
        if is_binary(clean.text):
            raise IngestError("no HTML: the bytes are no text", remedy="Save the page again.")
        tree = parse_markup(clean.text)
        page = _render_whole(tree, len(clean.text))
    except IngestError as error:
        raise IngestError(error.reason, remedy=error.remedy, record=carrier.record) from error
    guess = not carrier.article_only and len(page.text) <= MAX_TEXT and sum(1 for _ in tree.iter()) <= MAX_ELEMENTS
    hints = (*carrier.hints, *read_hints(tree, guess_date=guess))
    main = find_main_text(tree) if guess else MainText()
    labelled = label_parts(page, main, [hint.value for hint in hints if hint.field == "title"])
    return Page(
        name=carrier.name,
        text=page.text,
        reader=carrier.reader,
        record=carrier.record,
        parts=labelled.parts,
        comments=labelled.comments,
        hints=hints,
        repairs=clean.repairs,
    )


def _render_whole(tree: _Element, size: int) -> Rendering:
    body = tree.find("body")
    whole = tree if body is None else body
    page = render(whole)
    if not page.text:
        page = render(whole, show_hidden=True)
    if page.text:
        return page
    if size > LARGE_MARKUP:
        reason = f"a page of {size:,} characters without any text"
        raise IngestError(reason, remedy="It may need its scripts; save it from a browser as text.")
    raise IngestError("the page holds no text", remedy="It may need its scripts: save it from a browser.")
