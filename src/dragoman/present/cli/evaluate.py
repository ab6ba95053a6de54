"""`evaluate …`: the scorers, each with the path of a gold set; figures on standard output.

Every command prints a plain table, or JSON with `--json`. Scorers, vocabulary and language model are imported when a
command runs, and loaded once for it.
"""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from dragoman.present.cli.options import JsonOption
from dragoman.present.cli.output import emit_json, emit_text
from dragoman.present.cut import DEFAULT_CUT

if TYPE_CHECKING:
    from dragoman.evaluate.reports import Report
    from dragoman.text.hashing import Plain

evaluate = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help="Measure Dragoman on labelled data.")
DossiersOption = Annotated[
    list[Path], typer.Option("--dossier", metavar="DIR", help="A dossier of these texts; repeatable.")
]
ErrorsOption = Annotated[bool, typer.Option("--errors", help="List what is wrong as well.")]


class Kind(StrEnum):
    """What `evaluate record --show` can list."""

    EVENTS = "events"
    STATEMENTS = "statements"
    ASSESSMENTS = "assessments"


class StatusPart(StrEnum):
    """The parts of the status set."""

    OPEN = "open"
    LOCKED = "locked"
    ALL = "all"


@evaluate.command("record")
def record(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="NAME.json files as the coding manual has them.")],
    texts: Annotated[
        Path | None, typer.Option("--texts", metavar="DIR", help="Folder of the texts; else the gold folder.")
    ] = None,
    show: Annotated[Kind | None, typer.Option("--show", help="List missed (-), spurious (+), wrong (~).")] = None,
    as_json: JsonOption = False,
) -> None:
    """Code texts anew and score events, statements and assessments against gold."""
    from dragoman.evaluate.record import score_record

    _print(score_record(gold, texts, show=show.value if show else ""), as_json)


@evaluate.command("status")
def status(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The status set, as evaluate/data/status.jsonl.")],
    part: Annotated[StatusPart, typer.Option("--part", help="Which rows.")] = StatusPart.OPEN,
    errors: ErrorsOption = False,
    as_json: JsonOption = False,
) -> None:
    """Score the status of marked events in sentences of our own: F1 by status, accuracy by construction."""
    from dragoman.evaluate.status import score_status

    _print(score_status(file, part=part.value, show=errors), as_json)


@evaluate.command("plv")
def plv(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="PLV_train.tsv or a file of its shape.")],
    errors: ErrorsOption = False,
    as_json: JsonOption = False,
) -> None:
    """Score event types on the PLV sentences: with the pair marked, and found by itself."""
    from dragoman.evaluate.plv import score_plv

    _print(score_plv(file, show=errors), as_json)


@evaluate.command("polnear")
def polnear(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="PolNeAR's train or dev.")], as_json: JsonOption = False
) -> None:
    """Score attribution against PolNeAR: tokens of source, cue and content; contents with the right source."""
    from dragoman.evaluate.public_sets import report_polnear

    _print(report_polnear(folder), as_json)


@evaluate.command("timebank")
def timebank(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of TimeML files.")], as_json: JsonOption = False
) -> None:
    """Score expressions of time against TimeML files: strict, relaxed and value."""
    from dragoman.evaluate.public_sets import report_timebank

    _print(report_timebank(folder), as_json)


@evaluate.command("maintext")
def maintext(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the main-text benchmark.")],
    worst: Annotated[int, typer.Option("--worst", metavar="N", min=0, help="List the N pages that lost most.")] = 0,
    as_json: JsonOption = False,
) -> None:
    """Score main text against labelled pages: precision, recall and F1 of the body."""
    from dragoman.evaluate.public_sets import report_maintext

    _print(report_maintext(folder, worst=worst), as_json)


@evaluate.command("htmldate")
def htmldate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder with gold.json and pages/.")],
    errors: ErrorsOption = False,
    as_json: JsonOption = False,
) -> None:
    """Score the day of publication against dated pages."""
    from dragoman.evaluate.htmldate import score_htmldate

    _print(score_htmldate(folder, show=errors), as_json)


@evaluate.command("meantime")
def meantime(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of MEANTIME's XML files.")],
    as_json: JsonOption = False,
) -> None:
    """Score certainty, time and polarity against MEANTIME, mapped to our statuses."""
    from dragoman.evaluate.meantime import score_meantime

    _print(score_meantime(folder), as_json)


@evaluate.command("contradictions")
def contradictions(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The pairs, as evaluate/data/contradictions.jsonl.")],
    errors: ErrorsOption = False,
    as_json: JsonOption = False,
) -> None:
    """Score contradictions on pairs of texts of our own: hard ones found, changed plans and vague words left alone."""
    from dragoman.evaluate.contradictions import score_contradictions

    _print(score_contradictions(file, show=errors), as_json)


@evaluate.command("threads")
def threads(
    pairs: Annotated[Path, typer.Argument(metavar="PAIRS", help="Labelled pairs, as evaluate/data/thread_pairs.tsv.")],
    corpus: Annotated[
        Path | None, typer.Argument(metavar="CORPUS", help="The texts of the pairs; not read if a dossier is given.")
    ] = None,
    dossier: Annotated[
        Path | None, typer.Option("--dossier", metavar="DIR", help="A dossier into which the corpus was read.")
    ] = None,
    errors: ErrorsOption = False,
    as_json: JsonOption = False,
) -> None:
    """Score threads on labelled pairs of records: precision, recall and F1 of being one event."""
    from dragoman.evaluate.threads import score_threads

    _print(score_threads(pairs, corpus, dossier=dossier, show=errors), as_json)


@evaluate.command("reprints")
def reprints(
    file: Annotated[Path, typer.Argument(metavar="PAIRS", help="Labelled pairs, as evaluate/data/reprints.tsv.")],
    corpora: Annotated[Path, typer.Argument(metavar="CORPORA_DIR", help="Folder of the JSONL files with the texts.")],
    errors: ErrorsOption = False,
    as_json: JsonOption = False,
) -> None:
    """Score copies and updates among labelled pairs of articles."""
    from dragoman.evaluate.reprints import score_reprints

    _print(score_reprints(file, corpora, show=errors), as_json)


@evaluate.command("visits")
def visits(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Holds us_state_visits and us_state_travels.")],
    corpora: Annotated[list[Path], typer.Option("--corpus", metavar="FILE", help="JSONL of articles; repeatable.")],
    dossiers: DossiersOption,
    misses: Annotated[bool, typer.Option("--misses", help="List each visit not found, with the reason.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Score which US visits and travels that the corpora mention stand in the dossiers: sides, person, day."""
    from dragoman.evaluate.visits.scoring import score_visits

    _print(score_visits(folder, corpora, dossiers, cut=DEFAULT_CUT, show=misses), as_json)


@evaluate.command("timelines")
def timelines(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Holds tl17-NAME folders and leaders-dates.json.")],
    dossiers: DossiersOption,
    as_json: JsonOption = False,
) -> None:
    """Score the days of the heaviest threads of crises and leaders against editors' timelines: Date-F1."""
    from dragoman.evaluate.timelines.scoring import score_timelines

    _print(score_timelines(folder, dossiers), as_json)


def _print(report: "Report", as_json: bool) -> None:
    from dragoman.evaluate.reports import describe_report, report_fields

    if as_json:
        emit_json(cast("Plain", report_fields(report)))
    else:
        emit_text(describe_report(report))
