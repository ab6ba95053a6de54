"""The options that several commands share, and what they mean: the dossier, the filters, the form of the output.

Words from the command line in, checked values out; every refusal says what would be accepted.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import typer
from typer.core import TyperCommand, TyperGroup

from dragoman.model.errors import DragomanError, UsageError
from dragoman.model.records import EVENT_TYPES, STATUSES
from dragoman.model.resolution import COMMITMENT_STANDINGS, STANDINGS, Clash, CommitmentStanding
from dragoman.present.cli.output import Form, say
from dragoman.present.cut import choose_cut
from dragoman.present.decided import describe_refreshed
from dragoman.record.filters import Filters

ENVIRONMENT = "DRAGOMAN_DOSSIER"
CLASHES: tuple[str, ...] = get_args(Clash)
Count = Literal["documents", "sources"]

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


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters as typed."""

    pair: str | None = None
    actor: str | None = None
    type: str | None = None
    status: str | None = None
    voice: str | None = None
    since: str | None = None
    until: str | None = None
    document: str | None = None
    limit: int = 0
    everything: bool = False
    least: float | None = None
    standing: str | None = None
    clash: str | None = None
    as_of: str | None = None

    @property
    def shows_confidence(self) -> bool:
        """Whether the rows are asked for by their confidence, so that a table shows it."""
        return self.everything or self.least is not None


def check_filters(wanted: Wanted, *, foretells: bool = False) -> Filters:
    """Filters with codes and dates that exist; `foretells` asks for predictions only.

    Raises:
        UsageError: names the word that is wrong and what would be right.
    """
    since, until = check_period(wanted.since, wanted.until)
    filters = Filters(
        type=_choice("type", (wanted.type or "").upper(), EVENT_TYPES),
        status=_choice("status", (wanted.status or "").lower(), STATUSES),
        voice=wanted.voice or "",
        since=since,
        until=until,
        document=wanted.document or "",
        min_confidence=choose_cut(wanted.everything, wanted.least),
        foretells=foretells,
        limit=wanted.limit,
        standing=_choice("standing", (wanted.standing or "").lower(), STANDINGS),
        clash=_choice("clash", (wanted.clash or "").lower(), CLASHES),
        as_of=check_day("--as-of", wanted.as_of),
    )
    if wanted.actor is None and wanted.pair is None:
        return filters
    from dragoman.present.actors import find_code, find_pair

    actor = find_code(wanted.actor) if wanted.actor is not None else ""
    pair = find_pair(wanted.pair.split("\t")) if wanted.pair is not None else None
    return replace(filters, actor=actor, pair=pair)


def check_period(since: str | None, until: str | None) -> tuple[str, str]:
    """Both ends as EDTF, "" for none.

    Raises:
        UsageError: a date does not exist, or the period ends before it begins.
    """
    from dragoman.text.edtf import bounds_of

    first, last = check_date("--since", since), check_date("--until", until)
    begin, end = bounds_of(first)[0], bounds_of(last)[1]
    if begin and end and begin > end:
        raise UsageError(f"--since {first} is after --until {last}: no day lies between. Exchange the two.")
    return first, last


def check_date(option: str, value: str | None) -> str:
    """The value as EDTF, "" for none.

    Raises:
        UsageError: it is no date, or no such day exists.
    """
    from dragoman.text.edtf import check_edtf

    text = (value or "").strip()
    try:
        return check_edtf(text)
    except ValueError as error:
        reason = "no such day" if "not a date" not in str(error) else "not a date"
        raise UsageError(f"{option} {text}: {reason}. Write dates as 2012-10-04, 2012-10 or 2012.") from error


def check_day(option: str, value: str | None) -> str:
    """The last day of a date as ISO, "" for none.

    Raises:
        UsageError: it is no date, or has no last day.
    """
    from dragoman.text.edtf import bounds_of

    date = check_date(option, value)
    last = bounds_of(date)[1]
    if date and last is None:
        raise UsageError(f"{option} {date}: has no last day. Write dates as 2012-10-04, 2012-10 or 2012.")
    return last.isoformat() if last else ""


def check_count(value: str) -> Count:
    """What is counted.

    Raises:
        UsageError: neither documents nor sources.
    """
    return "documents" if _choice("count", value.lower(), ("documents", "sources")) == "documents" else "sources"


def check_kept(value: str | None) -> CommitmentStanding | None:
    """How a commitment stands, None for any.

    Raises:
        UsageError: a commitment never stands so.
    """
    wanted = _choice("standing", (value or "").lower(), COMMITMENT_STANDINGS)
    return next((standing for standing in COMMITMENT_STANDINGS if standing == wanted), None)


def _choice(what: str, value: str, known: Sequence[str]) -> str:
    if not value or value in known:
        return value
    near = get_close_matches(value, known, n=2, cutoff=0.5)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    raise UsageError(f"Unknown {what} {value!r}.{hint} There are: {', '.join(known)}.")


def find_dossier(given: Path | None) -> Path:
    """The dossier's folder: as given, else from the environment, else ./dossier."""
    return given or Path(os.environ.get(ENVIRONMENT) or "dossier")


def find_existing(given: Path | None) -> Path:
    """The folder of a dossier that exists; its rows follow the decisions that stand in it.

    Raises:
        UsageError: there is none; the message says where it was looked for.
    """
    folder = find_dossier(given)
    if not (folder / "dossier.db").is_file():
        where = "--dossier" if given else ENVIRONMENT if os.environ.get(ENVIRONMENT) else "the present folder"
        raise UsageError(
            f"No dossier at {folder} (from {where}). Make one with `dragoman read PATH --dossier {folder}`, "
            "or name another with --dossier."
        )
    follow_decisions(folder)
    return folder


def follow_decisions(folder: Path) -> None:
    """Apply what is new in the folder of decisions, say after a colleague's files were copied in."""
    from dragoman.record.dossier import Dossier

    with Dossier(folder) as opened:
        if opened.is_current():
            return
    from dragoman.flow.refreshing import refresh
    from dragoman.flow.steps import load_tools

    try:
        done = refresh(folder, load_tools())
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
