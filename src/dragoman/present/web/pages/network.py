"""`/network`: who stands with whom on a day, what is out of balance, what presses, and what another tie would do."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request

from dragoman.flow.relating import (
    Evidence,
    RelationAsk,
    evidence_of_all,
    last_day_of,
    suppose_levels,
    system_told,
    ties_told,
)
from dragoman.model.network import Difference, System, Tie
from dragoman.model.relation import Pair
from dragoman.present.asking import check_day, read_levels
from dragoman.present.fields import Fields
from dragoman.present.relation_fields import CANNOT_KNOW, spell_level, tie_fields
from dragoman.present.system_wording import (
    describe_camps,
    describe_difference,
    describe_pressures,
    describe_triangles,
    difference_fields,
    system_fields,
)
from dragoman.present.web.answering import Page
from dragoman.present.web.computing import Stamp, await_result
from dragoman.present.web.desk import Desk
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters
from dragoman.record.overview import stamp_of
from dragoman.text.edtf import bounds_of, spell

SECONDS = 3.0
"""Time to prove that no better camps exist; the command line takes 10."""
SHOWN = 200
"""Ties that the table shows if not every one is asked for: some 90 KB of HTML."""
MOST_YEARS = 30
"""Years whose last day the page leads to, the latest ones."""
MOST = 12
"""Triangles and pressures that stand open on the page; the others are folded away."""


@dataclass(frozen=True, slots=True)
class _Network:
    """The network of a day; `after` and `difference` where levels are supposed; days of the first and the last text."""

    system: System
    first: str
    last: str
    after: System | None = None
    difference: Difference | None = None


def show_network(desk: Desk, request: Request) -> Page:
    """The network of a day, the last one if the query names none; a page to wait with if it takes long."""
    day = check_day("date", request.query_params.get("date"))
    supposed = read_supposed(request)
    among = "all" if request.query_params.get("all_actors") else "states"
    stamp = stamp_of(desk.folder)
    found = await_result(
        request, ("network", desk.folder, day, among, tuple(supposed.items())), desk.folder,
        lambda: _make(desk, stamp, day, among, supposed),
        title="Network", what=f"network of {spell(day) if day else 'the last day'}",
    )  # fmt: skip
    return _page(desk, found, supposed, among, None if request.query_params.get("every") else SHOWN)


def read_supposed(request: Request) -> dict[Pair, float]:
    """The levels that the query supposes: `suppose=PAK-USA=-6`, several one after another or in one field.

    Raises:
        UsageError: no pair, no number, or one outside the scale.
    """
    given = ",".join(request.query_params.getlist("suppose")).replace(";", ",")
    return read_levels([each.strip() for each in given.split(",") if each.strip()])


def _make(desk: Desk, stamp: Stamp, day: str, among: str, supposed: dict[Pair, float]) -> _Network:
    _, first, last = _gather(desk.folder, stamp)
    if not last and not day:
        return _Network(System("", (), (), (), ()), "", "")
    system = system_told(_ties(desk.folder, stamp, day or last), day or last, desk.name, among=among, seconds=SECONDS)
    if not supposed:
        return _Network(system, first, last)
    return _Network(system, first, last, *suppose_levels(system, supposed, desk.name, seconds=SECONDS))


@lru_cache(maxsize=1)
def _gather(folder: Path, _stamp: Stamp) -> tuple[Evidence, str, str]:
    """What speaks of all pairs, kept for other days; the days of the first and the last text."""
    with Dossier(folder) as opened:
        first = next((bounds_of(doc.published)[0] for doc in opened.documents(Filters(limit=1))), None)
        last = last_day_of(opened)
        return evidence_of_all(opened, RelationAsk()), first.isoformat() if first else last, last


@lru_cache(maxsize=8)
def _ties(folder: Path, stamp: Stamp, day: str) -> tuple[Tie, ...]:
    evidence, _, last = _gather(folder, stamp)
    return ties_told(evidence, day, last)


def _page(desk: Desk, found: _Network, supposed: dict[Pair, float], among: str, shown: int | None) -> Page:
    system = found.system
    ties = sorted(system.ties, key=lambda tie: (-abs(tie.sign), -tie.acts - tie.verdicts, tie.a, tie.b))
    context = {
        "asked": ", ".join(f"{a}-{b}={level:g}" for (a, b), level in supposed.items()),
        "system": system, "found": found, "supposed": supposed, "all_actors": among == "all",
        "most": MOST, "name": desk.name, "days": _days(found),
        "camps": describe_camps(system, desk.name), "unbalanced": describe_triangles(system, desk.name, balanced=False),
        "balanced": describe_triangles(system, desk.name, balanced=True),
        "pressures": describe_pressures(system), "signed": sum(1 for tie in ties if tie.sign), "note": CANNOT_KNOW,
        "changes": describe_difference(found.difference, desk.name) if found.difference else [],
        "camps_after": describe_camps(found.after, desk.name) if found.after else [],
        "ties": [(tie, spell_level(tie.level, tie.low, tie.high)) for tie in ties[:shown]],
    }  # fmt: skip
    return Page("Network", "network.html.jinja", context, tuple(map(tie_fields, ties)), _data(desk, found, supposed))


def _days(found: _Network) -> list[tuple[str, str]]:
    """For each year a day and what it is called: its last day, or the last day of which anything is told ("")."""
    if not found.last:
        return []
    first, last = int(found.first[:4]), int(found.last[:4])
    years = range(max(first, last - MOST_YEARS + 1), last)
    return [*((f"{year:04}-12-31", f"end of {year}") for year in years), ("", spell(found.last))]


def _data(desk: Desk, found: _Network, supposed: dict[Pair, float]) -> Fields:
    """What the picture needs: the fields of the command line, names, and the days between which something is told."""
    codes = sorted({code for tie in (found.after or found.system).ties for code in (tie.a, tie.b)})
    data: Fields = {
        **system_fields(found.system), "first_day": found.first, "last_day": found.last,
        "names": {code: desk.name(code) for code in codes},
        "supposed": [{"a": a, "b": b, "level": level} for (a, b), level in supposed.items()],
    }  # fmt: skip
    if found.after and found.difference:
        data |= {"after": system_fields(found.after), "difference": difference_fields(found.difference)}
    return data
