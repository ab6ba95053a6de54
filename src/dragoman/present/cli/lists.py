"""The lists: documents, events, statements, assessments, rejects, as table, JSON or CSV, with filters."""

from collections.abc import Iterator
from pathlib import Path

from dragoman.model.records import Assessment, Event, Statement
from dragoman.present.asking import Wanted, check_filters
from dragoman.present.cli.options import (
    ActorOption,
    AllOption,
    CsvOption,
    DocumentOption,
    DossierOption,
    JsonOption,
    LeastOption,
    LimitOption,
    PairOption,
    SinceOption,
    StatusOption,
    TypeOption,
    UntilOption,
    VoiceOption,
    choose_form,
    find_existing,
)
from dragoman.present.cli.output import Form, emit_rows, say
from dragoman.present.cut import describe_hidden
from dragoman.present.fields import (
    Fields,
    assessment_fields,
    document_fields,
    event_fields,
    reject_fields,
    statement_fields,
)
from dragoman.present.wording import count_words, spell_sides, spell_status, spell_voice
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters, Kind
from dragoman.text.edtf import spell

_COLUMNS: dict[Kind, tuple[str, ...]] = {
    "documents": ("id", "published", "outlet", "name", "title"),
    "events": ("id", "date", "type", "who", "status", "quote"),
    "statements": ("id", "date", "speaker", "actor", "quote"),
    "assessments": ("id", "date", "parties", "says", "who", "quote"),
}
SHORT_ID = 12


def documents(
    dossier: DossierOption = None,
    pair: PairOption = None,
    actor: ActorOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    document: DocumentOption = None,
    limit: LimitOption = 0,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """List documents, by date of publication."""
    wanted = Wanted(pair=pair, actor=actor, since=since, until=until, document=document, limit=limit)
    list_records("documents", wanted, dossier, choose_form(as_json, as_csv))


def events(
    dossier: DossierOption = None,
    pair: PairOption = None,
    actor: ActorOption = None,
    type: TypeOption = None,
    status: StatusOption = None,
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
    """List events, by date; undated ones last and only where no period is asked for."""
    wanted = Wanted(pair, actor, type, status, voice, since, until, document, limit, everything, least)
    list_records("events", wanted, dossier, choose_form(as_json, as_csv))


def statements(
    dossier: DossierOption = None,
    pair: PairOption = None,
    actor: ActorOption = None,
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
    """List statements; --voice looks at the speaker, --pair keeps speakers of either side."""
    wanted = Wanted(pair, actor, None, None, voice, since, until, document, limit, everything, least)
    list_records("statements", wanted, dossier, choose_form(as_json, as_csv))


def assessments(
    dossier: DossierOption = None,
    pair: PairOption = None,
    actor: ActorOption = None,
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
    """List what is said about how two sides get on, by date."""
    wanted = Wanted(pair, actor, None, None, voice, since, until, document, limit, everything, least)
    list_records("assessments", wanted, dossier, choose_form(as_json, as_csv))


def rejects(dossier: DossierOption = None, as_json: JsonOption = False, as_csv: CsvOption = False) -> None:
    """List what could not be read, why, and what can be done."""
    form = choose_form(as_json, as_csv)
    with Dossier(find_existing(dossier)) as opened:
        rows = (reject_fields(reject) for reject in opened.rejects())
        if not emit_rows(rows, form, ("file", "record", "reason", "remedy")):
            say("Nothing was rejected.")


def list_records(kind: Kind, wanted: Wanted, dossier: Path | None, form: Form) -> None:
    """Print the rows of one kind that meet the filters; say what the cut hides, or what each filter met."""
    filters = check_filters(wanted)
    columns = _COLUMNS[kind]
    if wanted.shows_confidence:
        columns = (columns[0], "sure", *columns[1:])
    with Dossier(find_existing(dossier)) as opened:
        rows = _table_rows(opened, kind, filters) if form == "table" else _full_rows(opened, kind, filters)
        found = emit_rows(rows, form, columns)
        say_what_is_missing(opened, kind, filters, found)


def say_what_is_missing(opened: Dossier, kind: Kind, filters: Filters, found: int) -> None:
    """Where nothing was found, what each filter alone would have met; and what the cut hides."""
    if not found:
        counts = "; ".join(f"{label}: {count:,}" for label, count in opened.count_by_filter(kind, filters))
        say(f"No {kind} match. Rows met by each filter alone: {counts}.")
    hidden = describe_hidden(opened.count_hidden(kind, filters))
    if hidden:
        say(hidden)
    rejected = opened.count_rejected(kind.removesuffix("s"))
    if rejected:
        say(f"{count_words(rejected, 'rejected row')} left out: `dragoman decisions --rejected` shows them.")


def _full_rows(opened: Dossier, kind: Kind, filters: Filters) -> Iterator[Fields]:
    if kind == "documents":
        yield from map(document_fields, opened.documents(filters))
    elif kind == "events":
        yield from map(event_fields, opened.events(filters))
    elif kind == "statements":
        yield from map(statement_fields, opened.statements(filters))
    else:
        yield from map(assessment_fields, opened.assessments(filters))


def _table_rows(opened: Dossier, kind: Kind, filters: Filters) -> Iterator[Fields]:
    if kind == "documents":
        for doc in opened.documents(filters):
            yield {"id": doc.id[:SHORT_ID], "published": spell(doc.published), "outlet": doc.outlet, "name": doc.name,
                   "title": doc.title}  # fmt: skip
    elif kind == "events":
        for event in opened.events(filters):
            yield {"id": event.id[:SHORT_ID], "sure": _sure(event), "date": spell(event.date), "type": event.type,
                   "who": spell_sides(event), "status": spell_status(event.status, event.voice),
                   "quote": event.quote}  # fmt: skip
    elif kind == "statements":
        for said in opened.statements(filters):
            yield {"id": said.id[:SHORT_ID], "sure": _sure(said), "date": spell(said.date), "speaker": said.speaker,
                   "actor": said.speaker_actor, "quote": said.quote}  # fmt: skip
    else:
        for item in opened.assessments(filters):
            yield {"id": item.id[:SHORT_ID], "sure": _sure(item), "date": spell(item.date),
                   "parties": " ".join(item.parties), "says": " ".join(filter(None, (item.level, item.trend))),
                   "who": spell_voice(item.voice), "quote": item.quote}  # fmt: skip


def _sure(record: Event | Statement | Assessment) -> str:
    return f"{record.confidence:.2f}"
