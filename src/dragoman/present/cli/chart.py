"""`dragoman chart relation|network|timeline|calendar`: pictures of the record as SVG or PNG files."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.model.relation import Relation
from dragoman.model.resolution import Thread
from dragoman.present.asking import Wanted, check_day, check_filters, first_and_last
from dragoman.present.cli.options import (
    ActorOption,
    AllOption,
    DossierOption,
    LeastOption,
    PairOption,
    SinceOption,
    UntilOption,
    find_existing,
)
from dragoman.present.cli.output import say
from dragoman.present.cli.relations import (
    DateOption,
    PairArgument,
    PeriodOption,
    ScaleOption,
    make_ask,
)
from dragoman.present.cut import describe_hidden
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters

if TYPE_CHECKING:
    from dragoman.present.charts import Chart, SourceCount

OutOption = Annotated[Path, typer.Option("--out", metavar="FILE", help="The picture; its name ends in .svg or .png.")]
WidthOption = Annotated[int, typer.Option("--width", metavar="N", min=320, max=2400, help="Pixels across.")]


def relation(
    pair: PairArgument,
    out: OutOption,
    dossier: DossierOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    by: PeriodOption = "month",
    scale: ScaleOption = "plover",
    width: WidthOption = 720,
) -> None:
    """Draw how a pair gets on: level with its interval, both directions, changes, acts and coverage."""
    from dragoman.flow.relating import relation_of
    from dragoman.present.actors import find_pair, load_names
    from dragoman.present.charts import draw_relation, spell_source_line

    write = _prepare(out)
    begin, end = first_and_last(since, until)
    codes = find_pair(pair)
    with Dossier(find_existing(dossier)) as opened:
        found = relation_of(opened, codes, make_ask(by, scale, begin, end))
        counted = _count_sources(opened, opened.ids("documents", Filters(pair=codes, since=begin, until=end)))
    counted = _count_imported(counted, found)
    write(draw_relation(found, load_names(), spell_source_line(counted), width=width))


def network(
    out: OutOption, dossier: DossierOption = None, date: DateOption = None, width: WidthOption = 720
) -> None:
    """Draw the network of a day: who is with whom, in which camps, and which ties go against them."""
    from dragoman.flow.relating import last_day_of, system_of
    from dragoman.present.actors import load_names
    from dragoman.present.charts import draw_network, spell_source_line

    write = _prepare(out)
    day = check_day("--date", date)
    with Dossier(find_existing(dossier)) as opened:
        day = day or last_day_of(opened)
        found = system_of(opened, day, make_ask(), load_names())
        counted = _count_sources(opened, opened.ids("documents", Filters(until=day)))
    write(draw_network(found, load_names(), spell_source_line(counted), width=width))


def timeline(
    pair: PairArgument,
    out: OutOption,
    dossier: DossierOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    everything: AllOption = False,
    least: LeastOption = None,
    width: WidthOption = 720,
) -> None:
    """Draw what a pair did, planned and claimed along time, cooperation above and conflict below."""
    from dragoman.present.actors import find_pair, load_names
    from dragoman.present.charts import draw_timeline, spell_source_line

    write = _prepare(out)
    codes = find_pair(pair)
    wanted = Wanted("\t".join(codes), since=since, until=until, everything=everything, least=least)
    filters = check_filters(wanted)
    with Dossier(find_existing(dossier)) as opened:
        found, counted = _gather(opened, filters)
    write(draw_timeline(found, codes, load_names(), spell_source_line(counted),
                        since=filters.since, until=filters.until, width=width))  # fmt: skip


def calendar(
    out: OutOption,
    dossier: DossierOption = None,
    pair: PairOption = None,
    actor: ActorOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    everything: AllOption = False,
    least: LeastOption = None,
    width: WidthOption = 720,
) -> None:
    """Draw visits and meetings by month and day, past and planned."""
    from dragoman.present.actors import load_names
    from dragoman.present.charts import draw_calendar, spell_source_line

    write = _prepare(out)
    wanted = Wanted(pair, actor, "CONSULT", since=since, until=until, everything=everything, least=least)
    filters = check_filters(wanted)
    with Dossier(find_existing(dossier)) as opened:
        found, counted = _gather(opened, filters)
        last = opened.last_day()
    whose = filters.pair or ((filters.actor,) if filters.actor else ())
    names = load_names()
    title = f"Visits and meetings{' of ' if whose else ''}{' and '.join(map(names, whose))}"
    write(draw_calendar(found, _short_name, spell_source_line(counted), title=title,
                        since=filters.since, until=filters.until, as_of=last, width=width))  # fmt: skip


def _prepare(out: Path) -> Callable[["Chart"], None]:
    """What writes the picture; faults of the call are told before anything is computed."""
    from dragoman.present.charts.drawing.rendering import check_suffix, load_libraries, write_chart

    check_suffix(out)
    load_libraries()

    def write(chart: "Chart") -> None:
        write_chart(chart, out)
        say(f"Wrote {out}.")

    return write


def _gather(opened: Dossier, filters: Filters) -> tuple[list[Thread], "SourceCount"]:
    """The threads that meet the filters and what they rest on; says what the cut hides."""
    found = list(opened.threads(filters))
    documents = {event.document for event in opened.events_of_threads(thread.id for thread in found)}
    hidden = describe_hidden(opened.count_hidden("threads", filters))
    if hidden:
        say(hidden)
    return found, _count_sources(opened, documents)


def _count_sources(opened: Dossier, documents: Collection[str]) -> "SourceCount":
    from dragoman.present.charts import SourceCount
    from dragoman.present.independent import group_independent
    from dragoman.text.edtf import bounds_of

    if not documents:
        return SourceCount()
    bounds = [bounds_of(source.published) for source in opened.sources_of(documents).values()]
    firsts = sorted(first.isoformat() for first, _ in bounds if first)
    lasts = sorted(last.isoformat() for _, last in bounds if last)
    sources = len(group_independent(opened, opened.sources_of(documents)))
    return SourceCount(len(documents), sources, firsts[0] if firsts else "", lasts[-1] if lasts else "")


def _count_imported(counted: "SourceCount", found: Relation) -> "SourceCount":
    """Where no text speaks of the pair, all that the relation rests on are imported events."""
    from dragoman.present.charts import SourceCount

    return counted if counted.documents else SourceCount(events=found.threads)


def _short_name(code: str) -> str:
    """A code as it is shortest: "PAK", "NATO"."""
    return code.partition(":")[2] or code
