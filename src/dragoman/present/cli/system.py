"""`system` and `whatif`: the network of all pairs on a day, its camps and pressures, and what another tie would do."""

from typing import Annotated

import typer

from dragoman.model.errors import UsageError
from dragoman.model.network import System
from dragoman.present.asking import check_day, read_levels
from dragoman.present.cli.options import CsvOption, DossierOption, JsonOption, choose_form, find_existing
from dragoman.present.cli.output import emit_json, emit_rows, emit_text, say
from dragoman.present.cli.relations import (
    CountsFromOption,
    DateOption,
    EverybodyOption,
    ScaleOption,
    make_ask,
)
from dragoman.present.relation_fields import CANNOT_KNOW, tie_fields
from dragoman.present.system_wording import (
    Name,
    describe_camps,
    describe_difference,
    describe_pressures,
    describe_triangles,
    difference_fields,
    system_fields,
)
from dragoman.present.wording import count_words
from dragoman.record.dossier import Dossier
from dragoman.text.edtf import spell

AmongOption = Annotated[
    bool, typer.Option("--all-actors", help="Also organisations and armed groups, not only states.")
]
SecondsOption = Annotated[
    float, typer.Option("--seconds", metavar="N", min=0.0, help="Time to prove that no better camps exist.")
]
MOST_PRESSURES = 12


def system(
    dossier: DossierOption = None,
    date: DateOption = None,
    scale: ScaleOption = "plover",
    everybody: EverybodyOption = False,
    least: CountsFromOption = None,
    all_actors: AmongOption = False,
    seconds: SecondsOption = 10.0,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """Show who stands with whom on a day: camps, triangles out of balance, and what presses on which pair."""
    from dragoman.present.actors import load_names

    form = choose_form(as_json, as_csv)
    found = _find(dossier, date, scale, everybody, least, all_actors, seconds)
    if form == "json":
        emit_json(system_fields(found))
    elif form == "csv":
        emit_rows(map(tie_fields, found.ties), "csv", ())
    else:
        emit_text("\n".join(_page(found, load_names())))
    say(f"As of {spell(found.day)}. {CANNOT_KNOW}")


def whatif(
    levels: Annotated[list[str], typer.Argument(metavar="PAIR=LEVEL...", help="As PAK-USA=-6; several may be given.")],
    dossier: DossierOption = None,
    date: DateOption = None,
    scale: ScaleOption = "plover",
    everybody: EverybodyOption = False,
    least: CountsFromOption = None,
    all_actors: AmongOption = False,
    seconds: SecondsOption = 10.0,
    as_json: JsonOption = False,
) -> None:
    """Suppose another level for a pair, and show which camps, triangles and pressures would change."""
    from dragoman.flow.relating import suppose_levels
    from dragoman.present.actors import load_names

    supposed = read_levels(levels)
    before = _find(dossier, date, scale, everybody, least, all_actors, seconds)
    after, difference = suppose_levels(before, supposed, load_names(), seconds=seconds)
    if as_json:
        emit_json({"before": system_fields(before), "after": system_fields(after), **difference_fields(difference)})
    else:
        emit_text("\n".join([*describe_difference(difference, load_names()), "", *describe_camps(after, load_names())]))
    say(f"As of {spell(before.day)}, with {', '.join(f'{a}-{b} at {level:+g}' for (a, b), level in supposed.items())}.")


def _find(
    dossier: DossierOption, date: str | None, scale: str, everybody: bool, least: float | None, all_actors: bool,
    seconds: float,
) -> System:  # fmt: skip
    from dragoman.flow.relating import last_day_of, system_of
    from dragoman.present.actors import load_names

    ask = make_ask(scale=scale, everybody=everybody, least=least)
    with Dossier(find_existing(dossier)) as opened:
        day = check_day("--date", date) or last_day_of(opened)
        if not day:
            raise UsageError("Nothing in this dossier has a date. Name the day with --date.")
        return system_of(opened, day, ask, load_names(), among="all" if all_actors else "states", seconds=seconds)


def _page(found: System, name: Name) -> list[str]:
    signed = sum(1 for tie in found.ties if tie.sign)
    return [
        f"{count_words(len(found.ties), 'pair')} of which enough is told; {signed} with a clear sign.",
        *describe_camps(found, name),
        "",
        *_list(describe_triangles(found, name, balanced=False), "out of balance"),
        *_list(describe_triangles(found, name, balanced=True), "in balance"),
        "",
        *describe_pressures(found)[:MOST_PRESSURES],
    ]


def _list(triangles: list[str], what: str) -> list[str]:
    """How many there are, and the first of them."""
    lines = [f"{count_words(len(triangles), 'triangle')} {what}{':' if triangles else '.'}"]
    lines += [f"  {words}" for words in triangles[:MOST_PRESSURES]]
    left = len(triangles) - MOST_PRESSURES
    return [*lines, f"  and {left} more (--json)"] if left > 0 else lines
