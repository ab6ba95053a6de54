"""`/pair/A/B/relation`: how two sides get on over time, each period with its interval and who could have told."""

from starlette.requests import Request

from dragoman.flow.relating import RelationAsk, relation_of
from dragoman.model.relation import Change, Relation
from dragoman.present.relation_fields import (
    EVIDENCE_FREE,
    all_points,
    directions_of,
    relation_fields,
    spell_direction,
    spell_level,
    spell_period,
)
from dragoman.present.web.answering import Page
from dragoman.present.web.desk import Desk
from dragoman.present.web.kept import Kept
from dragoman.present.web.pair_asked import PairAsk, read_pair
from dragoman.present.wording import join_words
from dragoman.text.edtf import spell

Drawn = tuple[Relation, dict[str, str]]
_RELATIONS: Kept[Drawn] = Kept(64)
MOST_CHANGES = 5
MOST_MADE = 3
"""Changes that are told, the largest of all, and threads that are named for each."""


def show_relation(desk: Desk, request: Request) -> Page:
    """The relation in the period that the query asks for."""
    ask = read_pair(desk, request)
    found, words = _RELATIONS.get(desk.folder, (ask.pair, ask.since, ask.until, ask.by), lambda: _draw(desk, ask))
    lines = (found.points, found.forth, found.back)
    context = {
        "ask": ask, "found": found, "words": words, "changes": _largest(found), "most_made": MOST_MADE,
        "last": found.points[-1] if found.points else None,
        "free": EVIDENCE_FREE.format(join_words(found.imported)) if found.imported else "",
        "lines": [(whose, points) for whose, points in zip(directions_of(found.pair), lines, strict=True) if points],
        "spell_level": spell_level, "spell_direction": spell_direction,
        "when": lambda start: _spell_when(start, found), "short": lambda start: spell_period(start, found.period),
    }  # fmt: skip
    title = f"How {desk.name(ask.pair[0])} and {desk.name(ask.pair[1])} get on"
    return Page(title, "relation.html.jinja", context, tuple(all_points(found)), relation_fields(found))


def _draw(desk: Desk, ask: PairAsk) -> Drawn:
    """The relation, and the words of the threads that made its changes."""
    with desk.open() as opened:
        found = relation_of(opened, ask.pair, RelationAsk(ask.by, since=ask.since, until=ask.until))
        made = [id for change in _largest(found) for id in change.threads[:MOST_MADE]]
        return found, opened.quotes_of_threads(made)


def _largest(found: Relation) -> list[Change]:
    """The largest changes, the latest first."""
    largest = sorted(found.changes, key=lambda change: -abs(change.size))[:MOST_CHANGES]
    return sorted(largest, key=lambda change: change.start, reverse=True)


def _spell_when(start: str, found: Relation) -> str:
    if found.period == "week":
        return f"the week of {spell(start)}"
    return spell(spell_period(start, found.period))
