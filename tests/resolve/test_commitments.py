"""Commitments: what was announced, promised or proposed, and whether it was kept, moved, dropped, or lapsed."""

from datetime import date
from itertools import permutations

import pytest

from dragoman.model.records import Event
from dragoman.model.resolution import Commitment, SourceDocument, Thread
from dragoman.resolve.commitments import find_commitments

DAY = date(2012, 12, 31)


def event(number: int, status: str, when: str = "", **other) -> Event:
    fields = {"type": "CONSULT", "actors": ("RUS",), "recipients": ("PAK",), "span": (0, 30), **other}
    document = fields.pop("document", f"d-{number}")
    return Event(
        id=f"e-{number}", document=document, quote=f"telling {number}", trigger="visit", trigger_span=(0, 5),
        status=status, date=when, **fields,
    )  # fmt: skip


def thread(*events: Event, id: str = "t-1", **other) -> Thread:
    first, last = events[0], events[-1].status
    standing = {"happened": "happened", "denied": "did not happen", "postponed": "postponed", "cancelled": "cancelled"}
    records = tuple(each.id for each in events)
    return Thread(
        id, first.type, first.actors, first.recipients, records, **{"standing": standing.get(last, "planned"), **other}
    )


def view(*told: tuple[str, str, str], as_of: date = DAY) -> Commitment:
    """The one commitment of a thread whose tellings are (day told, status, date)."""
    events = [event(number, status, when) for number, (_, status, when) in enumerate(told)]
    documents = [SourceDocument(f"d-{number}", published=day) for number, (day, _, _) in enumerate(told)]
    (found,) = find_commitments([thread(*events)], events, documents, as_of)
    return found


@pytest.mark.parametrize(
    ("told", "standing", "due", "moved_from"),
    [
        ([("2012-10-01", "planned", "2013-02")], "open", "2013-02", ()),
        ([("2012-10-01", "planned", "")], "open", "", ()),
        ([("2012-10-01", "planned", "2012-10/..")], "open", "", ()),
        ([("2012-10-01", "proposed", "2013")], "proposed", "2013", ()),
        ([("2012-10-01", "proposed", "2012-11")], "lapsed", "2012-11", ()),
        ([("2012-10-01", "planned", "2012-11")], "lapsed", "2012-11", ()),
        ([("2012-10-01", "planned", "../2012-11")], "lapsed", "../2012-11", ()),
        ([("2012-10-01", "planned", "2012-11"), ("2012-11-20", "happened", "2012-11-19")], "kept", "2012-11", ()),
        ([("2012-10-01", "planned", ""), ("2012-11-20", "happened", "")], "kept", "", ()),
        ([("2012-10-01", "planned", ""), ("2012-11-20", "happened", "2012-03")], "open", "", ()),
        ([("2012-10-01", "planned", "2013"), ("2012-09-01", "happened", "2012-08")], "open", "2013", ()),
        ([("2012-10-01", "planned", "2013"), ("2012-11-20", "cancelled", "2013")], "dropped", "2013", ()),
        ([("2012-10-01", "planned", "2012-11"), ("2012-12-01", "denied", "2012-11")], "dropped", "2012-11", ()),
        ([("2012-10-01", "planned", "2012-11"), ("2012-11-01", "postponed", "")], "moved", "", ("2012-11",)),
        (
            [("2012-10-01", "planned", "2012-11"), ("2012-11-01", "postponed", "2013-03")],
            "moved", "2013-03", ("2012-11",),
        ),
        (
            [("2012-10-01", "planned", "2012-11"), ("2012-11-01", "planned", "2013-03")],
            "moved", "2013-03", ("2012-11",),
        ),
        (
            [("2012-09-01", "planned", "2012-10"), ("2012-10-01", "postponed", "2012-11")],
            "lapsed", "2012-11", ("2012-10",),
        ),
        (
            [("2012-09-01", "planned", "2012-10"), ("2012-10-01", "postponed", "2012-12"),
             ("2012-12-20", "happened", "2012-12-19")],
            "kept", "2012-12", ("2012-10",),
        ),
        (
            [("2012-09-01", "planned", "2012-10"), ("2012-09-20", "cancelled", ""), ("2012-11-01", "planned", "2013-01")],
            "moved", "2013-01", ("2012-10",),
        ),
        ([("2012-10-01", "planned", "2013-02"), ("2012-11-01", "planned", "2013-02-14")], "open", "2013-02-14", ()),
        ([("2012-10-01", "postponed", "")], "moved", "", ()),
        ([("2012-10-01", "cancelled", "2012-11")], "dropped", "", ()),
        ([("", "planned", "2013"), ("", "happened", "2012")], "open", "2013", ()),
    ],
)  # fmt: skip
def test_the_tellings_give_due_date_and_standing(told, standing, due, moved_from) -> None:
    found = view(*told)
    assert (found.standing, found.due, found.moved_from) == (standing, due, moved_from)


def test_it_names_sides_words_and_day_of_the_first_plan() -> None:
    found = view(("2012-10-05", "planned", "2013"), ("2012-10-01", "proposed", "2013"))
    assert (found.by, found.to, found.thread) == (("RUS",), ("PAK",), "t-1")
    assert (found.what, found.announced) == ("telling 1", "2012-10-01")


@pytest.mark.parametrize("status", ["possible", "happened", "denied"])
def test_what_was_never_planned_is_no_commitment(status: str) -> None:
    only = event(0, status, "2013")
    assert find_commitments([thread(only)], [only], [SourceDocument("d-0", published="2012-10-01")], DAY) == ()


@pytest.mark.parametrize("kind", ["ACCUSE", "PROTEST", "REJECT", "THREATEN"])
def test_mere_words_are_no_commitment(kind: str) -> None:
    only = event(0, "planned", "2013", type=kind)
    assert find_commitments([thread(only)], [only], [SourceDocument("d-0", published="2012-10-01")], DAY) == ()


def test_what_is_under_way_is_announced_no_more_unless_it_is_due_later() -> None:
    documents = [SourceDocument(f"d-{number}", published="2012-10-05") for number in range(2)]
    came = event(0, "happened", "2012-10-04")
    for when, number in (("2012-10-05/..", 0), ("2012-10-04", 0), ("2013-01", 1)):
        plan = event(1, "planned", when)
        assert len(find_commitments([thread(came, plan)], [came, plan], documents, DAY)) == number


@pytest.mark.parametrize(
    ("last", "thread_stands", "standing"),
    [
        ("denied", "proposed", "open"), ("denied", "did not happen", "dropped"), ("denied", "happened", "open"),
        ("cancelled", "disputed", "open"), ("happened", "claimed", "kept"), ("happened", "disputed", "open"),
        ("happened", "cancelled", "dropped"),
    ],
)  # fmt: skip
def test_kept_and_dropped_are_borne_out_by_the_standing_of_the_thread(last, thread_stands, standing) -> None:
    documents = [SourceDocument("d-0", published="2012-10-01"), SourceDocument("d-1", published="2012-11-01")]
    told = [event(0, "planned", ""), event(1, last, "2012-11-01")]
    (found,) = find_commitments([thread(*told, standing=thread_stands)], told, documents, DAY)
    assert found.standing == standing


def test_readers_comments_commit_nobody() -> None:
    only = event(0, "planned", "2013", voice="comment")
    assert find_commitments([thread(only)], [only], [], DAY) == ()


def test_an_agreement_commits_to_the_act_that_stands_beside_it() -> None:
    agreed = event(0, "happened", "2012-10", type="AGREE", document="d-0", span=(10, 60))
    promised = event(1, "planned", "2013-05", type="AID", document="d-0", span=(20, 60))
    elsewhere = event(2, "planned", "2013", type="AID", document="d-0", span=(80, 120))
    documents = [SourceDocument("d-0", published="2012-10-01")]
    (found,) = find_commitments([thread(agreed)], [agreed, promised, elsewhere], documents, DAY)
    assert (found.what, found.due, found.standing, found.thread) == ("telling 1", "2013-05", "open", "t-1")


def test_a_promised_act_with_a_thread_of_its_own_is_told_once() -> None:
    agreed = event(0, "happened", "2012-10", type="AGREE", document="d-0")
    promised = event(1, "planned", "2013-05", type="AID", document="d-0")
    threads = [thread(agreed), thread(promised, id="t-2")]
    found = find_commitments(threads, [agreed, promised], [SourceDocument("d-0", published="2012-10-01")], DAY)
    assert [each.thread for each in found] == ["t-2"]


def test_an_agreement_without_a_promised_act_commits_to_nothing() -> None:
    agreed = event(0, "happened", "2012-10", type="AGREE")
    assert find_commitments([thread(agreed)], [agreed], [SourceDocument("d-0", published="2012-10-01")], DAY) == ()


def test_the_order_of_the_arguments_does_not_matter() -> None:
    days = ("2012-09-01", "2012-10-01", "2012-11-01")
    events = [event(0, "planned", "2012-10"), event(1, "postponed", ""), event(2, "planned", "2013")]
    documents = [SourceDocument(f"d-{number}", published=day) for number, day in enumerate(days)]
    threads = [thread(*events[:2]), thread(events[2], id="t-2")]
    views = {find_commitments(threads[::step], mixed, documents[::step], DAY)
             for step in (1, -1) for mixed in permutations(events)}  # fmt: skip
    assert len(views) == 1 and len(views.pop()) == 2
