"""What each picture shows, read from its marks: no graphics library is needed for any of this."""

import random
from dataclasses import replace
from itertools import combinations

import pytest

from dragoman.model.network import Tie
from dragoman.model.resolution import Thread
from dragoman.present.charts import draw_calendar, draw_network, draw_relation, draw_timeline
from dragoman.present.charts.drawing.lettering import measure
from dragoman.present.charts.drawing.marks import Area, Label, Line, Symbol
from dragoman.present.charts.signs import SIGNS

NAMES = {"PAK": "Pakistan", "RUS": "Russia", "USA": "the United States", "IND": "India"}
SOURCE = "Source: 3 documents of 2 independent sources. Dragoman 0.1.0."


def name(code):
    return NAMES.get(code, code)


def texts(chart):
    return " | ".join(chart.words)


def all_charts(made, width=720):
    threads = made.threads(60)
    return {
        "relation": draw_relation(made.relation(), name, SOURCE, width=width),
        "network": draw_network(made.system(), name, SOURCE, width=width),
        "timeline": draw_timeline(threads, ("PAK", "RUS"), name, SOURCE, width=width),
        "calendar": draw_calendar(threads, str, SOURCE, width=width),
    }


@pytest.mark.parametrize("width", [360, 720])
@pytest.mark.parametrize("kind", ["relation", "network", "timeline", "calendar"])
def test_every_chart_has_a_title_and_its_source_line_and_keeps_inside(made, kind, width):
    chart = all_charts(made, width)[kind]
    assert chart.width == width and chart.title
    assert " ".join(chart.words).replace("  ", " ").count("Dragoman 0.1.0.") == 1
    for mark in chart.marks:
        if isinstance(mark, Label):
            size = measure(mark.text, mark.size, bold=mark.bold)
            left = mark.x - {"start": 0, "middle": size / 2, "end": size}[mark.anchor]
            assert left >= -1 and left + size <= width + 2, mark
            assert 0 <= mark.y <= chart.height


@pytest.mark.parametrize("kind", ["timeline", "calendar"])
def test_the_order_of_the_threads_says_nothing(made, kind):
    threads = made.threads(60)
    other = threads[:]
    random.Random(5).shuffle(other)
    draw = {
        "timeline": lambda rows: draw_timeline(rows, ("PAK", "RUS"), name, SOURCE),
        "calendar": lambda rows: draw_calendar(rows, str, SOURCE),
    }[kind]
    assert draw(threads) == draw(other)


def test_relation_has_band_level_halves_zero_and_numbered_changes(made):
    chart = draw_relation(made.relation(), name, SOURCE)
    assert "How Pakistan and Russia get on" in chart.words
    for words in ("level", "PAK to RUS", "RUS to PAK", "1", "2", "3", "cooperation", "conflict", "documents", "sources"):
        assert words in chart.words
    paths = [mark for mark in chart.marks if isinstance(mark, Line) and len(mark.points) > 2]
    assert len(paths) == 3
    assert len({(path.colour, path.dash, path.width) for path in paths}) == 3
    assert len([mark for mark in chart.marks if isinstance(mark, Area)]) == 7


def test_relation_has_a_fixed_axis(made):
    calm, wild = made.points(12), [replace(point, level=9.0, low=8.0, high=10.0) for point in made.points(12)]
    heights = []
    for found in (calm, wild):
        chart = draw_relation(made.relation(points=tuple(found), changes=()), name, SOURCE)
        heights.append({mark.text: mark.y for mark in chart.marks if isinstance(mark, Label) and mark.text in ("0", "+5")})
    assert heights[0] == heights[1]


def test_relation_without_a_line_says_what_is_lacking(made):
    chart = draw_relation(made.relation(points=(), forth=(), back=(), lacks="5 threads; at least 8 are needed."), name, SOURCE)
    assert "No line can be drawn" in texts(chart)
    assert "5 threads; at least 8 are needed." in texts(chart)


def test_relation_of_imported_events_has_no_coverage(made):
    bare = made.points(20, covered=False)
    assert "documents" not in draw_relation(made.relation(points=bare), name, SOURCE).words


def test_relation_of_one_period_is_a_point(made):
    one = made.points(1)
    chart = draw_relation(made.relation(points=one, forth=(), back=(), changes=()), name, SOURCE)
    assert any(isinstance(mark, Symbol) for mark in chart.marks)


def test_network_tells_ties_apart_without_colour(made):
    chart = draw_network(made.system(), name, SOURCE)
    assert "Who is with whom on 5 October 2012" in chart.words
    dashes = {mark.colour: mark.dash for mark in chart.marks if isinstance(mark, Line) and mark.width != 1.0 or
              isinstance(mark, Line) and mark.dash}  # fmt: skip
    assert len(set(dashes.values())) == len(dashes) == 3
    assert "goes against the camps" in chart.words and "supposed" in chart.words
    assert "United States" in chart.words
    assert "1 of 1 triangle out of balance" in texts(chart)


def test_network_has_the_camps_left_and_right(made):
    spots = {mark.text: mark.x for mark in draw_network(made.system(), str, SOURCE).marks if isinstance(mark, Label)}
    assert max(spots[code] for code in ("AFG", "IND", "USA")) < min(spots[code] for code in ("CHN", "PAK"))


def test_a_large_network_is_thinned_out_with_a_note(made):
    codes = [f"A{i:02}" for i in range(60)]
    ties = tuple(Tie(a, b, 3.0, 1.0, 5.0, 1, 5) for a, b in combinations(codes, 2) if hash_of(a, b) % 9 == 0)
    camps = (replace(made.system().camps[0], first=tuple(codes), second=(), frustrated=()),)
    assert "20 sides with fewer clear ties left out." in texts(draw_network(made.system(ties=ties, camps=camps), str, SOURCE))


def hash_of(a, b):
    return int(a[1:]) * 7 + int(b[1:]) * 13


def test_a_network_without_ties_says_so(made):
    empty = made.system(ties=(), camps=(), triangles=())
    assert "No tie is clear" in texts(draw_network(empty, str, SOURCE))


def test_every_standing_looks_different_without_colour():
    seen = {}
    for sign in SIGNS.values():
        seen.setdefault(sign.words, (sign.shape, sign.fill == "#ffffff"))
    assert len(set(seen.values())) == len(seen) == 8


def test_timeline_counts_what_it_cannot_place(made):
    chart = draw_timeline(made.threads(60), ("PAK", "RUS"), name, SOURCE)
    assert "Not shown: 10 undated" in texts(chart)


def test_timeline_has_rows_for_the_kinds_that_are_there():
    rows = [Thread("t-1", "AID", ("RUS",), ("PAK",), ("e-1",), date="2012-10-04", weight=2.0),
            Thread("t-2", "ASSAULT", ("RUS",), ("PAK",), ("e-2",), date="2012-11", standing="claimed", weight=1.0)]  # fmt: skip
    chart = draw_timeline(rows, ("PAK", "RUS"), name, SOURCE)
    heights = {mark.text: mark.y for mark in chart.marks if isinstance(mark, Label)}
    assert heights["aid"] < heights["attacks"]
    assert "demands" not in heights
    assert "happened (1)" in heights and "claimed (1)" in heights


@pytest.mark.parametrize("number", [0, 3])
def test_timeline_of_nothing_that_has_a_date_says_so(made, number):
    rows = [replace(thread, date="") for thread in made.threads(number)]
    assert "Nothing that can be placed in time." in texts(draw_timeline(rows, ("PAK", "RUS"), name, SOURCE))


def test_labels_cover_neither_signs_nor_each_other(made):
    chart = draw_timeline(made.threads(120), ("PAK", "RUS"), name, SOURCE)
    boxes = []
    for mark in chart.marks:
        if isinstance(mark, Label) and mark.text.startswith(("Envoy", "PAK")):
            size = measure(mark.text, mark.size)
            left = mark.x - (size if mark.anchor == "end" else 0)
            boxes.append((left, mark.y - 5, left + size, mark.y + 5))
    assert len(boxes) > 5
    legend = min(mark.y for mark in chart.marks if isinstance(mark, Label) and mark.text.startswith("happened"))
    boxes += [(mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius)
              for mark in chart.marks if isinstance(mark, Symbol) and mark.y < legend - 6]  # fmt: skip
    for a, b in combinations(boxes, 2):
        assert not (a[0] < b[2] - 0.5 and b[0] < a[2] - 0.5 and a[1] < b[3] - 0.5 and b[1] < a[3] - 0.5)


def visit(date, **parts):
    return Thread(f"t-{date}", "CONSULT", ("RUS",), ("PAK",), ("e-1",), date=date, weight=1.0, **parts)


def test_calendar_shows_days_months_and_what_has_neither():
    chart = draw_calendar([visit("2012-10-04"), visit("2012-11"), visit("2012"), visit("")], str, SOURCE)
    assert {"Oct 2012", "Nov 2012", "day not told"} <= set(chart.words)
    assert "Not shown: 2 meetings without a month." in chart.words
    assert chart.words.count("RUS to PAK") == 2


def test_calendar_keeps_to_visits_and_meetings_of_the_period():
    other = Thread("t-9", "ASSAULT", ("RUS",), ("PAK",), ("e-9",), date="2012-10-05")
    chart = draw_calendar([visit("2012-10-04"), visit("2011-10-04"), other], str, SOURCE, since="2012", until="2012")
    assert "Oct 2012" in chart.words and "Oct 2011" not in chart.words
    assert "happened (1)" in chart.words


def test_calendar_tells_what_lies_ahead():
    rows = [visit("2012-10-04"), visit("2013-01-04", standing="planned")]
    assert "after the last text" in draw_calendar(rows, str, SOURCE, as_of="2012-12-13").words
    assert "No visit or meeting that can be placed in a month." in draw_calendar([], str, SOURCE).words
