"""The commands: `chart timeline`, `calendar`, `relation` and `network`."""

import xml.etree.ElementTree as ET

from dragoman.flow import relating


def words_of(path):
    return " ".join(element.text or "" for element in ET.fromstring(path.read_bytes()).iter("{http://www.w3.org/2000/svg}text"))


def test_timeline_draws_a_pair(call, tmp_path):
    file = tmp_path / "pair.svg"
    status, out, err = call("chart", "timeline", "PAK", "RUS", "--out", file)
    assert (status, out) == (0, "")
    assert f"Wrote {file}." in err
    assert "Pakistan and Russia" in words_of(file)
    assert "independent source" in words_of(file)


def test_calendar_draws_visits_of_a_pair(call, tmp_path):
    file = tmp_path / "visits.svg"
    assert call("chart", "calendar", "--pair", "Pakistan", "Russia", "--until", "2012-10", "--out", file)[0] == 0
    assert "Visits and meetings of Pakistan and Russia" in words_of(file)
    assert "Oct 2012" in words_of(file)


def test_faults_of_the_call_are_told_first(call, tmp_path):
    assert call("chart", "timeline", "PAK", "RUS", "--out", tmp_path / "a.gif")[0] == 2
    assert call("chart", "timeline", "PAK", "--out", tmp_path / "a.svg")[0] == 2
    assert call("chart", "relation", "PAK", "RUS", "--by", "day", "--out", tmp_path / "a.svg")[0] == 2


def test_relation_and_network_draw_what_is_computed(call, made, monkeypatch, tmp_path):
    asked = []

    def relation_of(opened, pair, ask):
        asked.append((pair, ask.period, ask.scale, ask.since, ask.until))
        return made.relation()

    monkeypatch.setattr(relating, "relation_of", relation_of)
    monkeypatch.setattr(relating, "system_of", lambda opened, day, ask, name: made.system(day=day))
    file = tmp_path / "relation.svg"
    assert call("chart", "relation", "PAK", "RUS", "--since", "2012", "--by", "week", "--out", file)[0] == 0
    assert asked == [(("PAK", "RUS"), "week", "plover", "2012-01-01", "")]
    assert "How Pakistan and Russia get on" in words_of(file)
    file = tmp_path / "network.svg"
    assert call("chart", "network", "--date", "2012-10", "--out", file)[0] == 0
    assert "Who is with whom on 31 October 2012" in words_of(file)
