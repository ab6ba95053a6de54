"""Draws the network of a day: sides as dots with names, ties by their sign, one camp left and the other right."""

from collections import Counter
from collections.abc import Callable, Sequence

from dragoman.model.network import Camps, System, Tie
from dragoman.present.charts.drawing.frame import MARGIN, WIDTH, Entry, Head, draw_legend, frame_chart, measure_head
from dragoman.present.charts.drawing.lettering import SMALL, fit, measure
from dragoman.present.charts.drawing.marks import (
    DASHES,
    DOTS,
    GREY,
    INK,
    PAPER,
    Box,
    Chart,
    Label,
    Line,
    Mark,
    Point,
    Symbol,
)
from dragoman.present.charts.drawing.placing import Space, TakenSpace
from dragoman.present.charts.layout import lay_out
from dragoman.present.charts.signs import BLUE, DIM, VERMILION
from dragoman.present.wording import count_words
from dragoman.text.edtf import spell

Names = Callable[[str], str]

_NARROW = 520
_NAME = 112.0
_SHARES = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68)
_UNCLEAR = 150
"""Unclear ties drawn at most: those with most acts."""


def draw_network(system: System, names: Names, source_line: str, *, width: int = WIDTH) -> Chart:
    """The signed network of a day.

    Args:
        names: from a code to the name that is shown.
        source_line: what it rests on, as `spell_source_line` gives it.
        width: pixels, 320 to 2400.
    """
    codes, left_out = _choose_codes(system, 40 if width >= _NARROW else 16)
    ties = [tie for tie in system.ties if {tie.a, tie.b} <= set(codes)]
    shown = _choose_ties(ties)
    notes = [f"{count_words(left_out, 'side')} with fewer clear ties left out."] * bool(left_out)
    if len(shown) < len(ties):
        notes.append(f"{count_words(len(ties) - len(shown), 'unclear tie')} of few acts left out.")
    head = Head(f"Who is with whom on {spell(system.day)}", _describe(system), source_line, tuple(notes))
    top = measure_head(head, width) + 18
    height = _height_of(len(codes), width)
    labels = [_name_of(code, names, width) for code in codes]
    side = max((measure(label, SMALL) for label in labels), default=0.0) + 14
    main = _main_camps(system)
    camp = {**dict.fromkeys(main.first, -1), **dict.fromkeys(main.second, 1)}
    places = lay_out(codes, shown, camp, (width - 2 * (MARGIN + side), height))
    spots = {code: (x + MARGIN + side, y + top) for code, (x, y) in zip(codes, places, strict=True)}
    frustrated = {tuple(sorted(pair)) for camps in system.camps for pair in camps.frustrated}
    body = [*_name_camps(main, top - 8, width), *_draw_ties(shown, spots, frustrated)]
    for code, label in zip(codes, labels, strict=True):
        body += _draw_side(label, spots[code], camp.get(code, 0))
    legend, bottom = draw_legend(_explain(shown, frustrated), top + height + 8, width)
    return frame_chart(head, [*body, *legend], bottom, width)


def _height_of(number: int, width: int) -> float:
    return min(0.9 * width, max(200.0, 0.45 * width, number * 13.0))


def _choose_codes(system: System, most: int) -> tuple[list[str], int]:
    """The sides with the most clear ties, sorted, and how many are left out; those without any are not counted."""
    clear = Counter(code for tie in system.ties if tie.sign for code in (tie.a, tie.b))
    acts = Counter[str]()
    for tie in system.ties:
        acts.update({tie.a: tie.acts, tie.b: tie.acts})
    known = set(clear).union(*((*camps.first, *camps.second) for camps in system.camps))
    ranked = sorted(known, key=lambda code: (-clear[code], -acts[code], code))
    return sorted(ranked[:most]), len(ranked[most:])


def _choose_ties(ties: Sequence[Tie]) -> list[Tie]:
    """All clear ties and the best known unclear ones; unclear first, so that they lie lowest."""
    unclear = sorted((tie for tie in ties if not tie.sign), key=lambda tie: (-tie.acts, tie.a, tie.b))
    clear = sorted((tie for tie in ties if tie.sign), key=lambda tie: (-tie.sign, abs(tie.level), tie.a, tie.b))
    return [*unclear[:_UNCLEAR], *clear]


def _describe(system: System) -> str:
    if not any(tie.sign for tie in system.ties):
        return "No tie is clear: every level's interval holds zero, or too little is known."
    against = count_words(system.frustration, "tie")
    proved = system.bound >= system.frustration
    proof = "the fewest possible" if proved else f"no division has fewer than {system.bound}"
    odd = sum(not triangle.balanced for triangle in system.triangles)
    counted = count_words(len(system.triangles), "triangle")
    triangles = f" {odd:,} of {counted} out of balance." if system.triangles else ""
    return (
        f"The two camps that leave the fewest ties against them: {against} "
        f"{'goes' if system.frustration == 1 else 'go'} against ({proof}).{triangles}{_describe_apart(system)}"
    )


def _describe_apart(system: System) -> str:
    """Sides that no clear tie links to the two camps: nobody can say with which of them they stand."""
    apart = sum(len(camps.first) + len(camps.second) for camps in system.camps[1:])
    return f" {count_words(apart, 'side')} without a clear tie to these stand in neither." if apart else ""


def _main_camps(system: System) -> Camps:
    """The camps of the largest part of the network."""
    return system.camps[0] if system.camps else Camps((), (), 0, 0)


def _name_camps(camps: Camps, y: float, width: int) -> list[Mark]:
    first, second = (count_words(len(camp), "side") for camp in (camps.first, camps.second))
    marks: list[Mark] = [Label(MARGIN, y, f"One camp: {first}", SMALL, GREY)] if camps.first else []
    if camps.second:
        marks.append(Label(width - MARGIN, y, f"The other: {second}", SMALL, GREY, "end"))
    return marks


def _line_of(tie: Tie, start: Point, end: Point) -> Line:
    if not tie.sign:
        return Line((start, end), DIM, 1.0, DOTS, 0.55)
    width = 0.8 + 1.9 * min(1.0, abs(tie.level) / 8)
    return Line((start, end), BLUE, width) if tie.sign > 0 else Line((start, end), VERMILION, width, DASHES)


def _draw_ties(ties: Sequence[Tie], spots: dict[str, Point], frustrated: set[tuple[str, ...]]) -> list[Mark]:
    lines: list[Mark] = []
    signs: list[Mark] = []
    taken = TakenSpace()
    for tie in ties:
        start, end = spots[tie.a], spots[tie.b]
        lines.append(_line_of(tie, start, end))
        if (tie.a, tie.b) in frustrated:
            signs.append(_against(*_find_room(start, end, 7.0, 7.0, taken)))
        if tie.supposed:
            signs += _supposed(*_find_room(start, end, 30.0, 8.0, taken))
    return [*lines, *signs]


def _find_room(start: Point, end: Point, wide: float, high: float, taken: TakenSpace) -> Point:
    """A point on a tie, near its middle, where no other sign stands; its middle if there is none."""
    points = [(start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share) for share in _SHARES]
    space = taken.take_first(Space(x - wide, y - high, x + wide, y + high) for x, y in points)
    return ((space.left + space.right) / 2, (space.top + space.bottom) / 2) if space else points[0]


def _against(x: float, y: float) -> Symbol:
    return Symbol(x, y, "diamond", 6.0, INK, PAPER, 1.2)


def _supposed(x: float, y: float) -> list[Mark]:
    size = measure("supposed", SMALL) / 2 + 2
    words = Label(x, y, "supposed", SMALL, INK, "middle", bold=True)
    return [Box(x - size, y - 7, x + size, y + 7, PAPER, 0.9), words]


def _name_of(code: str, names: Names, width: int) -> str:
    """The name without its article; where it is long, the short name that stands in the code."""
    room = _NAME if width >= _NARROW else _NAME * 0.7
    name = names(code).removeprefix("the ")
    short = code.partition(":")[2] or code
    return fit(name if measure(name, SMALL) <= room else short, SMALL, room)


def _draw_side(label: str, spot: Point, camp: int) -> list[Mark]:
    """A dot, full in the one camp and hollow in the other, and the name on its outer side."""
    x, y = spot
    dot = Symbol(x, y, "circle" if camp else "square", 5.5, INK if camp < 0 else PAPER, INK, 1.6)
    if camp:
        return [dot, Label(x + 11 * camp, y, label, SMALL, INK, "end" if camp < 0 else "start")]
    size = measure(label, SMALL) / 2
    ground = Box(x - size, y + 8, x + size, y + 21, PAPER, 0.8)
    return [ground, dot, Label(x, y + 14, label, SMALL, INK, "middle")]


def _explain(ties: Sequence[Tie], frustrated: set[tuple[str, ...]]) -> list[Entry]:
    def line(sign: int) -> Callable[[float, float], list[Mark]]:
        tie = Tie("", "", 4.0 * sign, 0, 0, sign)
        return lambda x, y: [_line_of(tie, (x - 8, y), (x + 9, y))]

    kinds = {tie.sign for tie in ties}
    named = ((1, "good tie (thicker: stronger)"), (-1, "bad tie"), (0, "unclear: the interval holds zero"))
    entries = [Entry(line(sign), words) for sign, words in named if sign in kinds]
    if any((tie.a, tie.b) in frustrated for tie in ties):
        entries.append(Entry(lambda x, y: [_against(x, y)], "goes against the camps"))
    return entries
