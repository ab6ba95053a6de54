"""The list of predictions: statements that foretell, with certainty and horizon, and the outcome that people decided.

Filters and forms are those of `statements`. The program never judges an outcome; it shows what was decided.
"""

from collections.abc import Iterator, Mapping

from dragoman.model.records import Statement
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
    UntilOption,
    VoiceOption,
    choose_form,
    find_existing,
)
from dragoman.present.cli.output import emit_rows, say
from dragoman.present.cut import describe_hidden
from dragoman.present.fields import Fields, prediction_fields
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters
from dragoman.text.edtf import spell

COLUMNS = ("id", "said", "speaker", "actor", "certainty", "horizon", "outcome", "quote")
SHORT_ID = 12
Outcomes = Mapping[str, str]
"""Id of a statement to what people decided became of it: true, false, partly or open; opposed where they differ."""


def predictions(
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
    """List statements about the future, with speaker, certainty and horizon; people decide their outcome."""
    from dragoman.flow.reviewing import find_outcomes

    wanted = Wanted(pair, actor, None, None, voice, since, until, document, limit, everything, least)
    filters = check_filters(wanted, foretells=True)
    form = choose_form(as_json, as_csv)
    columns = (COLUMNS[0], "sure", *COLUMNS[1:]) if wanted.shows_confidence else COLUMNS
    with Dossier(find_existing(dossier)) as opened:
        outcomes = find_outcomes(opened)
        rows = (_table_rows if form == "table" else _full_rows)(opened, filters, outcomes)
        if not emit_rows(rows, form, columns):
            counts = "; ".join(f"{label}: {count:,}" for label, count in opened.count_by_filter("statements", filters))
            say(f"No predictions match. Rows met by each filter alone: {counts}.")
        hidden = describe_hidden(opened.count_hidden("statements", filters))
        if hidden:
            say(hidden)


def _full_rows(opened: Dossier, filters: Filters, outcomes: Outcomes) -> Iterator[Fields]:
    for said in opened.statements(filters):
        yield prediction_fields(said, outcomes.get(said.id, ""))


def _table_rows(opened: Dossier, filters: Filters, outcomes: Outcomes) -> Iterator[Fields]:
    for said in opened.statements(filters):
        yield _table_row(said, outcomes.get(said.id, ""))


def _table_row(said: Statement, outcome: str) -> Fields:
    horizon = spell(said.horizon) if said.horizon else ""
    return {"id": said.id[:SHORT_ID], "sure": f"{said.confidence:.2f}", "said": spell(said.date),
            "speaker": said.speaker, "actor": said.speaker_actor, "certainty": said.certainty,
            "horizon": horizon, "outcome": outcome, "quote": said.quote}  # fmt: skip
