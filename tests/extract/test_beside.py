"""Acts beside another act, demands made in speech, and the confidence of rows."""

import pytest

from dragoman.extract.events.confidence import score_confidence


def rows(read_text, text: str, published: str = "2012-10-05") -> set[str]:
    _, _, records = read_text(text, published)
    return {f"{e.type} {e.status} {','.join(e.actors)}>{','.join(e.recipients)}" for e in records.events}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israel said it would strike Iranian depots if they were filled again.", "THREATEN happened ISR>IRN"),
        ("Norway said Sweden must withdraw its troops from the island.", "REQUEST happened NOR>SWE"),
        ("The minister of Norway said Sweden needs to leave the river alone.", "REQUEST happened NOR>SWE"),
        ("Norway's foreign minister said Sweden had to explain the delay.", "REQUEST happened NOR>SWE"),
        ("Norway's foreign minister said Sweden should not send trawlers.", "REJECT happened NOR>SWE"),
        ("Peru refused to extradite the banker to Chile.", "REJECT happened PER>CHL"),
    ],
)
def test_a_saying_can_be_an_act_beside_the_act_it_tells(read_text, text: str, expected: str) -> None:
    assert expected in rows(read_text, text)


def test_a_demand_on_the_own_side_is_none(read_text) -> None:
    text = "Norway said that Norway and Sweden should hold talks."
    assert not any(row.startswith("REQUEST") for row in rows(read_text, text))


def test_a_headline_takes_its_sides_from_the_text_below(read_text) -> None:
    text = "The talks opened on Monday.\nGhana and Togo held talks about fish in Accra."
    assert "CONSULT happened GHA,TGO>" in rows(read_text, text)


def test_confidence_grows_with_its_features_and_stays_between_zero_and_one() -> None:
    weights = {"constant": -1.0, "weight": 2.0}
    low, high = score_confidence({"weight": 0.1}, weights), score_confidence({"weight": 0.9}, weights)
    assert 0 < low < high < 1
    assert score_confidence({"weight": 1e6}, weights) <= 1


def test_every_event_says_what_its_confidence_rests_on(read_text) -> None:
    _, _, records = read_text("Chile condemned the Argentine blockade on Friday.", "1978-12-04")
    assert all(any(reason.field == "confidence" for reason in event.reasons) for event in records.events)
