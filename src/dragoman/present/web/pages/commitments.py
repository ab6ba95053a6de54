"""`/commitments`: who promised what to whom, due when, and how it stands."""

from dataclasses import replace

from starlette.requests import Request

from dragoman.flow.commitments import Held, choose_commitments, widen
from dragoman.model.resolution import COMMITMENT_STANDINGS
from dragoman.present.asking import check_filters, check_kept
from dragoman.present.fields import commitment_fields
from dragoman.present.web.answering import Page
from dragoman.present.web.asked import read_number, read_wanted
from dragoman.present.web.desk import Desk
from dragoman.present.web.gathered import COMMITMENTS, find_held_of_pair
from dragoman.record.filters import Filters

SIGNS = {"open": "planned", "kept": "happened", "moved": "postponed", "dropped": "cancelled"}
"""The sign of a standing where it is not of that name."""


def show_commitments(desk: Desk, request: Request) -> Page:
    """A page of the commitments that meet the filters."""
    number = max(1, read_number(request, "page", 1))
    wanted = read_wanted(request)
    kept = check_kept(wanted.standing)
    filters = check_filters(replace(wanted, standing=None))
    filters = replace(filters, offset=(number - 1) * filters.limit)
    found = choose_commitments(_find(desk, request, filters), filters, kept)
    context = {
        "shown": found.shown, "total": found.total, "hidden": found.hidden, "number": number,
        "first": filters.offset + 1, "more": found.total > filters.offset + len(found.shown),
        "standings": COMMITMENT_STANDINGS, "signs": SIGNS,
    }  # fmt: skip
    rows = tuple(commitment_fields(held.commitment, held.confidence) for held in found.shown)
    return Page("Commitments", "commitments.html.jinja", context, rows)


def _find(desk: Desk, request: Request, filters: Filters) -> tuple[Held, ...]:
    """Of one pair they are found anew, faster than all of a dossier; otherwise the kept ones are chosen from."""
    if filters.pair or filters.document:
        return find_held_of_pair(desk.folder, filters)
    every = COMMITMENTS.of(request, desk.folder, filters.as_of)
    if not filters.actor:
        return every
    with desk.open() as opened:
        threads = frozenset(opened.ids("threads", widen(filters)))
    return tuple(held for held in every if held.commitment.thread in threads)
