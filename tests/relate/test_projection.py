import pytest

from dragoman.model.relation import ToldEvent
from dragoman.model.resolution import Thread
from dragoman.relate.projection import find_canceller, project_thread
from dragoman.vocab.scales import load_scale


def thread(type, standing="happened", actors=("FRA",), recipients=("ITA",)):
    return Thread("t-1", type, actors, recipients, ("e-1",), date="2011-05", standing=standing)


def event(type="CONSULT", status="happened", actors=("FRA",), recipients=("ITA",), mode=""):
    return ToldEvent("t-1", "d", type, status, "author", mode, 0.8, False, actors, recipients, (), ())


def project(*args, events=(), **other):
    return project_thread(thread(*args, **other), list(events), load_scale())


@pytest.mark.parametrize(
    ("type", "standing", "wanted"),
    [
        ("CONSULT", "happened", ("CONSULT", "", 2.5)), ("CONSULT", "planned", ("AGREE", "", 2.5)),
        ("AID", "possible", ("AGREE", "", 2.5)), ("CONSULT", "lapsed", ("AGREE", "", 2.5)),
        ("RETREAT", "planned", ("CONCEDE", "", 4.5)), ("CONCEDE", "planned", ("CONCEDE", "", 4.5)),
        ("SANCTION", "planned", ("THREATEN", "relations", -3.5)), ("ASSAULT", "proposed", ("THREATEN", "violence", -3.5)),
        ("ASSAULT", "possible", None), ("ACCUSE", "planned", ("ACCUSE", "", -3.0)),
        ("CONSULT", "cancelled", ("REJECT", "meet", -2.0)), ("CONSULT", "postponed", ("REJECT", "meet", -1.0)),
        ("COOPERATE", "cancelled", ("REJECT", "assist", -1.5)), ("RETREAT", "cancelled", ("REJECT", "yield", -2.0)),
        ("REQUEST", "cancelled", ("CONCEDE", "", 4.5)), ("SANCTION", "cancelled", None),
        ("CONSULT", "did not happen", None),
    ],
)  # fmt: skip
def test_a_standing_folds_into_a_type(type, standing, wanted):
    found = project(type, standing)
    assert [(act.type, act.mode, act.score) for act in found] == ([wanted] if wanted else [])
    assert all((act.actor, act.recipient, act.standing) == ("FRA", "ITA", standing) for act in found)


@pytest.mark.parametrize("standing", ["claimed", "disputed"])
def test_a_doubt_stands_beside(standing):
    (act,) = project("ASSAULT", standing)
    assert (act.type, act.doubt) == ("ASSAULT", standing)


def test_what_is_done_together_stands_once():
    (act,) = project("CONSULT", actors=("ITA", "FRA"), recipients=())
    assert (act.actor, act.recipient, act.mutual) == ("FRA", "ITA", True)


def test_each_actor_acts_on_each_recipient():
    found = project("AID", actors=("FRA", "DEU"), recipients=("ITA", "FRA"))
    assert [(act.actor, act.recipient) for act in found] == [("DEU", "FRA"), ("DEU", "ITA"), ("FRA", "ITA")]


def test_the_canceller_is_the_side_told_to_do_it_alone_else_the_first_actor():
    off = thread("CONSULT", "cancelled", actors=("ITA", "FRA"), recipients=())
    assert find_canceller(off, [event(status="cancelled", actors=("FRA",), recipients=())]) == "FRA"
    assert find_canceller(off, [event(status="cancelled", actors=("ITA", "FRA"), recipients=())]) == ""
    (act,) = project_thread(off, [], load_scale())
    assert (act.actor, act.recipient, act.mutual) == ("ITA", "FRA", False)
    (act,) = project_thread(off, [], load_scale(), by="FRA")
    assert (act.actor, act.recipient) == ("FRA", "ITA")


def test_the_mode_is_that_of_most_events_and_the_code_follows_it():
    events = [event(mode="visit"), event(mode="visit"), event(mode="phone"), event("AID", mode="")]
    (act,) = project("CONSULT", events=events)
    assert (act.mode, act.cameo, act.score, act.quad) == ("visit", "042", 4.0, "verbal cooperation")


def test_a_thread_without_another_side_gives_nothing():
    assert project("MOBILIZE", recipients=()) == ()
