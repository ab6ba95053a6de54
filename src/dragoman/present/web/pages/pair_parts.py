"""Parts of a pair's page that are pages of their own: voices, commitments, sources."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from starlette.requests import Request

from dragoman.flow.commitments import choose_commitments
from dragoman.model.resolution import SourceDocument
from dragoman.present.fields import Fields, assessment_fields, commitment_fields
from dragoman.present.independent import group_independent
from dragoman.present.web.answering import Page
from dragoman.present.web.asked import PAGE_SIZE, read_number
from dragoman.present.web.desk import Desk
from dragoman.present.web.gathered import find_held_of_pair
from dragoman.present.web.kept import Kept
from dragoman.present.web.pair_asked import read_pair
from dragoman.present.wording import spell_page
from dragoman.record.filters import Filters
from dragoman.text.edtf import sort_key

_TEXTS: Kept[tuple[Fields, ...]] = Kept(16)
"""The texts on some pairs in some periods: five thousand take some 3 MB."""


def show_voices(desk: Desk, request: Request) -> Page:
    """`/pair/A/B/voices`: who says how the two get on, and in which words; the latest first."""
    ask = read_pair(desk, request)
    number, size = read_page(request)
    wanted = replace(ask.filters, order="latest", limit=size, offset=(number - 1) * size)
    with desk.open() as opened:
        total = opened.count_matching("assessments", ask.filters)
        found = list(opened.assessments(wanted))
        pages = opened.sources_of(one.document for one in found)
    context = {"ask": ask, "found": found, "outlets": {id: spell_page(page) for id, page in pages.items()},
               **page_context(number, size, len(found), total)}  # fmt: skip
    return Page(f"Who says how {_both(desk, ask.pair)} get on", "voices.html.jinja", context,
                tuple(map(assessment_fields, found)))  # fmt: skip


def show_pair_commitments(desk: Desk, request: Request) -> Page:
    """`/pair/A/B/commitments`: what each side announced, promised or proposed to the other; the latest first."""
    ask = read_pair(desk, request)
    number, size = read_page(request)
    found = choose_commitments(find_held_of_pair(desk.folder, ask.filters), ask.filters)
    start = (number - 1) * size
    shown = found.shown[::-1][start : start + size]
    context = {"ask": ask, "found": [held.commitment for held in shown], "hidden": found.hidden,
               **page_context(number, size, len(shown), len(found.shown))}  # fmt: skip
    return Page(f"Commitments between {_both(desk, ask.pair)}", "pair_commitments.html.jinja", context,
                tuple(commitment_fields(held.commitment, held.confidence) for held in shown))  # fmt: skip


def show_pair_sources(desk: Desk, request: Request) -> Page:
    """`/pair/A/B/sources`: the texts that tell of the two, published in the period; and who speaks independently."""
    ask = read_pair(desk, request)
    number, size = read_page(request)
    wanted = Filters(pair=ask.pair, since=ask.filters.since, until=ask.filters.until)
    rows = _TEXTS.get(desk.folder, wanted, lambda: _find_texts(desk, wanted))
    start = (number - 1) * size
    shown = rows[start : start + size]
    groups = len({row["source"] for row in rows})
    context = {"ask": ask, "groups": groups, "outlets": _count_outlets(rows, ask.count),
               **page_context(number, size, len(shown), len(rows))}  # fmt: skip
    return Page(f"Sources on {_both(desk, ask.pair)}", "pair_sources.html.jinja", context, tuple(shown))


def read_page(request: Request) -> tuple[int, int]:
    """Which page of a list is asked for, from 1, and how many rows it has."""
    return max(1, read_number(request, "page", 1)), read_number(request, "limit", PAGE_SIZE) or PAGE_SIZE


def page_context(number: int, size: int, shown: int, total: int) -> dict[str, object]:
    """What the head and the foot of a list in pages need."""
    start = (number - 1) * size
    return {"number": number, "total": total, "first": start + 1, "more": total > start + shown}


def _find_texts(desk: Desk, wanted: Filters) -> tuple[Fields, ...]:
    """A row for each text that the filters let through, the latest first."""
    with desk.open() as opened:
        pages = opened.sources_of(opened.ids("documents", wanted))
        groups = group_independent(opened, pages)
    return tuple(sorted(_rows(groups, pages), key=_place, reverse=True))


def _rows(groups: list[tuple[str, ...]], pages: Mapping[str, SourceDocument]) -> list[Fields]:
    """A row a text; `source` is the number of the independent source that it belongs to."""
    return [
        {"document": id, "title": pages[id].title, "outlet": _outlet_of(pages[id]), "published": pages[id].published,
         "source": number, "texts_of_source": len(group)}
        for number, group in enumerate(groups, 1)
        for id in group
    ]  # fmt: skip


def _outlet_of(page: SourceDocument) -> str:
    """Outlet, else carrier, "" where neither is named: the id of a text is no outlet."""
    return page.outlet or (page.carriers[-1] if page.carriers else "")


def _place(row: Fields) -> tuple[bool, str, str]:
    published = str(row["published"])
    return bool(published), sort_key(published), str(row["document"])


def _count_outlets(rows: Sequence[Fields], count: str) -> list[tuple[str, int]]:
    """Outlets by the number of their texts, or of the independent sources among these; "" where none is named."""
    counted: dict[str, set[object]] = {}
    for row in rows:
        counted.setdefault(str(row["outlet"]), set()).add(row["source" if count == "sources" else "document"])
    return sorted(((outlet, len(found)) for outlet, found in counted.items()), key=lambda one: (-one[1], one[0]))


def _both(desk: Desk, pair: tuple[str, str]) -> str:
    return f"{desk.name(pair[0])} and {desk.name(pair[1])}"
