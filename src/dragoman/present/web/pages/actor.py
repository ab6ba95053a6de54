"""`/actor/ID`: one actor: spellings, offices, what it said, what it did, with whom, and who it may be besides."""

from dataclasses import dataclass, replace
from typing import Literal

from starlette.requests import Request

from dragoman.model.records import Statement
from dragoman.model.resolution import ActorEntry, Thread
from dragoman.present.actor_page import ActorsShown, office_fields, spell_term
from dragoman.present.cut import DEFAULT_CUT
from dragoman.present.fields import Fields, thread_fields
from dragoman.present.web.answering import Page, missing
from dragoman.present.web.asked import read_number
from dragoman.present.web.desk import Desk
from dragoman.present.web.gathered import ACTORS
from dragoman.present.wording import spell_page
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters

SOME = 20
"""Statements, threads and pairs of one page."""
MOST_SPELLINGS = 40


@dataclass(frozen=True, slots=True)
class Part:
    """A page of what an actor said or did: how many there are, and which page of them this is."""

    total: int
    number: int

    @property
    def more(self) -> bool:
        """Whether another page follows."""
        return self.total > self.number * SOME


def show_actor(desk: Desk, request: Request) -> Page:
    """One actor."""
    known = ACTORS.of(request, desk.folder)
    with missing():
        entry = known.find(request.path_params["id"])
    pages = {key: max(1, read_number(request, key, 1)) for key in ("said", "did")}
    with desk.open() as opened:
        said = _filters(entry, known.deeds[entry.id].statements, "latest", pages["said"])
        did = _filters(entry, known.deeds[entry.id].events, "weight", pages["did"])
        statements, threads = list(opened.statements(said)), list(opened.threads(did))
        quotes = opened.quotes_of_threads(thread.id for thread in threads)
        outlets = {id: spell_page(page) for id, page in opened.sources_of(s.document for s in statements).items()}
        parts = {
            "said": Part(opened.count_matching("statements", said), pages["said"]),
            "did": Part(opened.count_matching("threads", did), pages["did"]),
        }
        hidden = opened.count_hidden("threads", did)
        sides = _sides_beside(desk, opened, entry, did)
    unsure = [(id, known.name_of(id)) for id in entry.unsure]
    context = {
        "entry": entry, "offices": [(office, spell_term(office)) for office in known.offices.get(entry.id, ())],
        "spellings": entry.spellings[:MOST_SPELLINGS], "statements": statements, "outlets": outlets,
        "threads": threads, "quotes": quotes, "parts": parts, "with_whom": sides, "hidden": hidden,
        "own": entry.code if entry.kind == "person" else entry.id,
        "unsure": [(id, name) for id, name in unsure if name], "unnamed": sum(not name for _, name in unsure),
    }  # fmt: skip
    rows = tuple(_rows(statements, threads, quotes))
    return Page(entry.name, "actor.html.jinja", context, rows, _data(entry, known, rows, sides, parts))


def _filters(entry: ActorEntry, records: tuple[str, ...], order: Literal["weight", "latest"], number: int) -> Filters:
    """A side's records are found by its code; a person's are named one by one."""
    offset = (number - 1) * SOME
    wanted = Filters(min_confidence=DEFAULT_CUT, limit=SOME, offset=offset, order=order)
    return replace(wanted, among=records) if entry.kind == "person" else replace(wanted, actor=entry.id)


def _sides_beside(desk: Desk, opened: Dossier, entry: ActorEntry, did: Filters) -> list[tuple[str, int]]:
    """With whom: the other sides of its threads, and in how many; the weightiest pairs first."""
    if entry.kind == "person":
        return [side for side in opened.count_sides(did) if side[0] != entry.code][:SOME]
    pairs = (pair for pair in desk.overview().pairs if entry.id in (pair.a, pair.b))
    return [(pair.b if pair.a == entry.id else pair.a, pair.threads) for pair in pairs][:SOME]


def _rows(statements: list[Statement], threads: list[Thread], quotes: dict[str, str]) -> list[Fields]:
    """What is shown of what it said and did, in one table."""
    rows: list[Fields] = [
        {"part": "said", "id": s.id, "date": s.date, "what": s.mode, "readable": f"says {s.speaker}",
         "document": s.document, "quote": s.quote} for s in statements
    ]  # fmt: skip
    for thread in threads:
        fields = thread_fields(thread)
        rows.append({"part": "did", "id": thread.id, "date": thread.date, "what": thread.type,
                     "readable": fields["readable"], "document": "", "quote": quotes.get(thread.id, "")})  # fmt: skip
    return rows


def _data(
    entry: ActorEntry, known: ActorsShown, rows: tuple[Fields, ...], sides: list[tuple[str, int]],
    parts: dict[str, Part],
) -> Fields:  # fmt: skip
    """Everything that the page says."""
    return {
        "id": entry.id, "kind": entry.kind, "name": entry.name, "code": entry.code,
        "spellings": [{"name": s.name, "mentions": s.mentions, "documents": s.documents} for s in entry.spellings],
        "offices": [office_fields(office) for office in known.offices.get(entry.id, ())],
        "reasons": list(entry.reasons), "unsure": [id for id in entry.unsure if known.name_of(id)],
        "said": parts["said"].total, "did": parts["did"].total,
        "with": [{"code": code, "threads": threads} for code, threads in sides], "rows": list(rows),
    }  # fmt: skip
