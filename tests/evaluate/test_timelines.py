"""Timelines: reading the editors' days, ranking days, Date-F1."""

import json
from datetime import date

import pytest

from dragoman.evaluate.corpora import Article
from dragoman.evaluate.timelines.gold import Topic, read_topics
from dragoman.evaluate.timelines.ranking import (
    dates_by_events,
    dates_by_naming,
    dates_by_publication,
    dates_by_threads,
    day_of,
)
from dragoman.evaluate.timelines.scoring import Material, compare_dates, score_dates
from dragoman.model.errors import EvaluateError
from dragoman.model.records import Event
from dragoman.model.resolution import Thread

FIRST, SECOND, THIRD = date(2011, 3, 1), date(2011, 3, 2), date(2011, 3, 3)


def event(document, day):
    return Event(f"e-{document}-{day}", document, "q", (0, 9), "met", (5, 8), "CONSULT", "happened", ("PER",), (),
                 date=day)  # fmt: skip


def thread(day, *events, standing="happened"):
    records = tuple(event.id for event in events)
    return Thread(f"t-{day}-{len(records)}", "CONSULT", ("PER",), ("USA",), records, day, standing=standing)


def test_crises_have_several_timelines_and_leaders_one(tmp_path):
    crisis = tmp_path / "tl17-ruritania"
    crisis.mkdir()
    (crisis / "tl1.txt").write_text("2011-03-01\nA march . \n------\n2011-03-03\nTalks . \n------\n", encoding="utf-8")
    (crisis / "tl2.txt").write_text("2011-03-01\nA march on 2011-03-09 . \n------\n", encoding="utf-8")
    (tmp_path / "leaders-dates.json").write_text(json.dumps({"ana_ruiz": ["2010-05-10"]}), encoding="utf-8")
    ruritania, ruiz = read_topics(tmp_path)
    assert ruritania == Topic("ruritania", "crisis", (frozenset({FIRST, THIRD}), frozenset({FIRST})))
    assert (ruiz.person, ruiz.timelines) == ("ana ruiz", (frozenset({date(2010, 5, 10)}),))


@pytest.mark.parametrize("rows", ['["2010-05-10"]', '{"a": ["10 May"]}', "{"])
def test_faulty_leaders_are_an_error(tmp_path, rows):
    (tmp_path / "leaders-dates.json").write_text(rows, encoding="utf-8")
    with pytest.raises(EvaluateError, match="list of days"):
        read_topics(tmp_path)


def test_a_folder_without_timelines_is_an_error(tmp_path):
    with pytest.raises(EvaluateError, match="neither"):
        read_topics(tmp_path)


def test_a_day_weighs_the_articles_that_tell_its_threads_to_the_day():
    first, other, vague = event("a", "2011-03-01"), event("b", "2011-03-02"), event("c", "2011-03")
    second, third = event("d", "2011-03-02"), event("e", "2011-03-02")
    threads = [thread("2011-03-01", first, other, vague), thread("2011-03-02", second, third)]
    events = [first, other, vague, second, third]
    assert dates_by_threads(threads, events, {}) == [SECOND, FIRST]
    assert dates_by_threads(threads[::-1], events[::-1], {}) == [SECOND, FIRST]
    assert dates_by_threads(threads, events, {FIRST: 5}) == [FIRST, SECOND]


def test_the_day_of_a_mere_plan_does_not_count():
    plan, met = event("a", "2011-03-01"), event("b", "2011-03-02")
    threads = [thread("2011-03-01", plan, standing="planned"), thread("2011-03-02", met)]
    assert dates_by_threads(threads, [plan, met], {}) == [SECOND]


def test_without_threads_documents_and_coverage_count():
    events = [event("a", "2011-03-01"), event("a", "2011-03-01"), event("b", "2011-03-02"), event("c", "2011-03-02")]
    assert dates_by_events(events, {}) == [SECOND, FIRST]
    assert dates_by_events(events, {FIRST: 5}) == [FIRST, SECOND]


def test_plain_ways_count_articles_by_their_day_and_by_the_days_they_name():
    articles = [Article("a", SECOND, "They met yesterday."), Article("b", SECOND, "It began on 1 March. On 1 March!")]
    assert dates_by_publication(articles) == [SECOND]
    assert dates_by_naming(articles) == [FIRST]


def test_as_many_days_are_given_as_the_timeline_has_inside_the_range():
    topic = Topic("ruritania", "crisis", (frozenset({FIRST, date(2012, 1, 1)}), frozenset({SECOND, THIRD})))
    articles = [Article("a", FIRST, ""), Article("b", THIRD, "")]
    assert score_dates(topic, [date(2001, 1, 1), FIRST, SECOND], articles) == pytest.approx((1 + 0.5) / 2)


def test_threads_are_left_out_where_there_are_none():
    topic = Topic("ruritania", "crisis", (frozenset({FIRST}),))
    material = Material([Article("a", FIRST, "")], [event("a", "2011-03-01")])
    figures = compare_dates([(topic, material)]).figures
    assert figures["records: crises"] == figures["records: ruritania"] == 100
    assert not any(name.startswith("threads") for name in figures)
    material.threads.append(thread("2011-03-02"))
    assert compare_dates([(topic, material)]).figures["threads: crises"] == 0


def test_an_open_or_wide_date_is_no_day():
    assert [day_of(value) for value in ("2011-03-01", "2011-03", "2011-03-01/..", "")] == [FIRST, None, None, None]
