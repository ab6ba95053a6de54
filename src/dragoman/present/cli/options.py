"""The options that several commands share, and what they mean: the dossier, the filters, the form of the output.

Words from the command line in, checked values out; every refusal says what would be accepted.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from dragoman.model.errors import DragomanError, UsageError
from dragoman.present.cli.output import Form, say
from dragoman.present.decided import describe_refreshed

if TYPE_CHECKING:
    from dragoman.flow.reading import ReadSettings

ENVIRONMENT = "DRAGOMAN_DOSSIER"
DATABASE = "dossier.db"

ActorsOption = Annotated[Path | None, typer.Option("--actors", metavar="FILE", help="Your own actors, as in read.")]
HoldersOption = Annotated[Path | None, typer.Option("--holders", metavar="FILE", help="Your own holders, as in read.")]
ModelOption = Annotated[str | None, typer.Option("--model", metavar="NAME", help="The language model, as in read.")]
DossierOption = Annotated[
    Path | None,
    typer.Option(
        "--dossier", metavar="DIR", help="The dossier; else $DRAGOMAN_DOSSIER, else ./dossier.", show_default=False
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON on standard output.")]
CsvOption = Annotated[bool, typer.Option("--csv", help="CSV on standard output.")]
PairOption = Annotated[
    str | None, typer.Option("--pair", metavar="A B", help="Two codes or names: PAK RUS, PAK-RUS, Pakistan Russia.")
]
ActorOption = Annotated[str | None, typer.Option("--actor", metavar="A", help="One code or name that takes part.")]
TypeOption = Annotated[str | None, typer.Option("--type", metavar="TYPE", help="PLOVER type, as CONSULT.")]
StatusOption = Annotated[str | None, typer.Option("--status", metavar="STATUS", help="As happened, planned, denied.")]
VoiceOption = Annotated[
    str | None, typer.Option("--voice", metavar="WHO", help="Who vouches: author, comment, or a part of a name.")
]
SinceOption = Annotated[str | None, typer.Option("--since", metavar="DATE", help="EDTF: 2012-10-04, 2012-10, 2012.")]
UntilOption = Annotated[str | None, typer.Option("--until", metavar="DATE", help="EDTF, this day or month included.")]
DocumentOption = Annotated[
    str | None, typer.Option("--document", metavar="ID", help="Only this document: id, its beginning, or name.")
]
AllOption = Annotated[bool, typer.Option("--all", help="Also the less certain rows.")]
LeastOption = Annotated[
    float | None,
    typer.Option("--min-confidence", metavar="X", help="Only rows at least this certain, 0..1; else 0.55."),
]
StandingOption = Annotated[
    str | None, typer.Option("--standing", metavar="STANDING", help="As happened, claimed, disputed, lapsed.")
]
KeptOption = Annotated[
    str | None, typer.Option("--standing", metavar="STANDING", help="As open, kept, lapsed, moved, dropped, proposed.")
]
ClashOption = Annotated[
    str | None, typer.Option("--clash", metavar="WHAT", help="What cannot be true together: date, place, status ...")
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="A plan whose day is past by then has lapsed; else the last day of publication.",
        show_default=False,
    ),
]
CountOption = Annotated[
    str, typer.Option("--count", metavar="WHAT", help="Count independent sources, or documents.")
]
LimitOption = Annotated[int, typer.Option("--limit", metavar="N", min=0, help="At most N rows; 0 is all.")]


class PairCommand(TyperCommand):
    """A command whose `--pair` takes all words up to the next option: `--pair PAK RUS`, `--pair South Korea Japan`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Join the words after `--pair` into one value, then parse as ever."""
        return super().parse_args(ctx, join_pair(args))


class PairGroup(TyperGroup):
    """A group of commands that lists by itself, with a `--pair` of several words."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Join the words after `--pair` into one value, then parse as ever."""
        return super().parse_args(ctx, join_pair(args))


def join_pair(args: Sequence[str]) -> list[str]:
    """The arguments with the words after `--pair` as one, parted by tabs.

    Example:
        >>> join_pair(["--pair", "PAK", "RUS", "--json"])
        ['--pair', 'PAK\\tRUS', '--json']
    """
    joined: list[str] = []
    rest = list(args)
    while rest:
        word = rest.pop(0)
        joined.append(word)
        if word == "--pair" and rest and not rest[0].startswith("--"):
            words = [rest.pop(0)]
            while rest and not rest[0].startswith("-"):
                words.append(rest.pop(0))
            joined.append("\t".join(words))
    return joined


def find_dossier(given: Path | None) -> Path:
    """The dossier's folder: as given, else from the environment, else ./dossier."""
    return given or Path(os.environ.get(ENVIRONMENT) or "dossier")


def find_existing(given: Path | None) -> Path:
    """The folder of a dossier that exists; its rows follow the decisions that stand in it.

    Raises:
        UsageError: there is none; the message says where it was looked for.
    """
    folder = find_dossier(given)
    if not (folder / DATABASE).is_file():
        where = "--dossier" if given else ENVIRONMENT if os.environ.get(ENVIRONMENT) else "the present folder"
        raise UsageError(
            f"No dossier at {folder} (from {where}). Make one with `dragoman read PATH --dossier {folder}`, "
            "or name another with --dossier."
        )
    follow_decisions(folder)
    return folder


def follow_decisions(folder: Path, settings: "ReadSettings | None" = None) -> None:
    """Apply what is new in the folder of decisions, say after a colleague's files were copied in."""
    from dragoman.record.dossier import Dossier

    with Dossier(folder) as opened:
        if opened.is_current():
            return
    from dragoman.flow.reading import ReadSettings
    from dragoman.flow.refreshing import refresh
    from dragoman.flow.steps import load_tools

    try:
        done = refresh(folder, load_tools(), settings=settings or ReadSettings())
    except DragomanError as error:
        say(f"The newest decisions are not applied yet: {error}")
        return
    say(describe_refreshed(done))


def choose_form(as_json: bool, as_csv: bool) -> Form:
    """The form of the output.

    Raises:
        UsageError: two forms at once.
    """
    if as_json and as_csv:
        raise UsageError("--json and --csv exclude each other: choose one.")
    return "json" if as_json else "csv" if as_csv else "table"
