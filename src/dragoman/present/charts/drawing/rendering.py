"""Makes a picture of marks into SVG or PNG with Altair and vl-convert, the extra `[report]`; loaded only here.

Every mark becomes a row of inline data at its pixels. Words reach the libraries as values of rows alone: never as a
name of a field, a title or an option, so that nothing in them can be taken for an expression or for mark-up.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.sax.saxutils import quoteattr

from dragoman.model.errors import UsageError
from dragoman.present.charts.drawing.marks import PAPER, Area, Box, Chart, Label, Line, Mark, Symbol
from dragoman.present.escaping import for_picture
from dragoman.present.export.writing import write_bytes
from dragoman.text.hashing import Plain

SUFFIXES = (".svg", ".png")
PNG_SCALE = 2.0
_TOKENS = {"start": "left", "middle": "center", "end": "right"}

Row = dict[str, Plain]


def write_chart(chart: Chart, path: Path) -> None:
    """Write a picture as SVG or PNG, by the suffix of the path; PNG at twice the size.

    Raises:
        UsageError: another suffix, the extra is missing, or the file cannot be written.
    """
    write_bytes(path, render_chart(chart, check_suffix(path)))


def check_suffix(path: Path) -> str:
    """The suffix of a file for a picture, in lower case.

    Raises:
        UsageError: it is neither .svg nor .png.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(f"{path}: pictures are written as .svg or .png. Give --out a name that ends in one of them.")
    return suffix


def render_chart(chart: Chart, suffix: str = ".svg") -> bytes:
    """The bytes of a picture in the form that a suffix names; the same picture gives the same bytes.

    Raises:
        UsageError: the extra is missing.
    """
    altair, converter = load_libraries()
    spec = build_spec(chart, altair)
    version = ".".join(altair.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
    if suffix == ".png":
        png: bytes = converter.vegalite_to_png(spec, vl_version=version, scale=PNG_SCALE)
        return png
    svg: str = converter.vegalite_to_svg(spec, vl_version=version)
    name = f'<svg role="img" aria-label={quoteattr(for_picture(chart.title))} '
    return svg.replace("<svg ", name, 1).encode("utf-8")


def load_libraries() -> tuple[ModuleType, ModuleType]:
    """Altair and vl-convert.

    Raises:
        UsageError: one of them is not installed.
    """
    missing = []
    try:
        import altair
    except ImportError:
        missing.append("altair")
    try:
        import vl_convert
    except ImportError:
        missing.append("vl-convert-python")
    if missing:
        raise UsageError(
            f"Pictures need {' and '.join(missing)}, which {'is' if len(missing) == 1 else 'are'} not installed. "
            'Install with: pip install "dragoman[report]"'
        )
    return altair, vl_convert


def build_spec(chart: Chart, altair: ModuleType) -> dict[str, Any]:
    """The picture as a Vega-Lite specification: one layer for each run of marks that are drawn alike.

    Altair would hold each piece, and then the whole, against its schema, which takes four times as long as all else;
    the pieces are the few below, whatever is drawn, and a test holds them against it.
    """
    with altair.utils.schemapi.debug_mode(False):
        layers = [_draw_run(list(run), key, altair) for key, run in groupby(chart.marks, key=_likeness)]
        whole: Any = altair.layer(*layers).properties(
            width=chart.width, height=chart.height, padding=0, background=PAPER,
            autosize=altair.AutoSizeParams(type="none"),
        ).configure(font="sans-serif", view=altair.ViewConfig(stroke=None))  # fmt: skip
        spec: dict[str, Any] = whole.to_dict(validate=False)
    return spec


def _likeness(mark: Mark) -> tuple[str, ...]:
    """What the marks of one layer have in common; all else is in their rows."""
    if isinstance(mark, Line):
        return "rule" if len(mark.points) == 2 else f"line {id(mark)}", str(mark.dash)
    if isinstance(mark, Area):
        return "area", str(id(mark))
    if isinstance(mark, Label):
        return "text", mark.anchor, str(mark.size), str(mark.bold)
    return (type(mark).__name__,)


def _draw_run(run: Sequence[Mark], key: tuple[str, ...], altair: ModuleType) -> Any:
    rows = [row for mark in run for row in _rows_of(mark)]
    base = altair.Chart(altair.Data(values=rows))
    first, kind = run[0], key[0]
    fields = _ENCODINGS["line" if kind.startswith("line") else kind]
    encoding = {channel: _channel(altair, channel, field) for channel, field in fields.items()}
    if kind == "text" and isinstance(first, Label):
        style = {"align": _TOKENS[first.anchor], "baseline": "middle", "fontSize": first.size,
                 "fontWeight": "bold" if first.bold else "normal"}  # fmt: skip
        return base.mark_text(aria=False, **style).encode(**encoding)
    if isinstance(first, Line):
        dash = {"strokeDash": list(first.dash)} if first.dash else {}
        draw = base.mark_rule if kind == "rule" else base.mark_line
        return draw(aria=False, **dash).encode(**encoding)
    if isinstance(first, Area):
        return base.mark_line(aria=False, fill=first.colour, strokeWidth=0).encode(**encoding)
    if isinstance(first, Box):
        return base.mark_rect(aria=False).encode(**encoding)
    return base.mark_point(aria=False, opacity=1).encode(**encoding)


_ENCODINGS = {
    "rule": {"x": "x", "y": "y", "x2": "x2", "y2": "y2", "color": "colour", "strokeWidth": "width", "opacity": "seen"},
    "line": {"x": "x", "y": "y", "order": "at", "color": "colour", "strokeWidth": "width", "opacity": "seen"},
    "area": {"x": "x", "y": "y", "order": "at", "opacity": "seen"},
    "Box": {"x": "x", "y": "y", "x2": "x2", "y2": "y2", "color": "colour", "opacity": "seen"},
    "Symbol": {"x": "x", "y": "y", "shape": "shape", "size": "area", "fill": "fill", "stroke": "colour",
               "strokeWidth": "width"},
    "text": {"x": "x", "y": "y", "text": "words", "color": "colour"},
}  # fmt: skip
"""For each kind of layer the channels of Vega-Lite and the fields of our rows; the names are ours alone."""
_WORDS = frozenset(("colour", "fill", "shape", "words"))


def _channel(altair: ModuleType, channel: str, field: str) -> Any:
    """A channel that takes the value of a field as it is: no scale, no axis, no legend."""
    make = getattr(altair, channel[0].upper() + channel[1:])
    if channel in ("x2", "y2"):
        return make(field)
    kind = "nominal" if field in _WORDS else "quantitative"
    return make(field, type=kind) if channel in ("text", "order") else make(field, type=kind, scale=None)


def _rows_of(mark: Mark) -> Iterator[Row]:
    if isinstance(mark, Line):
        yield from _line_rows(mark)
    elif isinstance(mark, Area):
        outline = [(x, upper) for x, upper, _ in mark.edges] + [(x, lower) for x, _, lower in reversed(mark.edges)]
        for at, (x, y) in enumerate(outline):
            yield {"x": _px(x), "y": _px(y), "at": at, "seen": mark.opacity}
    elif isinstance(mark, Box):
        yield {"x": _px(mark.left), "y": _px(mark.top), "x2": _px(mark.right), "y2": _px(mark.bottom),
               "colour": mark.colour, "seen": mark.opacity}  # fmt: skip
    elif isinstance(mark, Symbol):
        yield {"x": _px(mark.x), "y": _px(mark.y), "shape": mark.shape, "area": _px((2 * mark.radius) ** 2),
               "fill": mark.fill, "colour": mark.stroke, "width": mark.width}  # fmt: skip
    else:
        yield {"x": _px(mark.x), "y": _px(mark.y), "words": for_picture(mark.text), "colour": mark.colour}


def _line_rows(line: Line) -> Iterator[Row]:
    style: Row = {"colour": line.colour, "width": line.width, "seen": line.opacity}
    if len(line.points) == 2:
        (x, y), (x2, y2) = line.points
        yield {"x": _px(x), "y": _px(y), "x2": _px(x2), "y2": _px(y2), **style}
        return
    for at, (x, y) in enumerate(line.points):
        yield {"x": _px(x), "y": _px(y), "at": at, **style}


def _px(value: float) -> float:
    return round(value, 1)
