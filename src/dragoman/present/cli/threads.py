"""`threads`, `thread`, `contradictions`: the events of the world, the life of one, and what cannot both be true."""

from collections.abc import Iterator
from typing import Annotated

import typer

from dragoman.present.asking import Wanted, check_count, check_day, check_filters
from dragoman.present.clashes import ToldClash, tell_clashes
from dragoman.present.cli.lists import SHORT_ID, say_what_is_missing
from dragoman.present.cli.options import (
    ActorOption,
    AllOption,
    AsOfOption,
    ClashOption,
    CountOption,
    CsvOption,
    DocumentOption,
    DossierOption,
    JsonOption,
    LeastOption,
    LimitOption,
    PairOption,
    SinceOption,
    StandingOption,
    TypeOption,
    UntilOption,
    VoiceOption,
    choose_form,
    find_existing,
)
from dragoman.present.cli.output import emit_json, emit_rows, emit_text, say
from dragoman.present.fields import Fields, thread_fields
from dragoman.present.thread_page import STEP_COLUMNS, ThreadPage
from dragoman.present.wording import count_words, spell_sides, spell_standing
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters
from dragoman.text.edtf import spell

ThreadArgument = Annotated[str, typer.Argument(metavar="ID", help="The id of a thread, or the beginning of one.")]


def threads(
    dossier: DossierOption = None,
    pair: PairOption = None,
    actor: ActorOption = None,
    type: TypeOption = None,
    standing: StandingOption = None,
    voice: VoiceOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    document: DocumentOption = None,
    as_of: AsOfOption = None,
    count: CountOption = "sources",
    limit: LimitOption = 0,
    everything: AllOption = False,
    least: LeastOption = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """List events of the world, each once however many texts tell it, by date."""
    wanted = Wanted(
        pair, actor, type, None, voice, since, until, document, limit, everything, least, standing, None, as_of
    )
    form, filters, counted = choose_form(as_json, as_csv), check_filters(wanted), check_count(count)
    sure = ("sure",) if wanted.shows_confidence else ()
    shown = "texts" if counted == "documents" else "sources"
    with Dossier(find_existing(dossier)) as opened:
        rows = _thread_rows(opened, filters) if form == "table" else _full_threads(opened, filters)
        found = emit_rows(rows, form, ("id", *sure, "date", "type", "who", "standing", shown, "quote"))
        say_what_is_missing(opened, "threads", filters, found)


def _thread_rows(opened: Dossier, filters: Filters) -> Iterator[Fields]:
    found = list(opened.threads(filters))
    quotes = opened.quotes_of_threads(thread.id for thread in found)
    for thread in found:
        yield {"id": thread.id[:SHORT_ID], "sure": f"{thread.confidence:.2f}", "date": spell(thread.date),
               "type": thread.type, "who": spell_sides(thread), "standing": spell_standing(thread),
               "texts": thread.documents, "sources": thread.sources,
               "quote": quotes.get(thread.id, "")}  # fmt: skip


def _full_threads(opened: Dossier, filters: Filters) -> Iterator[Fields]:
    found = list(opened.threads(filters))
    quotes = opened.quotes_of_threads(thread.id for thread in found)
    return (thread_fields(thread, quotes.get(thread.id, "")) for thread in found)


def thread(
    id: ThreadArgument,
    dossier: DossierOption = None,
    as_of: AsOfOption = None,
    everything: Annotated[bool, typer.Option("--all", help="Also steps that only repeat an earlier one.")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """Show the life of one thread: each step with its date, its voice and its words, and what it comes to."""
    form = choose_form(as_json, as_csv)
    with Dossier(find_existing(dossier)) as opened:
        show_thread(ThreadPage.load(opened, opened.thread(id, as_of=check_day("--as-of", as_of))), form, everything)


def show_thread(page: ThreadPage, form: str, everything: bool = False) -> None:
    """Print a thread: the page with its steps for people, all its fields as JSON, its steps as CSV."""
    if form == "json":
        emit_json(page.fields())
    elif form == "csv":
        emit_rows(page.step_fields(), "csv", STEP_COLUMNS)
    else:
        emit_text("\n".join([*page.head_lines(), ""]))
        emit_rows(page.step_rows(everything), "table", STEP_COLUMNS)
        hidden = 0 if everything else sum(step.repeats for step in page.steps)
        if page.contradictions:
            emit_text("\n".join(["", *page.contradiction_lines()]))
        if hidden:
            say(f"{count_words(hidden, 'step')} that only repeat an earlier one: --all shows them.")


def contradictions(
    dossier: DossierOption = None,
    pair: PairOption = None,
    actor: ActorOption = None,
    type: TypeOption = None,
    clash: ClashOption = None,
    voice: VoiceOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    document: DocumentOption = None,
    limit: LimitOption = 0,
    everything: AllOption = False,
    least: LeastOption = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """List what cannot both be true, side by side, and what cannot be by known facts."""
    wanted = Wanted(
        pair, actor, type, None, voice, since, until, document, limit, everything, least, clash=clash
    )
    form, filters = choose_form(as_json, as_csv), check_filters(wanted)
    with Dossier(find_existing(dossier)) as opened:
        found = tell_clashes(opened, opened.contradictions(filters))
        rows = (_contradiction_row(one) if form == "table" else one.fields() for one in found)
        columns = ("id", "clash", "of", "one_says", "the_other_says", "thread", "reason")
        say_what_is_missing(opened, "contradictions", filters, emit_rows(rows, form, columns))


def _contradiction_row(told: ToldClash) -> Fields:
    one, (first, second) = told.found, told.sides
    other = f"{second.value} ({one.source or second.who})"
    return {"id": one.id[:SHORT_ID], "clash": one.clash, "of": told.what,
            "one_says": f"{first.value} ({first.who})", "the_other_says": other,
            "thread": one.thread[:SHORT_ID], "reason": one.reason}  # fmt: skip
