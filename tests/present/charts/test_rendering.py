"""The files: valid, the same every time, harmless whatever the words are, and small."""

import builtins
import struct
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from dragoman.model.errors import UsageError
from dragoman.present.charts import draw_calendar, draw_network, draw_relation, draw_timeline, render_chart, write_chart
from dragoman.present.charts.drawing import rendering

HOSTILE = (
    "</text><script>alert(1)</script>",
    "{{constructor.constructor('x')()}} ${x} #{x}",
    "datum.x",
    "datum['words'] + signal",
    '" onload="alert(1)',
    "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "abc\u202edef\u2066ghi\x00\x1b[31m\ufffe\ud800",
    "javascript:alert(1)\nhttps://example.org/",
    "=cmd()",
    "W" * 5000,
)
SOURCE = "Source: 3 documents. Dragoman 0.1.0."


def draw_all(made, name=str, threads=()):
    rows = [*made.threads(40), *threads]
    return [
        draw_relation(made.relation(), name, SOURCE),
        draw_network(made.system(), name, SOURCE),
        draw_timeline(rows, ("PAK", "RUS"), name, SOURCE),
        draw_calendar(rows, name, SOURCE, title=f"Visits of {name('PAK')}"),
    ]


def check_harmless(svg):
    for element in ET.fromstring(svg).iter():
        assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in {"svg", "g", "rect", "path", "line", "text", "tspan"}
        for key, value in element.attrib.items():
            assert not key.lower().startswith("on")
            assert "href" not in key.lower() and key.lower() != "style"
            if key != "aria-label":
                assert "url(" not in value and "javascript" not in value


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_words_of_documents_stay_words(made, words):
    people = [replace(one, people=(words,), place=words) for one in made.threads(12)]
    for chart in draw_all(made, lambda code: f"{code} {words}", people):
        svg = render_chart(chart)
        check_harmless(svg)
        assert not any(character in svg.decode() for character in "\u202e\u2066\x00\x1b\ufffe")
        assert svg.count(b"<text") > 10


def test_expressions_are_printed_not_evaluated(made):
    svg = render_chart(draw_network(made.system(), lambda code: f"datum.{code}", SOURCE)).decode()
    shown = [element.text for element in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]
    assert {"datum.PAK", "datum.USA"} <= set(shown)


def test_the_same_picture_gives_the_same_bytes(made):
    for first, second in zip(draw_all(made), draw_all(made), strict=True):
        assert render_chart(first) == render_chart(second)
    assert render_chart(first, ".png") == render_chart(second, ".png")


def test_the_size_is_as_asked_for_and_png_is_twice_that(made):
    chart = draw_relation(made.relation(), str, SOURCE, width=360)
    root = ET.fromstring(render_chart(chart))
    assert (root.get("width"), root.get("height")) == ("360", str(chart.height))
    assert root.get("aria-label") == "How PAK and RUS get on"
    png = render_chart(chart, ".png")
    assert struct.unpack(">II", png[16:24]) == (720, 2 * chart.height)


def test_many_threads_stay_small(made):
    rows = made.threads(700, spread=12)
    chart = draw_timeline(rows, ("PAK", "RUS"), str, SOURCE)
    assert any("left out" in words for words in chart.words)
    assert len(render_chart(chart)) <= 400_000
    assert len(render_chart(draw_calendar(rows, str, SOURCE))) <= 400_000


def test_a_file_is_written_by_its_suffix(made, tmp_path):
    chart = draw_network(made.system(), str, SOURCE)
    write_chart(chart, tmp_path / "a.svg")
    write_chart(chart, tmp_path / "a.PNG")
    assert (tmp_path / "a.svg").read_bytes().startswith(b"<svg")
    assert (tmp_path / "a.PNG").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(UsageError, match=r"\.svg or \.png"):
        write_chart(chart, tmp_path / "a.pdf")
    with pytest.raises(UsageError, match="cannot be written"):
        write_chart(chart, tmp_path / "none" / "a.svg")


def test_without_the_extra_a_sentence_says_what_to_install(made, monkeypatch, tmp_path):
    real = builtins.__import__

    def refuse(name, *rest):
        if name.split(".")[0] in ("altair", "vl_convert"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(UsageError) as told:
        write_chart(draw_network(made.system(), str, SOURCE), tmp_path / "a.svg")
    assert "altair and vl-convert-python" in str(told.value)
    assert 'pip install "dragoman[report]"' in str(told.value)


def test_what_is_drawn_keeps_to_the_schema_that_it_is_not_held_against_each_time(made):
    altair, _ = rendering.load_libraries()
    for chart in draw_all(made):
        altair.LayerChart.from_dict(rendering.build_spec(chart, altair), validate=True)
