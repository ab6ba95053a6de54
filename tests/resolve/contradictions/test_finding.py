"""What cannot both be true is reported; steps, vagueness and views are not."""

from itertools import permutations

import pytest
from contradiction_cases import clashes, event

MET = "Turkish minister Deniz Aksoy met his Iranian colleague Reza Karimi in Ankara {} about the gas price."
PEOPLE = ("Deniz Aksoy", "Reza Karimi")


def met(when: str, date: str, published: str = "2014-05-20", place: str = "Ankara", **fields: object):
    quote = MET.format(when).replace("Ankara", place)
    return event(quote, "met", published, date=date, shown=when.removeprefix("on "), people=PEOPLE, place=place, **fields)


def found(*rows) -> list[str]:
    return [clash.clash for clash in clashes(rows)]


def test_two_days_of_one_meeting_clash_and_both_are_kept():
    (clash,) = clashes([met("on 3 May", "2014-05-03"), met("on 10 May", "2014-05-10", "2014-05-22")])
    assert (clash.clash, clash.values, clash.thread) == ("date", ("3 May 2014", "10 May 2014"), "t-case")
    assert "3 May" in clash.reason and clash.source == ""


def test_a_month_agrees_with_its_day():
    assert found(met("on 3 May", "2014-05-03"), met("in May 2014", "2014-05", "2014-05-22")) == []


def test_an_inferred_date_is_no_ground():
    bare, source = met("", "2014-05-03")
    assert found((bare, source), met("on 10 May", "2014-05-10", "2014-05-22")) == []


def test_who_could_not_know_of_the_other_day_tells_of_another_meeting():
    assert found(met("on 3 May", "2014-05-03", "2014-05-04"), met("on 10 May", "2014-05-10", "2014-05-11")) == []


def test_a_moved_plan_is_a_step():
    first = met("on 3 May", "2014-05-03", "2014-04-20", status="planned")
    assert found(first, met("on 10 May", "2014-05-10", "2014-04-28", status="planned")) == []
    assert found(first, met("on 10 May", "2014-05-10", "2014-04-21", status="planned")) == ["date"]


@pytest.mark.parametrize(("place", "expected"), [("Tehran", ["place"]), ("Turkey", []), ("Iran", ["place"])])
def test_a_city_agrees_with_its_state_and_no_other(place, expected):
    assert found(met("on 3 May", "2014-05-03"), met("on 3 May", "2014-05-03", "2014-05-21", place)) == expected


def test_two_holders_of_one_office_on_one_occasion_clash():
    quote = "Iranian Foreign Minister {} met Turkish officials in Ankara on 3 May over the gas price."
    rows = [
        event(quote.format(name), "met", date="2014-05-03", shown="3 May", people=(name,), published=day)
        for name, day in (("Reza Karimi", "2014-05-04"), ("Omid Sadri", "2014-05-05"))
    ]
    assert found(*rows) == ["people"]


def test_more_people_are_no_clash():
    first = met("on 3 May", "2014-05-03")
    second = event(
        "Deniz Aksoy and Reza Karimi met in Ankara on 3 May, and Omid Sadri of Iran with them.", "met",
        date="2014-05-03", shown="3 May", people=(*PEOPLE, "Omid Sadri"), place="Ankara",
    )  # fmt: skip
    assert found(first, second) == []


def test_done_and_not_done_clash_after_the_day():
    done = met("on 3 May", "2014-05-03")
    quote = "Deniz Aksoy did not meet Reza Karimi in Ankara on 3 May about the gas price."
    fields = {"date": "2014-05-03", "shown": "3 May", "people": PEOPLE, "status": "denied", "cue": "not"}
    (clash,) = clashes([done, event(quote, "meet", "2014-05-21", **fields)])
    assert (clash.clash, clash.values) == ("status", ("happened", "did not happen"))
    (clash,) = clashes([done, event(quote, "meet", "2014-05-21", voice="Omid Sadri", **fields)])
    assert clash.values == ("happened", "denied by Omid Sadri")


def test_a_cancellation_after_a_plan_is_a_step_and_a_refusal_no_denial():
    plan = met("on 3 May", "2014-05-03", "2014-04-20", status="planned")
    assert found(plan, met("on 3 May", "2014-05-03", "2014-04-28", status="cancelled")) == []
    done = met("on 3 May", "2014-05-03")
    assert found(done, met("on 3 May", "2014-05-03", "2014-05-21", status="denied", cue="refuse")) == []


def test_put_off_and_called_off_clash_if_told_together():
    put_off = met("on 3 May", "2014-05-03", "2014-05-01", status="postponed")
    assert found(put_off, met("on 3 May", "2014-05-03", "2014-05-01", place="Ankara ", status="cancelled")) == ["status"]
    assert found(put_off, met("on 3 May", "2014-05-03", "2014-04-25", status="cancelled")) == []


KILLED = "Rebels killed {} Turkish soldiers in an ambush near Hakkari on 3 May."


def killed(count: str, published: str):
    fields = {"type": "ASSAULT", "actors": ("GRP:PKK",), "recipients": ("TUR",), "date": "2014-05-03", "shown": "3 May"}
    return event(KILLED.format(count), "killed", published, **fields)


@pytest.mark.parametrize(
    ("one", "other", "later", "expected"),
    [
        ("24", "nine", "2014-05-04", ["count"]),
        ("nine", "24", "2014-05-06", []),  # a toll that rises is an update
        ("24", "nine", "2014-05-06", ["count"]),
        ("24", "at least 20", "2014-05-04", []),
        ("24", "dozens of", "2014-05-04", []),
        ("24", "about 25", "2014-05-04", []),
        ("15", "at least 20", "2014-05-04", ["count"]),
    ],
)
def test_counts_of_one_unit_clash_unless_they_are_bounds_or_updates(one, other, later, expected):
    assert found(killed(one, "2014-05-04"), killed(other, later)) == expected


def test_other_people_counted_are_no_clash():
    civilians, source = killed("24", "2014-05-04")
    other = event(
        "Rebels killed five civilians in an ambush near Hakkari on 3 May.", "killed", "2014-05-05", type="ASSAULT",
        actors=("GRP:PKK",), recipients=("TUR",), date="2014-05-03", shown="3 May",
    )  # fmt: skip
    assert found((civilians, source), other) == []


def test_one_deed_has_one_doer_and_an_ally_may_stand_for_the_alliance():
    quote = "{} bombed the Harun arms factory in Khartoum on Wednesday night."
    rows = {
        code: event(quote.format(name), "bombed", type="ASSAULT", actors=(code,), recipients=("SDN",), place="Khartoum")
        for code, name in (("ISR", "Israel"), ("EGY", "Egypt"), ("IGO:NATO", "NATO"), ("USA", "America"))
    }
    assert found(rows["ISR"], rows["EGY"]) == ["sides"]
    assert found(rows["IGO:NATO"], rows["USA"]) == []


def test_the_order_of_the_records_does_not_matter():
    rows = [
        met("on 3 May", "2014-05-03"), met("on 10 May", "2014-05-10", "2014-05-22"),
        met("on 12 May", "2014-05-12", "2014-05-23"),
    ]  # fmt: skip
    orders = {tuple(clash.id for clash in clashes(order)) for order in permutations(rows)}
    assert len(orders) == 1 and len(orders.pop()) == 3


def test_readers_comments_say_nothing():
    assert found(met("on 3 May", "2014-05-03"), met("on 10 May", "2014-05-10", "2014-05-22", voice="comment")) == []


def test_a_large_thread_makes_few_pairs():
    rows = [met(f"on {1 + n % 28} May", f"2014-05-{1 + n % 28:02}", f"2014-06-{1 + n // 28:02}") for n in range(500)]
    assert 0 < len(clashes(rows)) <= 24 * 23 // 2
