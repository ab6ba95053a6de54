"""`relations` and `relation A B`: how pairs get on, as levels with intervals, and what moved them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.model.errors import UsageError
from dragoman.model.network import Tie
from dragoman.model.relation import Change, Period, Relation, RelationPoint
from dragoman.present.asking import check_by, check_day, first_and_last
from dragoman.present.cli.lists import SHORT_ID
from dragoman.present.cli.options import (
    ActorOption,
    AsOfOption,
    CsvOption,
    DossierOption,
    JsonOption,
    LimitOption,
    SinceOption,
    UntilOption,
    choose_form,
    find_existing,
)
from dragoman.present.cli.output import emit_json, emit_rows, emit_text, say
from dragoman.present.fields import Fields
from dragoman.present.relation_fields import (
    CANNOT_KNOW,
    EVIDENCE_FREE,
    all_points,
    relation_fields,
    spell_level,
    spell_period,
    tie_fields,
)
from dragoman.present.wording import count_words, join_words
from dragoman.record.dossier import Dossier
from dragoman.text.edtf import spell

if TYPE_CHECKING:
    from dragoman.flow.relating import RelationAsk

PairArgument = Annotated[
    list[str], typer.Argument(metavar="PAIR...", help="PAK RUS, PAK-RUS, PAK/RUS or Pakistan Russia.")
]
PeriodOption = Annotated[str, typer.Option("--by", metavar="PERIOD", help="week, month or year.")]
ScaleOption = Annotated[
    str, typer.Option("--scale", metavar="SCALE", help="plover, goldstein, or the path of your own table.")
]
EverybodyOption = Annotated[
    bool, typer.Option("--everybody", help="Also acts of firms, parties, crowds and others who hold no office.")
]
CountsFromOption = Annotated[
    float | None,
    typer.Option("--min-confidence", metavar="X", help="Count only what is at least this certain, 0..1; else 0.3."),
]
DateOption = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="The day; else the last on which a text was published.")
]


def make_ask(
    period: str = "month", scale: str = "plover", since: str = "", until: str = "", everybody: bool = False,
    least: float | None = None, as_of: str = "",
) -> "RelationAsk":  # fmt: skip
    """What is asked for, checked.

    Raises:
        UsageError: no such period, or a confidence outside 0..1.
    """
    from dragoman.flow.relating import LEAST, RelationAsk

    if least is not None and not 0.0 <= least <= 1.0:
        raise UsageError(f"--min-confidence {least:g}: lies outside 0..1.")
    return RelationAsk(
        check_by("--by", period), scale, since, until, not everybody, LEAST if least is None else least, as_of
    )


def relations(
    dossier: DossierOption = None,
    actor: ActorOption = None,
    date: DateOption = None,
    scale: ScaleOption = "plover",
    everybody: EverybodyOption = False,
    least: CountsFromOption = None,
    limit: LimitOption = 0,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """List how all pairs get on, on a day, the most told first."""
    from dragoman.flow.relating import last_day_of, ties_of
    from dragoman.present.actors import find_code

    form, ask = choose_form(as_json, as_csv), make_ask(scale=scale, everybody=everybody, least=least)
    wanted = find_code(actor) if actor is not None else ""
    with Dossier(find_existing(dossier)) as opened:
        day = check_day("--date", date) or last_day_of(opened)
        found = [tie for tie in ties_of(opened, day, ask) if not wanted or wanted in (tie.a, tie.b)] if day else []
    found.sort(key=lambda tie: (-tie.acts - tie.verdicts, tie.a, tie.b))
    rows = map(_tie_row if form == "table" else tie_fields, found[: limit or None])
    if emit_rows(rows, form, ("pair", "level", "trend_a_month", "events", "assessments")):
        say(f"As of {spell(day)}. {CANNOT_KNOW}")
    else:
        say("No pair of which enough is told: it takes three events or assessments.")


def _tie_row(tie: Tie) -> Fields:
    return {"pair": f"{tie.a}-{tie.b}", "level": spell_level(tie.level, tie.low, tie.high),
            "trend_a_month": f"{tie.trend:+.2f} ({tie.trend_low:+.2f} to {tie.trend_high:+.2f})",
            "events": tie.acts, "assessments": tie.verdicts}  # fmt: skip


def relation(
    pair: PairArgument,
    dossier: DossierOption = None,
    by: PeriodOption = "month",
    scale: ScaleOption = "plover",
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    everybody: EverybodyOption = False,
    least: CountsFromOption = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """Show how a pair gets on over time: level, trend, their intervals, events by kind, and who could have spoken."""
    from dragoman.flow.relating import relation_of
    from dragoman.present.actors import find_pair

    form, codes = choose_form(as_json, as_csv), find_pair(pair)
    first, last = first_and_last(since, until)
    ask = make_ask(by, scale, first, last, everybody, least, check_day("--as-of", as_of))
    with Dossier(find_existing(dossier)) as opened:
        found = relation_of(opened, codes, ask)
        words = opened.quotes_of_threads(id for change in found.changes for id in change.threads)
    if form == "json":
        emit_json(relation_fields(found))
    elif form == "csv":
        emit_rows(all_points(found), "csv", ())
    elif found.points:
        emit_rows((_point_row(point, found.period) for point in found.points), "table", _POINT_COLUMNS)
        emit_text("\n".join(_change_lines(found.changes, words, found.period)))
    say(_close(found))


_POINT_COLUMNS = (
    "period", "level", "trend", "events", "words_+", "deeds_+", "words_-", "deeds_-", "texts", "sources", "of_pair",
)  # fmt: skip


def _point_row(point: RelationPoint, period: Period) -> Fields:
    quads = dict(zip(("words_+", "deeds_+", "words_-", "deeds_-"), point.quads, strict=True))
    trend = f"{point.trend:+.2f} ({point.trend_low:+.2f} to {point.trend_high:+.2f})"
    return {"period": spell_period(point.start, period), "level": spell_level(point.level, point.low, point.high),
            "trend": trend, "events": point.acts, **quads, "texts": point.coverage.documents,
            "sources": point.coverage.sources, "of_pair": point.coverage.sources_of_pair}  # fmt: skip


def _change_lines(changes: Iterable[Change], words: dict[str, str], period: Period) -> list[str]:
    lines = []
    for change in changes:
        when = spell(spell_period(change.start, period)) if period != "week" else f"the week of {spell(change.start)}"
        lines += ["", f"Change in {when}: {change.size:+.1f} ({change.low:+.1f} to {change.high:+.1f}) points, made by"]
        lines += [f"  {id[:SHORT_ID]}  {words.get(id, '')}" for id in change.threads]
    return lines


def _close(found: Relation) -> str:
    pair = f"{found.pair[0]} and {found.pair[1]}"
    if found.lacks:
        return f"{pair}: {found.lacks}. `dragoman threads --pair {found.pair[0]} {found.pair[1]} --all` lists them."
    events = count_words(found.threads, "event")
    told = f"{pair}: {events} from {count_words(found.sources, 'independent source')}."
    if found.imported and not found.sources:
        told = f"{pair}: {events}."
    free = " " + EVIDENCE_FREE.format(join_words(found.imported)) if found.imported else ""
    return f"{told}{free} {CANNOT_KNOW}"
