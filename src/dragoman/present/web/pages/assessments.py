"""`/assessments`: what is said about how two sides get on, by date."""

from dataclasses import replace

from starlette.requests import Request

from dragoman.present.fields import assessment_fields
from dragoman.present.web.answering import Page
from dragoman.present.web.desk import Desk
from dragoman.present.web.listing import ask_page, count_page, find_facets
from dragoman.present.wording import spell_page


def show_assessments(desk: Desk, request: Request) -> Page:
    """A page of the assessments that meet the filters of the query."""
    filters, number = ask_page(request)
    with desk.open() as opened:
        listing = count_page(opened, "assessments", filters, number)
        found = list(opened.assessments(filters))
        outlets = {id: spell_page(source) for id, source in opened.sources_of(one.document for one in found).items()}
    context = {
        "listing": listing, "outlets": outlets,
        "pairs": find_facets(desk, "assessments", "parties", replace(listing.every, actor="", pair=None)),
        "voices": find_facets(desk, "assessments", "voice", replace(listing.every, voice="")),
    }  # fmt: skip
    return Page("Assessments", "assessments.html.jinja", context, tuple(assessment_fields(one) for one in found))
