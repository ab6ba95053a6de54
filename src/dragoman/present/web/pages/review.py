"""`/review`: the records that need a look, one at a time, with all that helps to judge them; `?record=ID` opens one."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from starlette.requests import Request

from dragoman.flow.queue import WHOSE, Wanted, find_last, read_queue
from dragoman.model.decisions import RECORD_KINDS, VERDICTS
from dragoman.model.document import Document
from dragoman.model.errors import UsageError
from dragoman.model.records import EVENT_TYPES, STATUSES
from dragoman.model.resolution import Contradiction, Family, Thread
from dragoman.present.asking import check_filters
from dragoman.present.cut import DEFAULT_CUT
from dragoman.present.decided import describe_done, spell_decision
from dragoman.present.fields import Fields
from dragoman.present.review_page import ReviewPage, spell_doubts
from dragoman.present.web.answering import Page, missing
from dragoman.present.web.asked import read_number, read_wanted
from dragoman.present.web.desk import Desk
from dragoman.present.web.links import with_query
from dragoman.present.web.noticed import notices_of
from dragoman.present.web.person import guess_who, who_of
from dragoman.present.wording import spell_page, spell_sides
from dragoman.record.decided import FileState, look_at_files
from dragoman.record.dossier import Dossier
from dragoman.record.overview import stamp_of
from dragoman.record.queue import KINDS, Kind, Queued
from dragoman.resolve.decisions.evidence import Record

Word = TypeVar("Word", bound=str)
MOST_STEPS = 12
"""Tellings of the thread that the page shows; the page of the thread shows all."""


def show_review(desk: Desk, request: Request) -> Page:
    """One record: the one that is asked for, else the one at a place of the queue."""
    wanted = _read_wanted(request)
    asked = request.query_params.get("record", "").strip()
    queue = () if asked else _read_queue(desk.folder, wanted, stamp_of(desk.folder), look_at_files(desk.folder))
    at = min(read_number(request, "at", 0), max(0, len(queue) - 1))
    with desk.open() as opened:
        id = asked or (queue[at].id if queue else "")
        page = ReviewPage.load(opened, _find(opened, id)) if id else None
        notices = notices_of(opened, request.query_params.get("done", ""))
        current = opened.is_current()
        outlet = spell_page(opened.sources_of([page.document.id])[page.document.id]) if page else ""
    context = {
        "page": page, "outlet": outlet, "at": at, "total": len(queue), "asked": asked, "who": wanted.who,
        "guess": guess_who(), "last": find_last(desk.folder, wanted.who) if wanted.who else None,
        "doubts": spell_doubts(queue[at], DEFAULT_CUT) if queue else [], "notices": notices, "current": current,
        "back": _back(request), "around": {"previous": max(0, at - 1), "next": min(at + 1, max(0, len(queue) - 1))},
        "kinds": KINDS, "kind": wanted.kind, "whose": wanted.whose, "types": EVENT_TYPES, "statuses": STATUSES,
        "most_steps": MOST_STEPS, "verdicts": VERDICTS, "spell_decision": spell_decision, "describe": describe_done,
        "sides": lambda record: spell_sides(record, desk.name),
    }  # fmt: skip
    rows = tuple(_row(queued) for queued in queue)
    data: Fields = {"at": at, "queue": list(rows), "record": page.fields() if page else {}}
    return Page("Review", "review.html.jinja", context, rows, data)


@lru_cache(maxsize=8)
def _read_queue(
    folder: Path, wanted: Wanted, _stamp: tuple[int, ...], _files: tuple[FileState, ...]
) -> tuple[Queued, ...]:
    """The queue, made anew only when somebody wrote into the dossier or decided something."""
    return read_queue(folder, wanted)


def _read_wanted(request: Request) -> Wanted:
    query = request.query_params
    filters = replace(check_filters(replace(read_wanted(request), least=None, everything=True)), limit=0)
    kind: Kind = _choice(query.get("kind", ""), KINDS, "kind")
    return Wanted(who_of(request), DEFAULT_CUT, kind, filters, _choice(query.get("whose", ""), WHOSE, "whose"))


def _choice(given: str, known: tuple[Word, ...], what: str) -> Word:
    found = next((each for each in known if each == (given or known[0])), None)
    if found is None:
        raise UsageError(f"Unknown {what} {given!r}. There are: {', '.join(known)}.")
    return found


def _find(opened: Dossier, id: str) -> Record:
    """The record with that id; for a thread the telling that is least sure, for a contradiction its first record."""
    with missing():
        found, _ = opened.find(id)
    if isinstance(found, Thread):
        return min(opened.events_of_thread(found.id), key=lambda event: (event.confidence, event.id))
    if isinstance(found, Contradiction):
        return _find(opened, found.records[0])
    if isinstance(found, Document | Family):
        raise UsageError(f"{found.id} is no record. Reviewed are: {', '.join(RECORD_KINDS)}.")
    return found


def _back(request: Request) -> str:
    """This page, without what it says about the last decision."""
    return with_query(request.url.path, request.query_params, done="")


def _row(queued: Queued) -> Fields:
    return {"id": queued.id, "score": round(queued.score, 3), "clashes": queued.clashes, "lapsed": queued.lapsed,
            "sources": queued.sources, "confidence": queued.confidence}  # fmt: skip
