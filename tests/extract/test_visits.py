"""Visits in all their tellings: who travels, to whom, on which day, and what became of it. Texts are our own."""

import pytest

TOLD = [
    ("John Kerry urged Iraq during an unannounced stop in Baghdad to close its airspace.", "2013-10-04", "stop", "USA", "IRQ"),
    ("During a stop in Amman, John Kerry said nothing had changed.", "2013-10-04", "stop", "USA", "JOR"),
    ("Sergei Lavrov, who is in Tehran for talks, said nothing had changed.", "2012-10-05", "is", "RUS", "IRN"),
    ("Sergei Lavrov left Islamabad for Kabul on Tuesday.", "2012-10-05", "left", "RUS", "AFG"),
    ("Sergei Lavrov wrapped up a two-day visit to Pakistan on Thursday.", "2012-10-05", "visit", "RUS", "PAK"),
    ("Barack Obama has returned from a visit to Brazil.", "2012-10-05", "visit", "USA", "BRA"),
    ("Barack Obama is in Mexico for the G20 summit.", "2012-10-05", "is", "USA", "MEX"),
    ("The US president spoke ahead of a three-day visit to India.", "2012-10-05", "visit", "USA", "IND"),
    ("Angela Merkel arrived on Monday for a short stop in Kabul.", "2012-10-05", "stop", "DEU", "AFG"),
]
BECAME = [
    ("Barack Obama is due in Warsaw on Friday.", "is", "planned"),
    ("Putin was to be in Islamabad on October 2, but stayed at home.", "be", "cancelled"),
    ("It would have been the first visit of a Russian president to Islamabad.", "visit", "cancelled"),
    ("What would have been the first visit by a Russian leader to Pakistan was put off.", "visit", "postponed"),
    ("Angela Merkel arrived on Monday for a short stop in Kabul.", "stop", "happened"),
]
PEOPLE = [
    (
        "Sergei Lavrov made a trip to Islamabad. Vladimir Putin cancelled the trip.",
        "2012-10-05", 1, {"Vladimir Putin"},
    ),
    (
        "Leon Panetta, the US defence secretary, and the secretary of state, Hillary Clinton, met Vladimir Putin.",
        "2012-10-05", 0, {"Leon Panetta", "Hillary Clinton", "Vladimir Putin"},
    ),
    ("He Lifeng visited Islamabad on Monday.", "2012-10-05", 0, {"He Lifeng"}),
    (
        "Polls were put off, it emerged yesterday as the US secretary of state, Condoleezza Rice, visited Hamid Karzai.",
        "2005-03-18", 0, {"Condoleezza Rice", "Hamid Karzai"},
    ),
]  # fmt: skip


def _consults(records):
    return [event for event in records.events if event.type == "CONSULT"]


@pytest.mark.parametrize(("text", "day", "trigger", "guest", "host"), TOLD)
def test_who_is_somewhere_on_a_visit_is_the_guest(read_text, text, day, trigger, guest, host) -> None:
    found = [e for e in _consults(read_text(text, day)[2]) if e.trigger == trigger]
    assert [(e.actors, e.recipients) for e in found] == [((guest,), (host,))]


@pytest.mark.parametrize(("text", "trigger", "status"), BECAME)
def test_what_became_of_a_visit(read_text, text, trigger, status) -> None:
    assert [e.status for e in _consults(read_text(text)[2]) if e.trigger == trigger] == [status]


@pytest.mark.parametrize(("text", "day", "place", "people"), PEOPLE)
def test_all_who_take_part_are_named(read_text, text, day, place, people) -> None:
    assert set(_consults(read_text(text, day)[2])[place].people) == people


def test_a_ruler_is_no_town(read_text) -> None:
    (event,) = _consults(read_text("Bush arrived in Muscat on Sunday.", "2008-12-15")[2])
    assert (event.actors, event.recipients) == (("USA",), ("OMN",))


@pytest.mark.parametrize(
    "text",
    [
        "Mr Bush will fly to Muscat on Sunday.",
        "George Bush was cheered. Crowds shouted their thanks to Bush, who will fly to Muscat on Sunday.",
    ],
)
def test_a_person_named_in_full_or_with_a_title_is_no_town(read_text, text) -> None:
    assert not [m for m in read_text(f"George Bush spoke. {text}", "2008-12-12")[1].mentions if "EGY" in m.codes]


def test_his_is_of_the_office_holder_who_is_subject(read_text) -> None:
    text = "George Bush spoke of Osama bin Laden. The US president landed in Kabul ahead of his visit to Nepal."
    (event,) = [e for e in _consults(read_text(text, "2008-12-15")[2]) if e.trigger == "visit"]
    assert (event.actors, event.recipients, event.people) == (("USA",), ("NPL",), ("George Bush",))


def test_who_stands_beside_lends_no_office(read_text) -> None:
    text = "George Bush, alongside the Afghan leader, Hamid Karzai, praised the talks."
    assert {m.name: m.codes for m in read_text(text, "2008-12-15")[1].mentions if m.kind == "person"} == {
        "George Bush": ("USA",), "Hamid Karzai": ("AFG",),
    }  # fmt: skip


def test_one_minister_talks_with_his_host(read_text) -> None:
    (event,) = _consults(read_text("Hillary Clinton held talks in Islamabad on Monday.")[2])
    assert set(event.actors) == {"USA", "PAK"}


def test_leaders_who_meet_abroad_are_not_with_their_host(read_text) -> None:
    (event,) = _consults(read_text("Angela Merkel met Barack Obama in Seoul on Monday.")[2])
    assert set(event.actors) == {"DEU", "USA"}


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("Ties warmed last year when Asif Ali Zardari made the first official visit to Moscow.", "visit", "2011"),
        ("Merkel met Vladimir Putin in Sochi on Tuesday and Mario Monti in Rome on Thursday.", "met", "2012-10-02"),
    ],
)
def test_a_visit_takes_the_time_beside_it(read_text, text, trigger, date) -> None:
    assert [e.date for e in _consults(read_text(text)[2]) if e.trigger == trigger] == [date]


def test_previous_talks_are_no_news(read_text) -> None:
    (event,) = _consults(read_text("Previous talks between Chad and Sudan failed.")[2])
    assert event.date == "../2012-10"
