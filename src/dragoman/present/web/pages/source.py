"""`/source/NAME`: one outlet: its owner, its texts, what it told first, whose text it carried, how its word stood."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from starlette.requests import Request

from dragoman.model.resolution import STANDINGS, SourceDocument, Thread
from dragoman.present.asking import choose
from dragoman.present.fields import Fields, source_page_fields
from dragoman.present.source_page import find_source, spell_outlet_name, spell_stood
from dragoman.present.web.answering import Page, missing
from dragoman.present.web.asked import PAGE_SIZE, read_number
from dragoman.present.web.desk import Desk
from dragoman.present.web.gathered import SOURCES
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters
from dragoman.text.edtf import sort_key

if TYPE_CHECKING:
    from dragoman.resolve.sources import Copied

SOME = 25
"""Threads shown of each kind, the weightiest."""
FAMILIES = 50
"""Families shown of those that carry its text."""


def show_source(desk: Desk, request: Request) -> Page:
    """One outlet, with a page of its texts."""
    with missing():
        page = find_source(request.path_params["name"], SOURCES.of(request, desk.folder))
    number = max(1, read_number(request, "page", 1))
    first = (number - 1) * PAGE_SIZE
    standing = choose("standing", request.query_params.get("stood", ""), STANDINGS)
    vouched = [id for kind, ids in page.vouched if kind == standing for id in ids]
    with desk.open() as opened:
        texts = _by_day(opened.sources_of(page.documents))
        ahead = _weightiest(opened, page.ahead)
        stood = _weightiest(opened, vouched)
        quotes = opened.quotes_of_threads(thread.id for thread in (*ahead, *stood))
        shown = texts[first : first + PAGE_SIZE]
        names = {text.id: opened.document(text.id).name for text in shown if not text.title}
        lent = [family for family in opened.families_of(page.documents) if family.id in page.first]
    copied = {each.document: each for each in page.copied}
    titles = {text.id: text.title for text in texts}
    rows = tuple(_row(text, copied) for text in shown)
    context = {
        "page": page, "name": spell_outlet_name(page.outlet), "word_stood": spell_stood(page), "standing": standing,
        "ahead": ahead, "stood": stood, "quotes": quotes, "titles": titles, "lent": lent[:FAMILIES], "names": names,
        "total": len(texts), "number": number, "first": first + 1, "more": len(texts) > first + len(shown),
    }  # fmt: skip
    by_standing = [{"standing": kind, "threads": list(ids)} for kind, ids in page.vouched]
    data: Fields = {**source_page_fields(page), "vouched": by_standing, "rows": list(rows)}
    return Page(spell_outlet_name(page.outlet), "source.html.jinja", context, rows, data)


def _by_day(texts: dict[str, SourceDocument]) -> list[SourceDocument]:
    return sorted(texts.values(), key=lambda text: (sort_key(text.published), text.id))


def _weightiest(opened: Dossier, threads: Sequence[str]) -> list[Thread]:
    return list(opened.threads(Filters(threads=tuple(threads), order="weight", limit=SOME))) if threads else []


def _row(text: SourceDocument, copied: "dict[str, Copied]") -> Fields:
    carried = copied.get(text.id)
    return {
        "document": text.id, "published": text.published, "title": text.title, "author": text.author,
        "copied_of": spell_outlet_name(carried.origin) if carried else "", "family": carried.family if carried else "",
    }  # fmt: skip
