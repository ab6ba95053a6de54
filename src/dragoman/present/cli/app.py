"""All commands of the command line, in one explicit list."""

from typing import Annotated

import typer

import dragoman
from dragoman.present.cli import actors as actor_lists
from dragoman.present.cli import (
    brief,
    chart,
    checks,
    commitments,
    decisions,
    export,
    families,
    imports,
    lists,
    lookup,
    outlook,
    predictions,
    read,
    relations,
    serve,
    show,
    site,
    sources,
    system,
    threads,
)
from dragoman.present.cli.decide import decide
from dragoman.present.cli.evaluate import evaluate
from dragoman.present.cli.options import PairCommand, PairGroup

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
actors = typer.Typer(
    rich_markup_mode=None, cls=PairGroup, invoke_without_command=True, help="Who is named, and for whom a name stands."
)
charts = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help="Draw the record as SVG or PNG.")
exports = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help="Write the record into files.")


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Say the version and stop.")] = False,
) -> None:
    """Read news about how states deal with each other; keep a sourced record; write the brief of a pair of states."""
    if version:
        typer.echo(f"dragoman {dragoman.__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit


app.command("read")(read.read)
app.command("import")(imports.import_events)
app.command("brief")(brief.brief)
app.command("documents", cls=PairCommand)(lists.documents)
app.command("events", cls=PairCommand)(lists.events)
app.command("statements", cls=PairCommand)(lists.statements)
app.command("predictions", cls=PairCommand)(predictions.predictions)
app.command("assessments", cls=PairCommand)(lists.assessments)
app.command("threads", cls=PairCommand)(threads.threads)
app.command("thread")(threads.thread)
app.command("contradictions", cls=PairCommand)(threads.contradictions)
app.command("commitments", cls=PairCommand)(commitments.commitments)
app.command("families", cls=PairCommand)(families.families)
app.command("family")(families.family)
app.command("sources", cls=PairCommand)(sources.sources)
app.command("source")(sources.source)
app.command("relations")(relations.relations)
app.command("relation")(relations.relation)
app.command("system")(system.system)
app.command("whatif")(system.whatif)
app.command("outlook")(outlook.outlook)
app.command("rejects")(lists.rejects)
app.command("serve")(serve.serve)
app.command("site")(site.site)
app.command("show")(show.show)
app.command("explain")(show.explain)
app.command("search")(show.search)
app.add_typer(decide, name="decide")
app.command("decisions")(decisions.decisions)
app.command("note")(decisions.note)
app.command("remove")(decisions.remove)
app.add_typer(exports, name="export")
exports.command("record")(export.record)
exports.command("csv")(export.csv)
exports.command("jsonl")(export.jsonl)
exports.command("md")(export.md)
exports.command("plover")(export.plover)
app.add_typer(charts, name="chart")
charts.command("relation")(chart.relation)
charts.command("network")(chart.network)
charts.command("timeline")(chart.timeline)
charts.command("calendar", cls=PairCommand)(chart.calendar)
app.command("verify")(checks.verify)
app.command("doctor")(checks.doctor)
app.add_typer(actors, name="actors")
actors.callback()(actor_lists.actors)
actors.command("show")(actor_lists.show)
actors.command("lookup")(lookup.lookup)
app.add_typer(evaluate, name="evaluate")
