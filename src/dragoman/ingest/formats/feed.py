"""RSS, RDF and Atom feeds: each item with its full content, or its summary where the feed gives no more.

Entities are never resolved: a feed that declares its own is refused. The item's title opens the text as a heading.
"""

import re
from collections.abc import Iterator
from html import escape

from lxml import etree
from lxml.etree import _Element

from dragoman.ingest.html.read import Carrier, read_html
from dragoman.ingest.html.tree import decode_markup
from dragoman.ingest.naming import record_name
from dragoman.ingest.page import Hint, HintField, Page, Source
from dragoman.model.errors import IngestError
from dragoman.text.sanitise import sanitise

READER = "feed/1"
SUMMARY_READER = "feed-summary/1"
"""Reader of items of which the feed gives only a summary: the text is short because the feed is."""

_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:rss|feed|RDF)[\s>]", re.IGNORECASE)
_FULL = ("encoded", "content")
_SUMMARY = ("description", "summary")
_HINTS: tuple[tuple[str, HintField], ...] = (
    ("title", "title"), ("pubDate", "published"), ("published", "published"), ("issued", "published"),
    ("date", "published"), ("updated", "modified"), ("modified", "modified"),
    ("creator", "author"), ("author", "author"),
)  # fmt: skip


def read_feed(source: Source) -> Iterator[Page | IngestError]:
    """Give each item of the feed as a page.

    Raises:
        IngestError: no feed, or a feed that declares entities.
    """
    root = _parse(source.data)
    channel = _channel_hints(root)
    items = [element for element in root.iter() if _local(element) in ("item", "entry")]
    if not items:
        raise IngestError("the feed holds no items", remedy="Fetch it again; some feeds need the full address.")
    for number, item in enumerate(items, start=1):
        try:
            yield _read_item(item, channel, source, number)
        except IngestError as error:
            yield error


def _parse(data: bytes) -> _Element:
    text = decode_markup(data).text.lstrip()
    found = _ROOT.search(text)
    if not found:
        raise IngestError("neither RSS nor Atom", remedy="Other XML is not read; save the articles as HTML or text.")
    if _ENTITY.search(text, 0, found.start()):
        raise IngestError("the feed declares its own XML entities", remedy="Remove its DOCTYPE and read it again.")
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise IngestError(f"the XML is broken ({error})", remedy="Fetch the feed again.") from error
    if root is None:
        raise IngestError("the XML is broken", remedy="Fetch the feed again.")
    return root


def _read_item(item: _Element, channel: tuple[Hint, ...], source: Source, number: int) -> Page:
    record = f"item {number}"
    content = _content(item, _FULL)
    reader = READER if content else SUMMARY_READER
    content = content or _content(item, _SUMMARY)
    if not content:
        raise IngestError("the item has neither content nor summary", remedy="Fetch its page instead.", record=record)
    hints = (*_item_hints(item), *channel)
    title = next((hint.value for hint in hints if hint.field == "title"), "")
    markup = f"<html><body><h1>{escape(title)}</h1><div>{content}</div></body></html>"
    return read_html(markup, Carrier(record_name(source, number), record, reader, hints=hints, article_only=True))


def _content(item: _Element, names: tuple[str, ...]) -> str:
    """Markup of the first child of these names that holds anything; plain text is escaped."""
    for child in _children(item, names):
        kind = str(child.get("type") or "html").lower()
        if kind == "xhtml":
            return "".join(etree.tostring(inner, encoding="unicode") for inner in child)
        text = _text(child)
        if text:
            return escape(text) if kind in ("text", "text/plain") else text
    return ""


def _item_hints(item: _Element) -> Iterator[Hint]:
    for name, field in _HINTS:
        for child in _children(item, (name,)):
            value = " ".join(_text(child).split())
            if value:
                yield Hint(field, value, f"feed {name}")
    for child in _children(item, ("link",)):
        if child.get("rel", "alternate") == "alternate" and (child.get("href") or _text(child)):
            yield Hint("url", str(child.get("href") or _text(child)), "feed link")
            break


def _channel_hints(root: _Element) -> tuple[Hint, ...]:
    channel = next((child for child in root if _local(child) == "channel"), root)
    fields: tuple[tuple[str, HintField], ...] = (("title", "outlet"), ("language", "language"))
    return tuple(
        Hint(field, " ".join(_text(child).split()), f"feed channel {name}")
        for name, field in fields
        for child in _children(channel, (name,))
        if _text(child)
    )


def _children(parent: _Element, names: tuple[str, ...]) -> list[_Element]:
    found = [child for child in parent if _local(child) in names]
    return sorted(found, key=lambda child: names.index(_local(child)))


def _local(element: _Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _text(element: _Element) -> str:
    return sanitise("".join(str(text) for text in element.itertext())).text.strip()
