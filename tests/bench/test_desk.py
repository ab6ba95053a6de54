"""The measuring of the desk: it comes to an end, whatever a page takes, and leaves a line for each kind of page."""

import importlib.util
import math
import sys
from pathlib import Path

import pytest

FILE = Path(__file__).parents[2] / "bench" / "desk.py"


@pytest.fixture(scope="module")
def bench():
    spec = importlib.util.spec_from_file_location("bench_desk", FILE)
    sys.modules["bench_desk"] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    del sys.modules["bench_desk"]


class Answering:
    """A connection to a desk that always says the same."""

    def __init__(self, content):
        self.content, self.asked, self.status = content, 0, 200

    def request(self, method, path):
        self.asked += 1

    def getresponse(self):
        return self

    def read(self):
        return self.content


def test_a_page_that_stays_unfinished_is_given_up(bench, monkeypatch):
    monkeypatch.setattr(bench, "LIMIT", 0.2)
    desk = bench.Desk(Answering(bench.COMPUTING), 0)
    assert desk.fetch_whole("/actors") == (200, math.inf)
    kind = bench.Kind("actors", ("/actors",))
    cold = bench.Written(0.1, math.inf, 0.5)
    assert bench.report_after(kind, cold).split() == ["actors", "0.25", "100", ">", "200", "500"]


def test_a_slow_page_is_asked_for_less_often(bench, monkeypatch):
    monkeypatch.setattr(bench, "SPENT", 0.0)
    desk = bench.Desk(Answering(b"whole"), 0)
    found = bench.measure(desk, bench.Kind("home", ("/",)), 30)
    assert len(found.seconds) == bench.LEAST and desk.connection.asked == bench.WARM + bench.LEAST
    assert bench.report(bench.Kind("home", ("/",)), found).startswith("home")


def test_lines_reach_a_pipe_at_once(bench, monkeypatch, capsys):
    flushed = []
    monkeypatch.setattr(sys.stdout, "flush", lambda: flushed.append(True), raising=False)
    bench.say("home")
    assert flushed and capsys.readouterr().out == "home\n"
