"""The list of commitments: what each side announced, promised or proposed, due when, and whether it was kept."""

from typing import TYPE_CHECKING

from dragoman.model.resolution import Commitment
from dragoman.present.asking import Wanted, check_filters, check_kept
from dragoman.present.cli.lists import SHORT_ID
from dragoman.present.cli.options import (
    ActorOption,
    AllOption,
    AsOfOption,
    CsvOption,
    DocumentOption,
    DossierOption,
    JsonOption,
    KeptOption,
    LeastOption,
    LimitOption,
    PairOption,
    SinceOption,
    UntilOption,
    choose_form,
    find_existing,
)
from dragoman.present.cli.output import emit_rows, say
from dragoman.present.cut import describe_hidden
from dragoman.present.fields import Fields, commitment_fields
from dragoman.record.dossier import Dossier
from dragoman.text.edtf import spell

if TYPE_CHECKING:
    from dragoman.flow.commitments import Held

_COLUMNS = ("id", "announced", "by", "to", "due", "standing", "thread", "quote")


def commitments(
    dossier: DossierOption = None,
    pair: PairOption = None,
    actor: ActorOption = None,
    standing: KeptOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    document: DocumentOption = None,
    as_of: AsOfOption = None,
    limit: LimitOption = 0,
    everything: AllOption = False,
    least: LeastOption = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """List what each side announced, promised or proposed, due when, and how it stands: kept, lapsed, moved, dropped.

    A period asks for what is due in it, or was announced in it where no day is told.
    """
    from dragoman.flow.commitments import gather_commitments

    wanted = Wanted(pair, actor, None, None, None, since, until, document, limit, everything, least, as_of=as_of)
    form, filters, kept = choose_form(as_json, as_csv), check_filters(wanted), check_kept(standing)
    columns = (_COLUMNS[0], "sure", *_COLUMNS[1:]) if wanted.shows_confidence else _COLUMNS
    with Dossier(find_existing(dossier)) as opened:
        found = gather_commitments(opened, filters, kept)
        if not emit_rows(map(_row if form == "table" else _fields, found.shown), form, columns):
            counts = "; ".join(f"{label}: {count:,}" for label, count in opened.count_by_filter("threads", filters))
            say(f"No commitments match. Threads met by each filter alone: {counts}.")
    hidden = describe_hidden(found.hidden)
    if hidden:
        say(hidden)


def _fields(held: "Held") -> Fields:
    return commitment_fields(held.commitment, held.confidence)


def _row(held: "Held") -> Fields:
    one = held.commitment
    return {"id": one.id[:SHORT_ID], "sure": f"{held.confidence:.2f}", "announced": spell(one.announced),
            "by": ", ".join(one.by), "to": ", ".join(one.to), "due": _spell_due(one), "standing": one.standing,
            "thread": one.thread[:SHORT_ID], "quote": one.what}  # fmt: skip


def _spell_due(one: Commitment) -> str:
    """When it is due, and when it was to be before: "March 2013 (was November 2012)"."""
    before = f"was {', '.join(map(spell, one.moved_from))}" if one.moved_from else ""
    due = spell(one.due) if one.due else ""
    return f"{due} ({before})" if due and before else due or before
