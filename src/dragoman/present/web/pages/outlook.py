"""`/outlook/A/B`: what may follow for a pair, with the record of such forecasts beside it."""

from starlette.requests import Request

from dragoman.flow.relating import RelationAsk, outlook_of
from dragoman.model.outlook import Outlook
from dragoman.model.relation import Pair
from dragoman.present.actors import find_pair
from dragoman.present.fields import Fields
from dragoman.present.outlook_wording import describe_forecast, outlook_fields, spell_ground
from dragoman.present.web.answering import Page
from dragoman.present.web.computing import await_result
from dragoman.present.web.desk import Desk


def show_outlook(desk: Desk, request: Request) -> Page:
    """The outlook of a pair; a page to wait with if it takes long."""
    pair = find_pair([request.path_params["a"], request.path_params["b"]])
    names = " and ".join(map(desk.name, pair))
    title = f"Outlook: {names}"
    outlook, imported = await_result(
        request, ("outlook", desk.folder, pair), desk.folder, lambda: _make(desk, pair),
        title=title, what=f"outlook of {names}",
    )  # fmt: skip
    told = [(describe_forecast(forecast), forecast) for forecast in outlook.forecasts]
    context = {"outlook": outlook, "told": told, "pair": pair, "ground": spell_ground(outlook, imported)}
    return Page(title, "outlook.html.jinja", context, _rows(outlook), outlook_fields(outlook))


def _make(desk: Desk, pair: Pair) -> tuple[Outlook, tuple[str, ...]]:
    with desk.open() as opened:
        return outlook_of(opened, pair, RelationAsk())


def _rows(outlook: Outlook) -> tuple[Fields, ...]:
    """Every probability, one a row."""
    return tuple(
        {"question": one.question, "months": one.horizon, "outcome": outcome, "probability": round(share, 4),
         "shown": one.shown}
        for one in outlook.forecasts
        for outcome, share in zip(one.outcomes, one.probabilities, strict=True)
    )  # fmt: skip
