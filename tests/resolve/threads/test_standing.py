"""What a thread has become: the design's rules for happened, claimed, disputed and the rest, one case a rule."""

from collections.abc import Callable

import pytest

from dragoman.resolve.threads import Telling, judge_standing, make_thread, tell_life

MakeTelling = Callable[..., Telling]


def test_an_outlet_in_its_own_voice_makes_it_happened(make: MakeTelling) -> None:
    verdict = judge_standing([make("Sudan shelled Adre", "shelled", "SDN>TCD", type="ASSAULT")])
    assert verdict.standing == "happened"
    assert "1 independent source" in verdict.reason


def test_an_accusers_word_is_claimed(make: MakeTelling) -> None:
    said = make("Sudan shelled Adre", "shelled", "SDN>TCD", type="ASSAULT", voice="Chad's army", voice_actor="TCD")
    assert judge_standing([said]).standing == "claimed"


def test_a_claim_denied_by_the_other_side_is_disputed(make: MakeTelling) -> None:
    said = make("Sudan shelled Adre", "shelled", "SDN>TCD", type="ASSAULT", voice="Chad's army", voice_actor="TCD")
    no = make(
        "Sudan shelled Adre", "shelled", "SDN>TCD", type="ASSAULT", status="denied", voice="Khartoum", voice_actor="SDN"
    )
    verdict = judge_standing([said, no])
    assert verdict.standing == "disputed"
    assert verdict.dissent == ("denied, says Khartoum", "happened, says Chad's army")


def test_an_admission_makes_it_happened(make: MakeTelling) -> None:
    said = make("we shelled Adre", "shelled", "SDN>TCD", type="ASSAULT", voice="Khartoum", voice_actor="SDN")
    assert judge_standing([said]).standing == "happened"


def test_praise_of_oneself_is_no_admission(make: MakeTelling) -> None:
    said = make("we sent aid to Chad", "aid", "SDN>TCD", type="AID", voice="Khartoum", voice_actor="SDN")
    assert judge_standing([said]).standing == "claimed"


def test_two_independent_voices_without_an_interest_make_it_happened(make: MakeTelling) -> None:
    a = make("Sudan shelled Adre", "shelled", "SDN>TCD", type="ASSAULT", voice="UN monitors", voice_actor="IGO:UN")
    b = make(
        "Sudan shelled Adre", "shelled", "SDN>TCD", type="ASSAULT",
        voice="French officers", voice_actor="FRA", document="d-2",
    )  # fmt: skip
    assert judge_standing([a, b]).standing == "happened"
    assert judge_standing([a, b], lambda document: "one agency").standing == "claimed"


def test_a_comment_vouches_for_nothing(make: MakeTelling) -> None:
    verdict = judge_standing([make("Sudan shelled Adre", "shelled", "SDN>TCD", type="ASSAULT", voice="comment")])
    assert verdict.standing == "claimed"


@pytest.mark.parametrize(
    ("told", "standing"),
    [
        ([("planned", "2012-05-02")], "planned"),
        ([("planned", "2012-05-02"), ("postponed", "2012-09-03")], "postponed"),
        ([("postponed", "2012-09-03"), ("planned", "2012-09-20")], "planned"),
        ([("planned", "2012-05-02"), ("cancelled", "2012-10-05")], "cancelled"),
        ([("planned", "2012-05-02"), ("happened", "2012-10-05")], "happened"),
        ([("denied", "2012-10-05")], "did not happen"),
        ([("proposed", "2012-10-05"), ("possible", "2012-10-06")], "proposed"),
        ([("cancelled", "2012-10-05"), ("cancelled", "2012-10-06"), ("happened", "2012-10-06")], "cancelled"),
    ],
)
def test_the_latest_word_decides(make: MakeTelling, told: list[tuple[str, str]], standing: str) -> None:
    tellings = [
        make("the visit to Riga", "visit", "FIN>LVA", status=status, published=day, document=f"d-{place}")
        for place, (status, day) in enumerate(told)
    ]
    assert judge_standing(tellings).standing == standing


def test_a_thread_takes_what_most_support_and_the_more_precise(make: MakeTelling) -> None:
    a = make("Berg visited Riga", "visited", "NOR>LVA", people=["Berg"], date="2012-10", document="d-1")
    b = make("Berg visited Riga", "visited", "NOR>LVA", people=["Anna Berg"], date="2012-10-03", document="d-2")
    c = make("Berg visited Riga", "visited", "NOR>LVA", people=["Berg"], date="2012-11-05", document="d-3")
    thread = make_thread([c, a, b])
    assert (thread.date, thread.people, thread.documents, thread.sources) == ("2012-10-03", ("Anna Berg",), 3, 3)
    assert thread.records == ("e-000", "e-001", "e-002")
    assert make_thread([a, b, c], lambda document: "one").sources == 1


def test_a_plan_has_the_date_told_last(make: MakeTelling) -> None:
    early = make("the visit to Riga", "visit", "FIN>LVA", status="planned", date="2012-05", published="2012-01-02")
    late = make(
        "the visit to Riga", "visit", "FIN>LVA", status="planned", date="2012-10", published="2012-06-02", document="d-2"
    )
    assert make_thread([early, late]).date == "2012-10"


def test_a_life_is_told_in_the_order_of_telling_and_marks_repeats(make: MakeTelling) -> None:
    late = make("the visit to Riga", "visit", "FIN>LVA", status="cancelled", published="2012-10-05", document="d-3")
    plan = make("the visit to Riga", "visit", "FIN>LVA", status="planned", published="2012-05-02", document="d-1")
    again = make("the visit to Riga", "visit", "FIN>LVA", status="planned", published="2012-06-02", document="d-2")
    steps = tell_life([late, again, plan])
    assert [(step.told, step.status, step.repeats) for step in steps] == [
        ("2012-05-02", "planned", False),
        ("2012-06-02", "planned", True),
        ("2012-10-05", "cancelled", False),
    ]
