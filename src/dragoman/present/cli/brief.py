"""`dragoman brief PAIR`: the sourced brief of two states, on standard output or as files."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.model.errors import UsageError
from dragoman.present.asking import check_period
from dragoman.present.cli.options import (
    AllOption,
    DossierOption,
    LeastOption,
    SinceOption,
    UntilOption,
    find_existing,
)
from dragoman.present.cli.output import emit_text, say
from dragoman.present.cut import choose_cut, describe_hidden
from dragoman.record.dossier import Dossier

if TYPE_CHECKING:
    from dragoman.present.brief.material import Material


def brief(
    pair: Annotated[list[str], typer.Argument(metavar="PAIR...", help="PAK RUS, PAK-RUS, PAK/RUS or Pakistan Russia.")],
    dossier: DossierOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Also one self-contained HTML page.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Markdown to a file instead.")] = None,
    everything: AllOption = False,
    least: LeastOption = None,
) -> None:
    """Write the brief of a pair: where they stand, what happened, what is due, who says so, in which words."""
    from dragoman.present.actors import find_pair, load_names
    from dragoman.present.brief.compose import compose_brief
    from dragoman.present.brief.gather import gather_material
    from dragoman.present.brief.html import render_html
    from dragoman.present.brief.markdown import render_markdown
    from dragoman.present.export.writing import write_text

    cut = choose_cut(everything, least)
    begin, end = check_period(since, until)
    codes = find_pair(pair)
    with Dossier(find_existing(dossier)) as opened:
        material = gather_material(opened, codes, names=load_names(), period=(begin, end), cut=cut)
    composed = compose_brief(material)
    if html:
        write_text(html, render_html(composed, _draw(material)))
        say(f"Wrote {html}.")
    if out:
        write_text(out, render_markdown(composed))
        say(f"Wrote {out}.")
    else:
        emit_text(render_markdown(composed))
    if not material.events and not material.assessments:
        limited = " in that period" if begin or end else ""
        hint = "Try it without --since and --until." if limited else "`dragoman events` lists what there is."
        say(f"No event or assessment of {codes[0]} and {codes[1]}{limited}. {hint}")
    hidden = describe_hidden(material.hidden)
    if hidden:
        say(hidden)


def _draw(material: "Material") -> bytes:
    """The picture of the pair's relation; none without the extra that draws, which is said."""
    from dragoman.present.brief.picture import draw_level

    try:
        return draw_level(material)
    except UsageError as missing:
        say(f"The page has no picture of the relation. {missing}")
        return b""
