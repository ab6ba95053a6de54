"""`/search`: words in texts and in the quotes of records, narrowed by kind, year and actor."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request

from dragoman.model.document import Document
from dragoman.model.errors import UsageError
from dragoman.model.records import Assessment, Event, Statement
from dragoman.present.actors import find_code
from dragoman.present.cut import choose_cut
from dragoman.present.fields import Fields
from dragoman.present.web.answering import Page
from dragoman.present.web.asked import read_number
from dragoman.present.web.desk import Desk
from dragoman.present.wording import spell_outlet, spell_sides, spell_status, spell_voice
from dragoman.record.dossier import Dossier
from dragoman.record.search_facets import COUNTED, Facets, count_facets
from dragoman.record.searching import KINDS, Hit, Narrowing, escape_query, split_snippet

PAGE = 20
"""Hits of a page of one kind."""
FEW = 5
"""Hits of each kind where none is chosen."""


@dataclass(frozen=True, slots=True)
class Place:
    """A hit with its record or text, and the words around it in pieces, found ones marked."""

    hit: Hit
    record: Document | Event | Statement | Assessment
    pieces: tuple[tuple[str, bool], ...]


def show_search(desk: Desk, request: Request) -> Page:
    """Where all words stand; without words, what can be searched."""
    words = request.query_params.get("q", "").strip()
    number = max(1, read_number(request, "page", 1))
    narrowed = read_narrowing(request, number)
    cut = choose_cut(bool(request.query_params.get("all")), None)
    with desk.open() as opened:
        if not escape_query(words):
            held = [(kind, opened.count(f"{kind}s")) for kind in KINDS]
            return _empty_page(held)
        hits = opened.search(words, limit=PAGE if narrowed.kind else FEW, min_confidence=cut, narrowed=narrowed)
        places = [_place(opened, hit) for hit in hits]
        sources = opened.sources_of({hit.document for hit in hits})
        searched = opened.count("documents")
    facets = count_facets(desk.folder, words, min_confidence=cut, narrowed=narrowed)
    counts = dict(facets.kinds)
    rows = tuple(_fields(place) for place in places)
    context = {
        "words": words, "narrowed": narrowed, "facets": facets, "counts": counts, "number": number, "name": desk.name,
        "groups": [(kind, [place for place in places if place.hit.kind == kind]) for kind in KINDS],
        "more": bool(narrowed.kind) and len(hits) == PAGE, "searched": searched, "sources": sources,
        "counted": COUNTED, "few": FEW,
    }  # fmt: skip
    return Page(f"Search: {words}", "search.html.jinja", context, rows, {**_facet_fields(facets), "hits": list(rows)})


def _empty_page(held: Sequence[tuple[str, int]]) -> Page:
    """What can be searched."""
    rows: tuple[Fields, ...] = tuple({"kind": kind, "rows": count} for kind, count in held)
    return Page("Search", "search.html.jinja", {"words": "", "held": held}, rows, {"held": dict(held), "hits": []})


def read_narrowing(request: Request, number: int) -> Narrowing:
    """Kind, year and actor of the query.

    Raises:
        UsageError: no such kind or actor, or no year.
    """
    given = {key: request.query_params.get(key, "").strip() for key in ("kind", "year", "actor")}
    kind = next((known for known in KINDS if known == given["kind"]), None)
    if given["kind"] and not kind:
        raise UsageError(f"Unknown kind {given['kind']!r}. There are: {', '.join(KINDS)}.")
    if given["year"] and not re.fullmatch(r"(?!0000)\d{4}", given["year"], re.ASCII):
        raise UsageError(f"year {given['year']!r}: not a year. Write it as 2012.")
    actor = find_code(given["actor"]) if given["actor"] else ""
    return Narrowing(kind, given["year"], actor, (number - 1) * PAGE if kind else 0)


def _place(opened: Dossier, hit: Hit) -> Place:
    record = opened.document(hit.id) if hit.kind == "document" else opened.find(hit.id)[0]
    assert isinstance(record, Document | Event | Statement | Assessment)
    return Place(hit, record, tuple(split_snippet(" ".join(hit.snippet.split()))))


def _fields(place: Place) -> Fields:
    """One hit; `told` says of a record what it is, a status never without its voice."""
    record, hit = place.record, place.hit
    date = record.published if isinstance(record, Document) else record.date
    return {
        "kind": hit.kind, "id": hit.id, "document": hit.document, "name": hit.name, "date": date,
        "told": tell(record), "words": "".join(words for words, _ in place.pieces), "confidence": hit.confidence or "",
    }  # fmt: skip


def tell(record: Document | Event | Statement | Assessment) -> str:
    """A text by its title, a record by what it says: a status never without its voice."""
    if isinstance(record, Document):
        return f"{record.title or record.name} ({spell_outlet(record)})"
    if isinstance(record, Event):
        return f"{record.type} {spell_sides(record)}: {spell_status(record.status, record.voice)}"
    if isinstance(record, Statement):
        return f"{record.speaker or '?'} says"
    what = " ".join(filter(None, (record.level, record.trend)))
    return f"{' and '.join(party or '?' for party in record.parties)}: {what}, says {spell_voice(record.voice)}"


def _facet_fields(facets: Facets) -> Fields:
    return {
        "kinds": dict(facets.kinds), "years": dict(facets.years), "actors": dict(facets.actors),
        "less_certain": facets.hidden, "at_least": sorted(facets.partial),
    }  # fmt: skip
