"""`/statements` and `/predictions`: what is said, by whom; `/statement/ID`: one of them in its text."""

from dataclasses import replace

from starlette.requests import Request

from dragoman.model.errors import UsageError
from dragoman.model.records import Event, Statement
from dragoman.present.cut import DEFAULT_CUT
from dragoman.present.fields import Fields, prediction_fields, statement_fields
from dragoman.present.margin import margin_fields
from dragoman.present.web.answering import Page, missing
from dragoman.present.web.desk import Desk
from dragoman.present.web.listing import ask_page, count_page, find_facets
from dragoman.present.web.why import Why
from dragoman.present.wording import spell_outlet, spell_page
from dragoman.record.dossier import Dossier


def show_statements(desk: Desk, request: Request) -> Page:
    """A page of the statements that meet the filters of the query."""
    return _show_list(desk, request, foretells=False)


def show_predictions(desk: Desk, request: Request) -> Page:
    """A page of the statements that foretell, with what people decided became of them."""
    return _show_list(desk, request, foretells=True)


def show_statement(desk: Desk, request: Request) -> Page:
    """One statement: the text around it, what it tells, and how each field came about."""
    with desk.open() as opened:
        with missing():
            record = opened.find(request.path_params["id"])[0]
            if not isinstance(record, Statement):
                raise UsageError(f"No statement has the id {request.path_params['id']!r}.")
        doc = opened.document(record.document)
        why = Why.load(opened, doc, record, str(request.base_url))
        records = opened.records_of(doc.id, min_confidence=DEFAULT_CUT)
        outcome = _find_outcomes(opened).get(record.id, "")
    told = [margin_fields(event) for event in records.events if _lies_in(event, record)]
    context = {"doc": doc, "why": why, "said": record, "outlet": spell_outlet(doc), "told": told, "outcome": outcome}
    data: Fields = {**prediction_fields(record, outcome), **why.fields(), "tells": list(told)}
    return Page(f"{record.speaker} says", "statement.html.jinja", context, (prediction_fields(record, outcome),), data)


def _show_list(desk: Desk, request: Request, *, foretells: bool) -> Page:
    filters, number = ask_page(request, foretells=foretells)
    with desk.open() as opened:
        listing = count_page(opened, "statements", filters, number)
        said = list(opened.statements(filters))
        outlets = {id: spell_page(source) for id, source in opened.sources_of(one.document for one in said).items()}
        outcomes = _find_outcomes(opened) if foretells else {}
    context = {
        "listing": listing, "outlets": outlets, "foretells": foretells,
        "speakers": find_facets(desk, "statements", "speaker", replace(listing.every, voice="")),
        "actors": find_facets(desk, "statements", "speaker_actor", replace(listing.every, actor="", pair=None)),
    }  # fmt: skip
    rows = (prediction_fields(one, outcomes.get(one.id, "")) if foretells else statement_fields(one) for one in said)
    return Page("Predictions" if foretells else "Statements", "statements.html.jinja", context, tuple(rows))


def _find_outcomes(opened: Dossier) -> dict[str, str]:
    from dragoman.flow.reviewing import find_outcomes

    return dict(find_outcomes(opened))


def _lies_in(event: Event, said: Statement) -> bool:
    """Whether the words of an event are part of those of a statement."""
    return said.span[0] <= event.span[0] and event.span[1] <= said.span[1]
