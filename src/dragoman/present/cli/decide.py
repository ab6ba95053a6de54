"""`decide`: accept, reject, correct, join and part what the record says; each a dated line that can be undone."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.model.decisions import RECORD_KINDS, VERDICTS
from dragoman.model.errors import UsageError
from dragoman.present.cli.options import ActorsOption, DossierOption, HoldersOption, ModelOption, find_existing
from dragoman.present.cli.output import emit, say
from dragoman.present.deciding import WHO, find_codes, find_who

if TYPE_CHECKING:
    from dragoman.flow.deciding import Desk, Done
    from dragoman.model.document import Part

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="An id, or the beginning of one.")]
ChangesArgument = Annotated[
    list[str], typer.Argument(metavar="FIELD=VALUE...", help="As date=2012-10-05 or actors=PAK,RUS; lists by commas.")
]
ThisArgument = Annotated[
    str, typer.Argument(metavar="ID", help='A record, a document, or an actor as "Sergei Lavrov, RUS".')
]
OtherArgument = Annotated[str, typer.Argument(metavar="ID", help="Another of the same kind.")]
WhyOption = Annotated[str, typer.Option("--why", metavar="TEXT", help="Your reason, for those who read it later.")]
WhoOption = Annotated[
    str | None,
    typer.Option("--who", metavar="NAME", help=f"Who decides; else ${WHO}, else your login name.", show_default=False),
]
SpansOption = list[str] | None

decide = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help="Say what is right: dated, undoable decisions.")


@decide.command("accept")
def accept(id: IdArgument, why: WhyOption = "", who: WhoOption = None, dossier: DossierOption = None) -> None:
    """Vouch for an event, statement or assessment as it is shown: its confidence becomes 1."""
    from dragoman.flow import deciding

    finish(deciding.accept(open_desk(dossier, who), id, why))


@decide.command("reject")
def reject(
    id: IdArgument,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Your reason.")],
    who: WhoOption = None,
    dossier: DossierOption = None,
) -> None:
    """Leave an event, statement or assessment out of lists, counts and briefs."""
    from dragoman.flow import deciding

    finish(deciding.reject(open_desk(dossier, who), id, why))


@decide.command("correct")
def correct(
    id: IdArgument,
    changes: ChangesArgument,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Your reason.")],
    who: WhoOption = None,
    dossier: DossierOption = None,
) -> None:
    """Give fields of an event, statement or assessment their right values."""
    from dragoman.flow import deciding

    desk = open_desk(dossier, who)
    kind = deciding.find_record(desk.folder, id).kind
    finish(deciding.correct(desk, id, [find_codes(deciding.read_change(kind, words)) for words in changes], why))


@decide.command("add")
def add(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id, or the beginning of it.")],
    kind: Annotated[str, typer.Argument(metavar="KIND", help="event, statement or assessment.")],
    span: Annotated[str, typer.Argument(metavar="START-END", help="Where its words stand in the text.")],
    changes: ChangesArgument,
    trigger: Annotated[
        str, typer.Option("--trigger", metavar="START-END", help="The word that names an event; else all its words.")
    ] = "",
    why: WhyOption = "",
    who: WhoOption = None,
    dossier: DossierOption = None,
) -> None:
    """Add a record that the program did not find, at words of the text."""
    from dragoman.flow import adding, deciding

    if kind not in RECORD_KINDS:
        raise UsageError(f"{kind!r} is no kind of record. There are: {', '.join(RECORD_KINDS)}.")
    words = adding.Words(document, _read_place(span), _read_place(trigger) if trigger else None)
    given = [find_codes(deciding.read_change(kind, field)) for field in changes]
    finish(adding.add(open_desk(dossier, who), next(k for k in RECORD_KINDS if k == kind), words, given, why))


@decide.command("document")
def document(
    id: IdArgument,
    changes: ChangesArgument,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Your reason.")],
    who: WhoOption = None,
    actors: ActorsOption = None,
    holders: HoldersOption = None,
    model: ModelOption = None,
    dossier: DossierOption = None,
) -> None:
    """Correct a document's published, outlet, author or genre; it is coded again at once."""
    from dragoman.flow import deciding

    desk = open_desk(dossier, who, actors, holders, model)
    finish(deciding.correct_document(desk, id, [deciding.read_change("document", words) for words in changes], why))


@decide.command("parts")
def parts(
    id: IdArgument,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Your reason.")],
    title: Annotated[SpansOption, typer.Option("--title", metavar="START-END")] = None,
    body: Annotated[SpansOption, typer.Option("--body", metavar="START-END")] = None,
    caption: Annotated[SpansOption, typer.Option("--caption", metavar="START-END")] = None,
    byline: Annotated[SpansOption, typer.Option("--byline", metavar="START-END")] = None,
    comment: Annotated[SpansOption, typer.Option("--comment", metavar="START-END")] = None,
    furniture: Annotated[SpansOption, typer.Option("--furniture", metavar="START-END")] = None,
    who: WhoOption = None,
    actors: ActorsOption = None,
    holders: HoldersOption = None,
    model: ModelOption = None,
    dossier: DossierOption = None,
) -> None:
    """Say where parts of a document lie, in characters of its text; each option can be given several times.

    A part that you name lies where you say and nowhere else; what it held elsewhere becomes furniture.
    """
    from dragoman.flow import deciding

    given = {"title": title, "body": body, "caption": caption, "byline": byline, "comment": comment,
             "furniture": furniture}  # fmt: skip
    desk = open_desk(dossier, who, actors, holders, model)
    finish(deciding.correct_parts(desk, id, _read_spans(given), why))


@decide.command("join")
def join(
    a: ThisArgument, b: OtherArgument, why: WhyOption = "", who: WhoOption = None, dossier: DossierOption = None
) -> None:
    """Say that two events are one, two documents one family, or two names one actor."""
    from dragoman.flow import deciding

    finish(deciding.join(open_desk(dossier, who), a, b, why))


@decide.command("part")
def part(
    a: ThisArgument, b: OtherArgument, why: WhyOption = "", who: WhoOption = None, dossier: DossierOption = None
) -> None:
    """Say that two events, documents or names do not belong together."""
    from dragoman.flow import deciding

    finish(deciding.part(open_desk(dossier, who), a, b, why))


@decide.command("outcome")
def outcome(
    statement: Annotated[str, typer.Argument(metavar="ID", help="A prediction; `dragoman predictions` lists them.")],
    verdict: Annotated[str, typer.Argument(metavar="VERDICT", help=f"One of: {', '.join(VERDICTS)}.")],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Your reason.")],
    who: WhoOption = None,
    dossier: DossierOption = None,
) -> None:
    """Say what became of a prediction: true, false, partly, or open; `predictions` shows it."""
    from dragoman.flow import deciding

    finish(deciding.judge(open_desk(dossier, who), statement, verdict, why))


@decide.command("undo")
def undo(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="Its id; `dragoman decisions` lists them.")],
    why: WhyOption = "",
    who: WhoOption = None,
    actors: ActorsOption = None,
    holders: HoldersOption = None,
    model: ModelOption = None,
    dossier: DossierOption = None,
) -> None:
    """Take a decision back: the record is again what the program found, or what others decided."""
    from dragoman.flow import deciding

    finish(deciding.undo(open_desk(dossier, who, actors, holders, model), decision, why))


def open_desk(
    dossier: Path | None,
    who: str | None,
    actors: Path | None = None,
    holders: Path | None = None,
    model: str | None = None,
) -> "Desk":
    """The dossier and the person who decides."""
    from dragoman.flow.deciding import Desk
    from dragoman.flow.reading import ReadSettings
    from dragoman.flow.steps import load_tools

    settings = ReadSettings(actors=actors, holders=holders, model=model)
    return Desk(find_existing(dossier), find_who(who), load_tools(), settings)


def finish(done: "Done") -> None:
    """Print the decision's id; say what was decided and what came of it."""
    from dragoman.present.decided import describe_done, describe_opposition, describe_refreshed

    emit(f"{done.decision.id}\n")
    say(describe_done(done.decision))
    if done.refreshed is None:
        say("Another process is writing the dossier: the decision is kept, and the next command applies it.")
    elif done.refreshed.documents or done.refreshed.removed or done.refreshed.broken:
        say(describe_refreshed(done.refreshed))
    for opposition in done.opposed:
        say(describe_opposition(opposition))


def _read_place(words: str) -> tuple[int, int]:
    start, _, end = words.partition("-")
    if not (start.isdecimal() and end.isdecimal() and len(words) < 24):
        raise UsageError(f"{words!r}: write START-END, as 120-164.")
    return int(start), int(end)


def _read_spans(given: dict[str, list[str] | None]) -> Sequence["Part"]:
    from dragoman.resolve.decisions.borders import PART_KINDS, read_span

    return [read_span(kind, words) for kind in PART_KINDS for words in given[kind] or []]
