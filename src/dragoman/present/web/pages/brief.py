"""`/brief/A/B`: the brief of a pair as one page for print, the same that `dragoman brief --html` writes."""

from dataclasses import asdict
from typing import Any

from starlette.requests import Request

from dragoman.model.errors import UsageError
from dragoman.present.brief.compose import compose_brief
from dragoman.present.brief.gather import gather_material
from dragoman.present.brief.html import policy_of, render_html
from dragoman.present.brief.material import Material
from dragoman.present.brief.picture import draw_level
from dragoman.present.web.answering import Sheet
from dragoman.present.web.computing import await_result
from dragoman.present.web.desk import Desk
from dragoman.present.web.pair_asked import PairAsk, read_pair


def show_brief(desk: Desk, request: Request) -> Sheet:
    """The brief in the period that the query asks for; a page to wait with if it takes long."""
    ask = read_pair(desk, request)
    names = " and ".join(map(desk.name, ask.pair))
    return await_result(
        request, ("brief", desk.folder, ask.filters), desk.folder, lambda: _write(desk, ask),
        title=f"Brief: {names}", what=f"brief of {names}",
    )  # fmt: skip


def _write(desk: Desk, ask: PairAsk) -> Sheet:
    filters = ask.filters
    with desk.open() as opened:
        material = gather_material(
            opened, ask.pair, names=desk.name, period=(filters.since, filters.until), cut=filters.min_confidence
        )
    brief, picture = compose_brief(material), _draw(material)
    data: dict[str, Any] = asdict(brief)
    return Sheet(render_html(brief, picture), policy_of(picture), data)


def _draw(material: Material) -> bytes:
    """The picture of the relation; none without the extra that draws."""
    try:
        return draw_level(material)
    except UsageError:
        return b""
