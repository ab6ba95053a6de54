"""Visits told by where rulers and ministers speak, and the sides and days of visits told in passing. Texts are our own."""

import pytest

THERE = [
    ("Sergei Lavrov said in Oslo on Tuesday that nothing had changed.", "Oslo", "RUS", "NOR", "2012-10-02"),
    ("Sergei Lavrov told the security conference in Munich that all was well.", "Munich", "RUS", "DEU", "2012-10-04~/2012-10-05~"),
    ("David Cameron announced the plan at a summit in Brazil on Thursday.", "Brazil", "GBR", "BRA", "2012-10-04"),
    ("Vladimir Putin gave a speech in Hanoi on Wednesday.", "Hanoi", "RUS", "VNM", "2012-10-03"),
    (
        "Sergei Lavrov, who joined a summit in Seoul on Tuesday to discuss pirates from Somalia, left early.",
        "Seoul", "RUS", "KOR", "2012-10-02",
    ),
    ("Sergei Lavrov signed no treaty with Chad on Monday while in Kenya.", "Kenya", "RUS", "KEN", "2012-10-01"),
]
NOT_THERE = [
    "Vladimir Putin said in Sochi on Tuesday that nothing had changed.",
    "The Russian ambassador said in Oslo on Tuesday that nothing had changed.",
    "Sergei Lavrov said in Norway the price of oil had risen.",
    "Farmers said in Oslo on Tuesday that nothing had changed.",
    "Sergei Lavrov called for a conference in Oslo.",
    "Sergei Lavrov met Angela Merkel at a summit in Oslo on Tuesday.",
]


def _consults(records):
    return [event for event in records.events if event.type == "CONSULT"]


@pytest.mark.parametrize(("text", "trigger", "guest", "host", "day"), THERE)
def test_who_speaks_or_takes_part_abroad_is_there(read_text, text, trigger, guest, host, day) -> None:
    found = [(e.actors, e.recipients, e.date, e.status) for e in _consults(read_text(text)[2]) if e.trigger == trigger]
    assert found == [((guest,), (host,), day, "happened")]


@pytest.mark.parametrize("text", NOT_THERE)
def test_who_is_at_home_lives_there_or_meets_somebody_pays_no_visit(read_text, text) -> None:
    assert not [e for e in _consults(read_text(text)[2]) if e.recipients]


def test_a_stay_is_told_once(read_text) -> None:
    text = "Sergei Lavrov arrived in Oslo on Tuesday. Sergei Lavrov said in Oslo on Tuesday that nothing had changed."
    assert [e.trigger for e in _consults(read_text(text)[2])] == ["arrived"]


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("Sergei Lavrov will travel to Rabat to address a conference on Tuesday.", "travel", "2012-10-09"),
        ("On the eve of talks with Angela Merkel, Sergei Lavrov praised Berlin.", "talks", "2012-10-05~/2012-10-06~"),
    ],
)
def test_the_day_of_a_visit_told_in_passing(read_text, text, trigger, date) -> None:
    assert [e.date for e in _consults(read_text(text)[2]) if e.trigger == trigger] == [date]


@pytest.mark.parametrize(
    ("text", "guest", "host"),
    [
        ("Sergei Lavrov made no promise during his US visit.", "RUS", "USA"),
        ("Sergei Lavrov is back from a short visit to Peru.", "RUS", "PER"),
        ("Poland was Sergei Lavrov's last stop on a visit to Latvia.", "RUS", "LVA"),
    ],
)
def test_guest_and_host_told_in_passing(read_text, text, guest, host) -> None:
    (event,) = [e for e in _consults(read_text(text)[2]) if e.trigger == "visit"]
    assert (event.actors, event.recipients) == ((guest,), (host,))


def test_a_meeting_that_names_both_takes_no_third(read_text) -> None:
    told = "Chad attacked Sudan. Chad blamed Sudan. Chad threatened Sudan. Chad and Sudan fought on. "
    (event,) = _consults(read_text(f"{told}Sergei Lavrov met Angela Merkel on Monday.")[2])
    assert (set(event.actors), event.confidence > 0.55) == ({"RUS", "DEU"}, True)


def test_who_stops_something_pays_no_visit(read_text) -> None:
    assert not [e for e in _consults(read_text("Vladimir Putin stopped all drills in Belarus.")[2]) if e.recipients]
