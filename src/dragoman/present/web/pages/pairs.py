"""`/pairs`: all pairs by weight. `/pairs/levels`: the same with how each gets on, which takes a while to work out."""

from starlette.requests import Request

from dragoman.flow.relating import RelationAsk, last_day_of, told_ties_of
from dragoman.model.network import Tie
from dragoman.model.relation import Pair
from dragoman.present.actors import find_code
from dragoman.present.fields import Fields
from dragoman.present.relation_fields import CANNOT_KNOW, spell_direction, tie_fields
from dragoman.present.web.answering import Page
from dragoman.present.web.asked import PAGE_SIZE, read_number
from dragoman.present.web.computing import compute, patience_for, peek
from dragoman.present.web.desk import Desk
from dragoman.record.overview import PairWeight, stamp_of

Levels = dict[Pair, tuple[Tie, int]]
_WITHOUT = ("level", "low", "high", "trend", "trend_low", "trend_high", "sign", "events", "assessments", "sources")


def show_pairs(desk: Desk, request: Request) -> Page:
    """The pairs; with their levels if these are known already."""
    return _show(desk, request, peek(("levels", desk.folder), stamp_of(desk.folder)))


def show_levels(desk: Desk, request: Request) -> Page:
    """The pairs with their levels; without them, and asking again by itself, as long as these are being computed."""
    key, stamp = ("levels", desk.folder), stamp_of(desk.folder)
    levels = compute(key, stamp, lambda: _work_out(desk), patience_for(request))
    return _show(desk, request, levels, waiting=levels is None)


def _work_out(desk: Desk) -> Levels:
    with desk.open() as opened:
        day = last_day_of(opened)
        found = told_ties_of(opened, day, RelationAsk()) if day else ()
    return {(tie.a, tie.b): (tie, sources) for tie, sources in found}


def _show(desk: Desk, request: Request, levels: Levels | None, *, waiting: bool = False) -> Page:
    named = request.query_params.get("actor", "").strip()
    code = find_code(named) if named else ""
    number, size = max(1, read_number(request, "page", 1)), read_number(request, "limit", PAGE_SIZE) or None
    overview = desk.overview()
    pairs = [pair for pair in overview.pairs if not code or code in (pair.a, pair.b)]
    start = (number - 1) * (size or 0)
    shown = pairs[start : start + size if size else None]
    context = {
        "known": levels is not None, "waiting": waiting, "total": len(pairs), "number": number, "first": start + 1,
        "more": len(pairs) > start + len(shown), "last": overview.last, "note": CANNOT_KNOW,
        "spell_direction": spell_direction,
        "ties": {(pair.a, pair.b): (levels or {}).get((pair.a, pair.b), (None, 0))[0] for pair in shown},
    }  # fmt: skip
    return Page("Pairs", "pairs.html.jinja", context, tuple(_fields(pair, levels or {}) for pair in shown))


def _fields(pair: PairWeight, levels: Levels) -> Fields:
    """A pair with its weight; what is not worked out, or not told enough of, is left empty."""
    weight: Fields = {"a": pair.a, "b": pair.b, "threads": pair.threads, "weight": round(pair.weight, 3)}
    if (pair.a, pair.b) not in levels:
        return {**weight, **dict.fromkeys(_WITHOUT, "")}
    tie, sources = levels[pair.a, pair.b]
    fields = {**tie_fields(tie), "sources": sources}
    return {**weight, **{key: fields[key] for key in _WITHOUT}}
