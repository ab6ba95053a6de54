"""`/new`: all that came after a run, kind by kind; without a run, what the latest one brought."""

from starlette.requests import Request

from dragoman.model.errors import UsageError
from dragoman.present.web.answering import Page
from dragoman.present.web.asked import PAGE_SIZE, read_number
from dragoman.present.web.desk import Desk
from dragoman.present.web.fresh import KINDS, WORDS, FreshKind, find_fresh, ids_of, load_rows
from dragoman.record.novelty import Novelty


def show_new(desk: Desk, request: Request) -> Page:
    """One kind at a time, the weightiest first; unless one is asked for, the first of which anything came."""
    runs = desk.overview().runs
    since = request.query_params.get("since", "") or (runs[min(1, len(runs) - 1)].id if runs else "")
    novelty, number = find_fresh(desk, since), max(1, read_number(request, "page", 1))
    kind = _choose_kind(request.query_params.get("kind", ""), novelty)
    ids = ids_of(novelty, kind)
    with desk.open() as opened:
        found = load_rows(opened, kind, ids[(number - 1) * PAGE_SIZE : number * PAGE_SIZE])
    context = {
        "novelty": novelty, "kind": kind, "found": found, "number": number, "more": number * PAGE_SIZE < len(ids),
        "kinds": [(each, len(ids_of(novelty, each)), WORDS[each]) for each in KINDS],
    }  # fmt: skip
    return Page("New", "new.html.jinja", context, tuple(found.fields(kind)))


def _choose_kind(given: str, novelty: Novelty) -> FreshKind:
    if not given:
        return next((each for each in KINDS if ids_of(novelty, each)), KINDS[0])
    found = next((each for each in KINDS if each == given), None)
    if found is None:
        raise UsageError(f"Unknown kind {given!r}. There are: {', '.join(KINDS)}.")
    return found
