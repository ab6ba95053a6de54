"""`outlook PAIR`: what may follow for a pair, with the record of such forecasts beside it."""

from typing import Annotated

import typer

from dragoman.present.cli.options import DossierOption, JsonOption, find_existing
from dragoman.present.cli.output import emit_json, emit_text, say
from dragoman.present.cli.relations import (
    CountsFromOption,
    EverybodyOption,
    PairArgument,
    ScaleOption,
    make_ask,
)
from dragoman.present.outlook_wording import describe_forecast, outlook_fields, spell_ground
from dragoman.record.dossier import Dossier

HorizonOption = Annotated[
    list[int] | None, typer.Option("--months", metavar="N", min=1, max=24, help="Months ahead; else 1, 3 and 6.")
]


def outlook(
    pair: PairArgument,
    dossier: DossierOption = None,
    months: HorizonOption = None,
    scale: ScaleOption = "plover",
    everybody: EverybodyOption = False,
    least: CountsFromOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say what may follow for a pair: whether it gets better or worse, whether a visit takes place, and how good such
    forecasts were in the past.
    """  # noqa: D205
    from dragoman.flow.relating import outlook_of
    from dragoman.present.actors import find_pair

    codes = find_pair(pair)
    with Dossier(find_existing(dossier)) as opened:
        found, imported = outlook_of(
            opened, codes, make_ask(scale=scale, everybody=everybody, least=least), tuple(months or (1, 3, 6))
        )
    if as_json:
        emit_json(outlook_fields(found))
    elif found.forecasts:
        emit_text("\n".join(line for forecast in found.forecasts for line in (*describe_forecast(forecast), "")))
    if found.lacks:
        say(found.lacks)
    if found.forecasts:
        say(spell_ground(found, imported))
