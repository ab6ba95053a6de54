"""Put off or called off, done or not done: what is a clash and what a step."""

from dataclasses import replace

import pytest
from contradiction_cases import clashes, event

from dragoman.model.records import Reason

QUOTES = {"postponed": "The trip of Omid Sadri to Ankara has been put off.", "cancelled": "Sadri's visit is called off."}


def plan(status: str, published: str, voice: str = "author", **fields: object):
    trigger = "trip" if status == "postponed" else "visit"
    quote = f"{QUOTES[status]} It had been due on 3 May."
    told = {"actors": ("IRN",), "recipients": ("TUR",), "date": "2014-05-03", "shown": "3 May", **fields}
    return event(quote, trigger, published, status=status, voice=voice, **told)


@pytest.mark.parametrize(
    ("put_off", "called_off", "expected"),
    [
        ("2014-05-01", "2014-05-01", 1),
        ("2014-05-20", "2014-05-02", 1),  # after the day, of what another had called off before
        ("2014-05-02", "2014-05-20", 0),  # a plan that was put off and given up in the end
        ("2014-05-20", "2014-05-22", 1),
    ],
)
def test_what_was_only_put_off_is_not_called_off(put_off: str, called_off: str, expected: int):
    assert len(clashes([plan("postponed", put_off), plan("cancelled", called_off)])) == expected


def test_two_who_are_named_may_differ_and_one_may_change_his_mind():
    other = plan("cancelled", "2014-05-01", "the Turkish foreign ministry")
    (clash,) = clashes([plan("postponed", "2014-05-01", "Omid Sadri"), other])
    assert set(clash.values) == {"cancelled, says the Turkish foreign ministry", "postponed, says Omid Sadri"}
    same = plan("postponed", "2014-05-01", "the Turkish foreign ministry")
    assert clashes([same, other]) == []


def test_another_guest_is_another_plan():
    rows = [plan("postponed", "2014-05-01", people=("Omid Sadri",)), plan("cancelled", "2014-05-01", people=("Ann Roe",))]
    assert clashes(rows) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [("were not held", 1), ("did not take place", 1), ("were not easy", 0), ("were not connected with the vote", 0)],
)
def test_a_judgement_of_an_act_does_not_deny_it(words: str, expected: int):
    fields = {"date": "2014-05-03", "shown": "3 May"}
    done = event("The talks of Iran and Turkey on gas in Ankara on 3 May were short.", "talks", **fields)
    quote = f"The talks of Iran and Turkey on gas in Ankara on 3 May {words}."
    not_done = event(quote, "talks", status="denied", cue="not", **fields)
    assert len(clashes([done, not_done])) == expected


@pytest.mark.parametrize("why", ["predicates.tsv:1", "known_events.tsv: line 1"])
def test_an_operation_that_has_a_name_lasts(why: str):
    def told(day: str, date: str):
        fields = {"type": "ASSAULT", "date": date, "shown": day}
        made, page = event(f"NATO flew Operation Blue Heron over Chad on {day}.", "Heron", **fields)
        return replace(made, reasons=(*made.reasons, Reason("type", "ASSAULT", why))), page

    rows = [told("3 May", "2014-05-03"), told("12 May", "2014-05-12")]
    assert len(clashes(rows)) == (not why.startswith("known_events"))
