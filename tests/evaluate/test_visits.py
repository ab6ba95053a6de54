"""Visits: reading the lists, the plain search, and what makes a record right."""

import json
from datetime import date

import pytest

from dragoman.evaluate.visits.gold import find_surname, read_visits
from dragoman.evaluate.visits.judging import (
    NONE,
    fault_of_date,
    find_nearest,
    find_telling,
    group_events,
    index_tellings,
)
from dragoman.evaluate.visits.scoring import BELOW, Sentences, count_verdicts, judge_visits
from dragoman.evaluate.visits.search import find_mentions, read_sentences
from dragoman.model.errors import EvaluateError
from dragoman.model.records import Event

VISIT = """<?xml version="1.0" encoding="UTF-8"?>
<visits><visit><id>7</id><start-date>2010-05-10</start-date><end-date>2010-05-13</end-date>
<visitor>{visitor}</visitor><from id="{key}">{state}</from></visit></visits>"""
TRIPS = """<trips><trip><id>8</id><name>Jane Q. Roe</name><start-date>2011-03-01</start-date><end-date>2011-03-01</end-date>
<country id="korea-south">Korea, Republic of</country></trip>
<trip><id>9</id><name>Jane Q. Roe</name><start-date>2011-03-01</start-date><end-date>2011-03-02</end-date>
<country id="japan">Japan</country></trip>
<trip><id>10</id><name>Jane Q. Roe</name><country id="japan">Japan</country></trip>
<trip><id>11</id><name>Jane Q. Roe</name><start-date>1980-03-01</start-date><country id="japan">Japan</country></trip>
</trips>"""


@pytest.fixture
def lists(tmp_path):
    def write(visitor="President Ana Ruiz", key="peru", state="Peru", xml=VISIT):
        visits, trips = tmp_path / "us_state_visits" / "data", tmp_path / "us_state_travels" / "president-travels"
        for folder in (visits, trips):
            folder.mkdir(parents=True, exist_ok=True)
        (visits / "2010.xml").write_text(xml.format(visitor=visitor, key=key, state=state), encoding="utf-8")
        (trips / "roe.xml").write_text(TRIPS, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def visit(lists):
    return read_visits(lists(), (1999, 2016))[0]


def event(id="e-1", type_="CONSULT", status="happened", actors=("PER",), recipients=("USA",), people=("Ana Ruiz",),
          date="2010-05-11", confidence=0.7, thread="", span=(0, 40)):  # fmt: skip
    return Event(id, "d-1", "q", span, "met", (5, 8), type_, status, actors, recipients, people, date,
                 confidence=confidence, thread=thread)  # fmt: skip


def test_visits_and_travels_give_the_other_state_and_the_host(lists):
    visit, korea, japan = read_visits(lists(), (1999, 2016))
    assert (visit.id, visit.surname, visit.state, visit.first, visit.last) == (
        "visit-7", "Ruiz", "PER", date(2010, 5, 10), date(2010, 5, 13))  # fmt: skip
    assert {"US", "Washington"} <= set(visit.hosts)
    assert (korea.id, korea.surname, korea.state) == ("travel-8", "Roe", "KOR")
    assert "Seoul" in korea.hosts
    assert japan.state == "JPN"


def test_two_visitors_of_one_row_are_two_visits(lists):
    visits = read_visits(lists("President Ana Ruiz and Prime Minister Luis Vega"), (2010, 2010))
    assert [(visit.id, visit.surname) for visit in visits] == [("visit-7", "Ruiz"), ("visit-7b", "Vega")]


@pytest.mark.parametrize(
    ("person", "state", "surname"),
    [
        ("President Hu Jintao", "CHN", "Hu"),
        ("King Abdullah II", "JOR", "Abdullah"),
        ("President Benigno S. Aquino, 3rd", "PHL", "Aquino"),
        ("Prime Minister Nuri al-Maliki", "IRQ", "Maliki"),
        ("Chancellor", "DEU", "Chancellor"),
    ],
)
def test_the_surname_is_the_word_that_news_uses(person, state, surname):
    assert find_surname(person, state) == surname


def test_entities_and_document_types_are_refused(lists):
    bomb = '<?xml version="1.0"?><!DOCTYPE v [<!ENTITY a "x">]>' + VISIT.split("?>", 1)[1]
    with pytest.raises(EvaluateError, match="declares a document type"):
        read_visits(lists(xml=bomb), (1999, 2016))


def test_a_folder_without_lists_is_an_error(tmp_path):
    with pytest.raises(EvaluateError, match="neither us_state_visits nor us_state_travels"):
        read_visits(tmp_path, (1999, 2016))


@pytest.mark.parametrize(
    ("published", "text", "found"),
    [
        ("2010-05-20", "Ms Ruiz held talks in the U.S. capital.", True),
        ("2010-05-23", "Ruiz met senators in Washington.", True),
        ("2010-05-24", "Ruiz met senators in Washington.", False),
        ("2010-04-30", "Ruiz will be visiting Washington.", True),
        ("2010-05-11", "Ruiz spoke in Washington. The summit ended.", False),
        ("2010-05-11", "Ruiz met American senators.", False),
        ("2010-05-11", "Mr. Ruiz's arrival let us meet.", False),
    ],
)
def test_the_search_wants_surname_host_and_a_word_of_visiting_in_one_sentence(visit, tmp_path, published, text, found):
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"id": "a-1", "published": published, "text": text}) + "\n", encoding="utf-8")
    assert (visit in find_mentions([visit], read_sentences([corpus]))) is found


def test_a_faulty_row_of_a_corpus_is_named(tmp_path):
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text('{"id": "a-1", "text": "x"}\n', encoding="utf-8")
    with pytest.raises(EvaluateError, match="line 1: no article"):
        read_sentences([corpus])


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("2010-05-09", ""), ("2010-05-14", ""), ("2010-05-10/2010-05-13", ""), ("2010-05-08", "wrong date"),
        ("2010-05", "wide date"), ("2010-05/..", "wide date"), ("2010-05-10/2010-05-16", "wide date"), ("", "no date"),
        ("2009", "wrong date"),
    ],
)  # fmt: skip
def test_a_date_is_right_within_a_day_of_the_visit(value, fault):
    assert fault_of_date(value, date(2010, 5, 10), date(2010, 5, 13)) == fault


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"type_": "AGREE"}, ("another type",)),
        ({"recipients": ()}, ("wrong sides",)),
        ({"people": ("Luis Vega",)}, ("without the person",)),
        ({"date": "2010-05", "people": ()}, ("without the person", "wide date")),
        ({"status": "cancelled"}, ("status",)),
        ({"status": "planned", "people": ("Ruiz",)}, ()),
    ],
)
def test_the_faults_of_a_record_are_named(visit, changes, faults):
    assert find_nearest(visit, group_events([event(**changes)]))[1] == faults


def test_a_thread_is_right_as_a_whole(visit):
    day, person = event("e-1", people=(), thread="t"), event("e-2", date="2010-05", thread="t")
    assert find_telling(visit, index_tellings(group_events([day, person]))).key == "t"
    apart = [event("e-1", people=()), event("e-2", date="2010-05")]
    assert find_telling(visit, index_tellings(group_events(apart))) is None


def test_below_the_cut_is_a_reason_of_its_own_and_every_miss_has_one(visit, tmp_path):
    text = "Ms Ruiz met senators in Washington."
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"id": "a-1", "published": "2010-05-12", "text": text}) + "\n", encoding="utf-8")
    mentions = find_mentions([visit], read_sentences([corpus]))
    sentences = Sentences()
    sentences.add("a-1", "Before. " + text, [event(date="", span=(8, 40)), event("e-2", "AGREE", span=(0, 7))])
    assert [v.reason for v in judge_visits(mentions, [event()], sentences, 0.55)] == [""]
    assert [v.reason for v in judge_visits(mentions, [event(confidence=0.3)], sentences, 0.55)] == [BELOW]
    assert [v.reason for v in judge_visits(mentions, [], sentences, 0.55)] == ["no date"]
    assert [v.reason for v in judge_visits(mentions, [], Sentences(), 0.55)] == [NONE]
    report = count_verdicts(judge_visits(mentions, [event(confidence=0.3)], sentences, 0.55), show=True)
    assert (report.scores()["found, shown by default"], report.scores()["found, all records"]) == (0, 100)
    assert report.lines[1].split("\t")[:5] == [
        "visit-7", "President Ana Ruiz", "PER", "2010-05-10/2010-05-13", BELOW]  # fmt: skip
    assert text not in "\n".join(report.lines)
