import pytest

from dragoman.vocab.reasons import says_why


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("She called off the trip, citing\nan illness.", True), ("The talks were put off because of the storm.", True),
        ("Over the arrests, he stayed at home.", True), ("He stayed at home.", False), ("The overtime was paid.", False),
    ],
)  # fmt: skip
def test_a_sentence_says_why_if_it_holds_a_word_of_reason(sentence, why):
    assert says_why(sentence) is why
