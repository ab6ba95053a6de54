"""Finds the events that have to be compared with those of other threads, and keeps what clashes between them.

Works inside the transaction of a `Resolution`. Events meet on benches: of one type, with the same sides or the same
recipients, in two neighbouring spans of time; and all of one day, of whatever type and sides. *Each pair has one
bench, which depends on the pair alone, and a bench is always looked at as a whole.* So what comes out does not depend
on the order of arrival, and a new text costs as much as the weeks around it hold. Claims to be the first reach back
further; they have benches over all time.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model.resolution import Contradiction
from dragoman.record.resolving import Resolution
from dragoman.record.telling import chunks, marks, select_sides

STEP = "compare_threads"
LEAST = 0.25
"""Confidence: less certain records are never held against others of another thread."""
SPAN = 64
"""Days: two records that lie further apart than one to two spans do not meet."""
ALWAYS = -1
_FIRST, _VISIT = "first", "CONSULT"
_CLAIMING = (
    "first OR ever OR never OR ((no OR not) AND (since OR years OR decades)) OR ((last OR previous OR recent) AND in)"
)
"""Words of which a claim to be the first has some: "no king had come for ten years", "the last was X, in 1990"."""
Bench = tuple[str, str, str, int]
"""What its events share ("sides", "recipients", "day", "first"), their type, their codes or their day, and the span of
the earlier one."""
_SPOT = "SELECT e.number, e.id, e.document, e.type, e.date, t.thread"
_DAY = len("2000-01-02")
_THREAD = "JOIN thread_events AS t ON t.event = e.id"
_UNDATED = "coalesce(e.date_first, '0000-00-00') = '0000-00-00'"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an event stands: its row, its thread, its sides, and the span of time of its day."""

    number: int
    id: str
    document: str
    type: str
    thread: str
    actors: str
    recipients: str
    sides: str
    span: int
    day: str = ""

    def benches(self) -> Iterator[Bench]:
        """Where it is held against others."""
        for span in (self.span - 1, self.span) if self.span != ALWAYS else ():
            yield "sides", self.type, self.sides, span
            if self.recipients:
                yield "recipients", self.type, self.recipients, span
        if self.day:
            yield self.day_bench()
        if self.type == _VISIT:
            yield self.claim_bench()

    def day_bench(self) -> Bench:
        """Where it is held against what was done on its day by or to others, or is told as another kind of act."""
        return "day", "", self.day, self.span

    def claim_bench(self) -> Bench:
        """Where it is held against what claims to be the first between the same sides."""
        return _FIRST, self.type, self.sides, ALWAYS


def home_of(clash: str, a: Spot, b: Spot) -> Bench:
    """The one bench on which two events are held against each other."""
    if clash == _FIRST:
        return a.claim_bench()
    alike = a.sides == b.sides or a.recipients == b.recipients != ""
    if a.day and a.day == b.day and not (a.type == b.type and alike):
        return a.day_bench()
    kind, codes = ("sides", a.sides) if a.sides == b.sides else ("recipients", a.recipients)
    return kind, a.type, codes, min(a.span, b.span)


def may_clash(bench: Bench, held: Sequence[Spot]) -> bool:
    """Whether a bench has a pair of its own: events of two threads, one of them in its first span."""
    return len({spot.thread for spot in held}) > 1 and any(bench[-1] in (ALWAYS, spot.span) for spot in held)


def find_benches(store: Resolution) -> Mapping[Bench, Sequence[Spot]]:
    """The benches on which an event sits whose thread was made anew, with all that sit there; in order."""
    changed = list(_changed_spots(store))
    wanted = {bench for spot in changed for bench in spot.benches()}
    held: dict[Bench, dict[str, Spot]] = defaultdict(dict)
    near, claiming = list(_spots_near(store, {spot.span for spot in changed})), list(_claim_spots(store, wanted))
    wanted -= {bench for bench in wanted if bench[0] == _FIRST} - {spot.claim_bench() for spot in claiming}
    for spot in (*near, *claiming):
        for bench in spot.benches():
            if bench in wanted:
                held[bench][spot.id] = spot
    return {bench: [held[bench][id] for id in sorted(held[bench])] for bench in sorted(held)}


def replace_clashes(
    store: Resolution, benches: Mapping[Bench, Sequence[Spot]], found: Iterable[Contradiction]
) -> None:
    """Put what was found on these benches in the place of what was; no event is unchecked any more."""
    spots = {spot.id: spot for held in benches.values() for spot in held}
    records: dict[tuple[str, str], list[str]] = defaultdict(list)
    sql = (
        "SELECT c.id, c.clash, x.event FROM contradictions AS c JOIN contradiction_events AS x"
        " ON x.contradiction = c.id WHERE c.step = ? ORDER BY c.id, x.place"
    )
    for row in store.db.execute(sql, (STEP,)):
        records[row["id"], row["clash"]].append(row["event"])
    for (id, clash), pair in records.items():
        if all(event in spots for event in pair) and home_of(clash, *(spots[event] for event in pair)) in benches:
            store.db.execute("DELETE FROM contradictions WHERE id = ?", (id,))
    store.store_contradictions(found, STEP)
    store.db.execute("DELETE FROM unchecked_events")


def _changed_spots(store: Resolution) -> Iterator[Spot]:
    changed = "FROM unchecked_events AS u JOIN events AS e ON e.number = u.event"
    sql = (
        f"{_SPOT}, e.date_first AS day {changed} {_THREAD} WHERE e.confidence >= ? AND NOT {_UNDATED} UNION ALL"
        f" {_SPOT}, d.published_first AS day {changed} {_THREAD} JOIN documents AS d ON d.id = e.document"
        f" WHERE e.confidence >= ? AND {_UNDATED}"
    )
    yield from _spots(store, sql, (LEAST, LEAST))


def _spots_near(store: Resolution, spans: Iterable[int]) -> Iterator[Spot]:
    """The events of these spans and of those beside them."""
    sql = (
        f"{_SPOT}, e.date_first AS day FROM events AS e {_THREAD}"
        f" WHERE e.confidence >= ? AND e.date_first BETWEEN ? AND ? UNION ALL"
        f" {_SPOT}, d.published_first AS day FROM documents AS d JOIN events AS e ON e.document = d.id {_THREAD}"
        f" WHERE e.confidence >= ? AND d.published_first BETWEEN ? AND ? AND {_UNDATED}"
    )
    near = {beside for span in spans if span != ALWAYS for beside in (span - 1, span, span + 1)}
    for each in sorted(near):
        days = _days_of(each)
        yield from _spots(store, sql, (LEAST, *days, LEAST, *days)) if days else ()


def _claim_spots(store: Resolution, wanted: Iterable[Bench]) -> Iterator[Spot]:
    """The visits on those benches on which somebody claims to be the first."""
    codes = {code for bench in wanted if bench[0] == _FIRST for code in bench[2].split()}
    if not codes:
        return
    sql = (
        f"{_SPOT}, '' AS day FROM event_words AS w JOIN events AS e ON e.number = w.rowid {_THREAD}"
        " WHERE event_words MATCH ? AND e.type = ? AND e.confidence >= ?"
    )
    claimed = {spot.claim_bench() for spot in _spots(store, sql, (f"quote: ({_CLAIMING})", _VISIT, LEAST))}
    claimed &= set(wanted)
    sides = sorted({code for bench in claimed for code in bench[2].split()})
    for some in chunks(sides):
        sql = (
            f"{_SPOT}, '' AS day FROM event_sides AS s JOIN events AS e ON e.id = s.event {_THREAD}"
            f" WHERE s.side = 'actor' AND s.code IN ({marks(some)}) AND e.type = ? AND e.confidence >= ?"
        )
        yield from (spot for spot in _spots(store, sql, (*some, _VISIT, LEAST)) if spot.claim_bench() in claimed)


def _spots(store: Resolution, sql: str, values: Sequence[object]) -> Iterator[Spot]:
    rows = store.db.execute(sql, values).fetchall()
    codes = select_sides(store.db, [row["id"] for row in rows])
    for row in rows:
        actors, recipients = sorted(set(codes[row["id"], "actor"])), sorted(set(codes[row["id"], "recipient"]))
        yield Spot(
            row["number"], row["id"], row["document"], row["type"], row["thread"], " ".join(actors),
            " ".join(recipients), " ".join(sorted({*actors, *recipients})), _span_of(row["day"]),
            row["date"] if len(row["date"]) == _DAY and row["date"] == row["day"] else "",
        )  # fmt: skip


def _span_of(day: str | None) -> int:
    try:
        return date.fromisoformat(day or "").toordinal() // SPAN
    except ValueError:
        return ALWAYS


def _days_of(span: int) -> tuple[str, str] | None:
    """First and last day of a span; None before the first year and after the last."""
    try:
        first = date.fromordinal(span * SPAN)
        return first.isoformat(), (first + timedelta(SPAN - 1)).isoformat()
    except (ValueError, OverflowError):
        return None
