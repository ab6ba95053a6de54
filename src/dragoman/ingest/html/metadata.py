"""What the head of a page says about it: hints in order of trust, each with the place where it stood.

Metadata only labels: nothing here changes the text, and no hint is believed before `dating` and `provenance` weigh it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from lxml.etree import _Element

from dragoman.ingest.html.roles import read_table
from dragoman.ingest.page import Hint, HintField
from dragoman.text.sanitise import sanitise

MAX_VALUE = 500
"""Longer values are no titles, names or dates."""
MAX_NODES = 5000
"""Objects of JSON-LD that are looked at; the article is among the first."""

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
_FIELDS: tuple[HintField, ...] = get_args(HintField)


@dataclass(frozen=True, slots=True)
class _Row:
    field: HintField
    kind: str
    entry: str
    trust: int


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(field, kind, entry, int(trust))
        for field, kind, entry, trust in read_table("html_metadata.tsv")
        if field in _FIELDS
    )


def read_hints(tree: _Element, *, guess_date: bool = True) -> tuple[Hint, ...]:
    """All that the page's markup says about itself.

    Args:
        tree: the parsed page.
        guess_date: also ask htmldate, which guesses from the whole page; its hint is the last of `published`.

    Returns:
        Hints field by field, the most trusted first; no value twice for one field and source.
    """
    ranked = [*_table_hints(tree), *_element_hints(tree)]
    if guess_date:
        ranked.extend((9, hint) for hint in _guessed_date(tree))
    ranked.sort(key=lambda item: (_FIELDS.index(item[1].field), item[0]))
    return tuple(dict.fromkeys(hint for _, hint in ranked))


def _table_hints(tree: _Element) -> Iterator[tuple[int, Hint]]:
    metas = _metas(tree)
    objects = _json_objects(tree)
    for row in _rows():
        if row.kind == "meta":
            for value in metas.get(row.entry.lower(), ()):
                yield row.trust, Hint(row.field, value, f"meta {row.entry}")
        else:
            for value in _json_values(objects, row.entry):
                yield row.trust, Hint(row.field, value, f"JSON-LD {row.entry}")


def _metas(tree: _Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        value = _cleaned(meta.get("content"))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = str(meta.get(attribute) or "").strip().lower()
            if name and value:
                found.setdefault(name, []).append(value)
    return found


def _element_hints(tree: _Element) -> Iterator[tuple[int, Hint]]:
    for link in tree.iter("link"):
        if "canonical" in str(link.get("rel") or "").lower().split():
            yield from _hint(1, "url", link.get("href"), "link canonical")
    for element in tree.iter("time"):
        if element.get("pubdate") is not None or (element.get("itemprop") or "").lower() == "datepublished":
            yield from _hint(3, "published", element.get("datetime") or _text_of(element), "time element")
            break  # those further down the page date other articles
    for element in tree.iter("span", "div", "p", "abbr"):
        if (element.get("itemprop") or "").lower() == "datepublished":
            yield from _hint(3, "published", element.get("content") or _text_of(element), "itemprop datePublished")
            break
    for heading in tree.iter("h1"):
        yield from _hint(4, "title", _text_of(heading), "h1")
    for title in tree.iter("title"):
        yield from _hint(5, "title", _text_of(title), "title element")
        break
    yield from _hint(
        1, "language", tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"), "html lang"
    )


def _hint(trust: int, field: HintField, value: object, source: str) -> Iterator[tuple[int, Hint]]:
    text = _cleaned(value)
    if text:
        yield trust, Hint(field, text, source)


def _guessed_date(tree: _Element) -> Iterator[Hint]:
    from htmldate import find_date

    try:
        found = find_date(tree, original_date=True)
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):  # what it raises on odd markup
        found = None
    if found and not found.endswith("-01-01"):  # its answer to a bare year, as in a copyright line
        yield Hint("published", found, "htmldate")


def _text_of(element: _Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _cleaned(value: object) -> str:
    text = " ".join(sanitise(value).text.split()) if isinstance(value, str) else ""
    return text if len(text) <= MAX_VALUE else ""


def _json_objects(tree: _Element) -> list[dict[str, Json]]:
    """All objects of the page's JSON-LD that are no mere lists of other pages, articles before others."""
    found: list[dict[str, Json]] = []
    for script in tree.iter("script"):
        if "ld+json" in str(script.get("type") or "").lower():
            found.extend(_top_objects(_loaded(script.text or "")))
    return sorted(found, key=lambda item: "Article" not in str(item.get("@type")))


def _loaded(text: str) -> Json:
    try:
        return cast(Json, json.loads(text.strip().rstrip(";"), strict=False))
    except (ValueError, RecursionError):
        return None


def _top_objects(value: Json) -> Iterator[dict[str, Json]]:
    """The object itself, the members of a list, of `@graph` and of `mainEntity`."""
    queue = [value]
    for _ in range(MAX_NODES):
        if not queue:
            return
        item = queue.pop(0)
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            yield item
            queue.extend(item[key] for key in ("@graph", "mainEntity") if key in item)


def _json_values(objects: list[dict[str, Json]], path: str) -> Iterator[str]:
    """Strings at `path` ("author.name"); an object without that key may be the string itself, or have an `@id`."""
    first, _, second = path.partition(".")
    for item in objects:
        value = item.get(first)
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                part = part.get(second or "@id")
            text = _cleaned(part)
            if text:
                yield text
