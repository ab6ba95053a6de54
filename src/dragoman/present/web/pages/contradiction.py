"""`/contradiction/ID`: two records that cannot both be true, side by side, or one against a known fact."""

from starlette.requests import Request

from dragoman.model.records import Event
from dragoman.model.resolution import Contradiction, SourceDocument
from dragoman.present.fields import Fields, contradiction_fields, event_fields
from dragoman.present.web.answering import MissingError, Page, missing
from dragoman.present.web.desk import Desk
from dragoman.present.wording import spell_page, spell_status


def show_contradiction(desk: Desk, request: Request) -> Page:
    """One contradiction."""
    with desk.open() as opened:
        with missing():
            found = opened.find(request.path_params["id"])[0]
        if not isinstance(found, Contradiction):
            raise MissingError(f"No contradiction has the id {request.path_params['id']!r}.")
        records = [opened.find(id)[0] for id in found.records]
        events = [record for record in records if isinstance(record, Event)]
        sources = opened.sources_of(event.document for event in events)
        thread = opened.thread(found.thread) if found.thread else None
    rows = tuple(_row(value, event, sources) for value, event in zip(found.values, events, strict=False))
    if found.source:
        rows += (_fact_row(found),)
    context = {"clash": found, "events": events, "sources": sources, "thread": thread}
    data: Fields = {**contradiction_fields(found), "sides": [event_fields(event) for event in events]}
    return Page(f"Contradiction: {found.clash}", "contradiction.html.jinja", context, rows, data)


def _row(value: str, event: Event, sources: dict[str, SourceDocument]) -> Fields:
    page = sources[event.document]
    return {
        "says": value, "record": event.id, "document": event.document, "outlet": spell_page(page),
        "published": page.published, "date": event.date, "status": event.status, "voice": event.voice,
        "readable": spell_status(event.status, event.voice), "quote": event.quote, "source": "",
    }  # fmt: skip


def _fact_row(found: Contradiction) -> Fields:
    blank = ("record", "document", "outlet", "published", "date", "status", "voice", "readable", "quote")
    return {"says": found.values[1], **dict.fromkeys(blank, ""), "source": found.source}
