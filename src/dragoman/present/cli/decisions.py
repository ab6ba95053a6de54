"""`decisions`, `note`, `remove`: what people decided, remarks on a record, and deleting a document for good."""

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.model.errors import UsageError
from dragoman.present.cli.decide import WhoOption, finish, open_desk
from dragoman.present.cli.options import CsvOption, DossierOption, JsonOption, choose_form, find_existing
from dragoman.present.cli.output import emit_rows, say
from dragoman.record.dossier import Dossier

if TYPE_CHECKING:
    from dragoman.flow.reviewing import Reviewed

_COLUMNS = ("id", "when", "who", "action", "state", "about", "says")


def decisions(
    dossier: DossierOption = None,
    unmatched: Annotated[
        bool, typer.Option("--unmatched", help="Only those whose record has moved, changed or gone.")
    ] = False,
    opposed: Annotated[bool, typer.Option("--opposed", help="Only those that contradict each other.")] = False,
    rejected: Annotated[bool, typer.Option("--rejected", help="Only rejected records, with their words.")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """List what people decided, by time, with what has become of each."""
    from dragoman.flow.reviewing import review_decisions
    from dragoman.present.decided import decision_fields, decision_row, describe_broken

    if unmatched + opposed + rejected > 1:
        raise UsageError("--unmatched, --opposed and --rejected exclude each other: choose one.")
    form = choose_form(as_json, as_csv)
    with Dossier(find_existing(dossier)) as opened:
        review = review_decisions(opened)
    wanted = [r for r in review.decisions if _is_wanted(r, unmatched=unmatched, opposed=opposed, rejected=rejected)]
    if not emit_rows(map(decision_row if form == "table" else decision_fields, wanted), form, _COLUMNS):
        say(f"No decisions match; there are {len(review.decisions):,} in all.")
    if review.broken:
        say(describe_broken(len(review.broken)))
        for line in review.broken:
            say(f"  {line.file}{f' line {line.line}' if line.line else ''}: {line.reason}")


def note(
    id: Annotated[str, typer.Argument(metavar="ID", help="A record or a document.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Your remark.")],
    who: WhoOption = None,
    dossier: DossierOption = None,
) -> None:
    """Write a remark on a record or document; `show` prints it, and `decide undo` takes it back."""
    from dragoman.flow import deciding

    finish(deciding.note(open_desk(dossier, who), id, text))


def remove(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id, or the beginning of it.")],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Your reason; it is kept.")],
    who: WhoOption = None,
    dossier: DossierOption = None,
) -> None:
    """Delete a document for good: its bytes, its text, its records, and decisions on them. Hash, date and reason stay.

    Later reads pass it over; `read --removed-too` reads it again.
    """
    from dragoman.flow import deciding

    finish(deciding.remove(open_desk(dossier, who), document, why))


def _is_wanted(reviewed: "Reviewed", *, unmatched: bool, opposed: bool, rejected: bool) -> bool:
    alive = reviewed.state not in ("undone", "replaced")
    if unmatched:
        return alive and reviewed.decision.action not in ("undo", "remove") and bool(reviewed.moved)
    if opposed:
        return bool(reviewed.oppositions)
    return not rejected or (reviewed.decision.action == "reject" and reviewed.state == "in force")
