"""A state or an organisation that did not exist then: "the Soviet Union signed in 1995".

In: an event. Out: contradictions. It goes by the name that the text itself uses and by a year that it names, or by
the day of its news: "Russia" for the Soviet Union and "Germany" for its western half are loose, not wrong.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from dragoman.model.records import Event
from dragoman.model.resolution import Contradiction
from dragoman.resolve.contradictions.facts import against_fact
from dragoman.resolve.contradictions.tellings import date_words, safe_bounds
from dragoman.resolve.contradictions.unborn import unborn_states
from dragoman.resolve.contradictions.years import find_years
from dragoman.text.edtf import spell
from dragoman.vocab.clash_words import clash_group
from dragoman.vocab.dated_names import DatedName, load_dated_names
from dragoman.vocab.organisations import Organisation, load_organisations
from dragoman.vocab.periods import Period
from dragoman.vocab.states import State, load_states

MARGIN = timedelta(days=366)
"""A year on either side: foundings are signed before they take effect, and ends drag on."""
NEWS = timedelta(days=31)
"""So long before publication a day may lie that a text gives without a year."""
LEAST_OF_NEWS = 0.4
"""Confidence: on 3,930 articles the less certain rows without a year only looked back ("the transition from ...")."""
Dated = State | Organisation | DatedName
_LOOSE = frozenset({"IGO:EU", "IGO:EC", "IGO:WTO", "IGO:OSCE", "IGO:G8"})
"""Names that are carried back to what went before them (the Communities, GATT, the CSCE, the G7)."""
_OTHERS_BEFORE = frozenset({"IGO:WTO", "IGO:G8"})
"""Of these, such as act in other ways than what went before: a ruling is not carried back, a bid to join is."""
_RULINGS = frozenset({"SANCTION", "SUPPORT", "REJECT", "ACCUSE", "COERCE"})
_CONTEXT = 5
_WORD = re.compile(r"[A-Za-z]+")


def find_existence_clashes(event: Event, published: str) -> Iterator[Contradiction]:
    """Sides of the event that had not begun or had ended in the year that the quote names."""
    named = _named_date(event)
    on = named or _news_date(event, published)
    first, last = safe_bounds(on)
    if event.status != "happened" or first is None or last is None or (last - first).days > 366:
        return
    for name, row in _named_sides(event, heirs=bool(named)):
        if _outside(row.period, first, last) and not _speaks_of_the_past(event.quote, name):
            yield against_fact("existence", event, f"{name}, {spell(on)}", f"{row.name} {_told(row.period)}",
                               f"{name} did not exist then", _source(row))  # fmt: skip


def _named_date(event: Event) -> str:
    """The event's date if it is the only date with a year in the quote."""
    years = find_years(event.quote)
    shown = date_words(event)
    return event.date if len(years) == 1 and shown and years[0].value[:4] in shown else ""


def _news_date(event: Event, published: str) -> str:
    """The event's day if it is told as news of the last weeks and the quote names no year: "on Tuesday"."""
    (first, last), (told, _) = safe_bounds(event.date), safe_bounds(published)
    sure = not event.background and event.confidence >= LEAST_OF_NEWS
    if not sure or find_years(event.quote) or first is None or first != last or told is None:
        return ""
    return event.date if timedelta() <= told - first <= NEWS else ""


def _named_sides(event: Event, *, heirs: bool) -> Iterator[tuple[str, Dated]]:
    """States that are no more or not yet, organisations and names given up, where the name stands in the quote.

    With `heirs` a former state counts for its successor too; news of today that names it may only look back.
    """
    sides = {*event.actors, *event.recipients}
    former = {old for code in sides for old in _former_of().get(code, ())} if heirs else set()
    for code in sorted(sides | former):
        state = load_states().get(code)
        row = load_organisations().get(code)
        if state is not None and (state.kind == "former"):
            yield from ((name, state) for name in _standing(state.names, event.quote))
        elif row is not None and not _carried_back(row, event) and row.kind in ("igo", "alliance", "court", "agency"):
            yield from ((name, row) for name in _standing(row.names, event.quote))
    for young in unborn_states(event):
        yield from ((name, young) for name in _standing((*young.names, *young.adjectives), event.quote))
    for old in (each for code in sorted(sides) for each in load_dated_names().get(code, ())):
        yield from ((name, old) for name in _standing((old.name,), event.quote))


def _carried_back(row: Organisation, event: Event) -> bool:
    """Whether the name may stand for what the organisation grew out of; "WTO" is also the Warsaw Treaty's."""
    rules = row.code in _OTHERS_BEFORE and event.actors == (row.code,) and event.type in _RULINGS
    in_full = any(" " in name for name in _standing(row.names, event.quote))
    return row.code in _LOOSE and not (rules and in_full)


@cache
def _former_of() -> dict[str, list[str]]:
    """Former states by the codes under which a record may have them."""
    found: dict[str, list[str]] = {}
    for state in load_states().states:
        for code in (state.code, *state.successor) if state.kind == "former" else ():
            found.setdefault(code, []).append(state.code)
    return found


def _standing(names: tuple[str, ...], quote: str) -> list[str]:
    """The first sure name of several letters that stands in the quote."""
    sure = (name for name in names if not name.startswith("?") and len(name) > 2)
    return [name for name in sure if re.search(rf"\b{re.escape(name)}\b", quote)][:1]


def _outside(period: Period, first: date, last: date) -> bool:
    begun = period.first is None or last >= period.first - MARGIN
    lasting = period.last is None or first <= period.last + MARGIN
    return not (begun and lasting)


def _speaks_of_the_past(quote: str, name: str) -> bool:
    """Whether words beside the name speak of its past or of its heirs: "the former Soviet Union"."""
    doubts = clash_group("past-state")
    before, _, after = quote.partition(name)
    near = [*_WORD.findall(before.lower())[-_CONTEXT:], *_WORD.findall(after.lower())[:3]]
    return any(word in doubts for word in near)


def _told(period: Period) -> str:
    begun = f"from {period.first.year}" if period.first else ""
    ended = f"to {period.last.year}" if period.last else ""
    return " ".join(part for part in ("existed", begun, ended) if part)


def _source(row: Dated) -> str:
    tables = {State: "states.tsv", Organisation: "organisations.tsv", DatedName: "dated_names.tsv"}
    table = tables[type(row)]
    return f"{row.source} ({table}: {row.code})"
