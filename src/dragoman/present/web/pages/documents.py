"""`/documents`: the texts by date of publication, by outlet, and how many there are for each month."""

from dataclasses import replace

from starlette.requests import Request

from dragoman.present.cut import DEFAULT_CUT
from dragoman.present.fields import document_fields
from dragoman.present.web.answering import Page
from dragoman.present.web.desk import Desk
from dragoman.present.web.listing import ask_page, count_page, find_facets, find_months
from dragoman.record.facets import count_records


def show_documents(desk: Desk, request: Request) -> Page:
    """A page of the texts that meet the filters of the query."""
    filters, number = ask_page(request)
    with desk.open() as opened:
        listing = count_page(opened, "documents", filters, number)
        docs = list(opened.documents(filters))
    months = find_months(desk, listing.every)
    context = {
        "listing": listing, "months": months, "peak": max((texts for _, texts in months), default=1),
        "outlets": find_facets(desk, "documents", "outlet", replace(listing.every, outlet="")),
        "records": count_records(desk.folder, [doc.id for doc in docs], min_confidence=DEFAULT_CUT),
        "names": {doc.id: doc.outlet or "".join(doc.carriers[-1:]) for doc in docs},
    }  # fmt: skip
    return Page("Documents", "documents.html.jinja", context, tuple(document_fields(doc) for doc in docs))
