import pytest

from dragoman.present.wording import count_words, join_words, spell_status, with_article


@pytest.mark.parametrize(
    ("status", "voice", "words"),
    [
        ("happened", "author", "happened"),
        ("happened", "U.S. officials", "happened, says U.S. officials"),
        ("denied", "author", "did not happen"),
        ("denied", "Sergey Lavrov", "denied by Sergey Lavrov"),
        ("cancelled", "Abdul Basit", "cancelled, says Abdul Basit"),
        ("possible", "comment", "possible, says a reader's comment"),
        ("denied", "comment", "denied by a reader's comment"),
    ],
)
def test_a_status_is_spelled_with_its_voice(status, voice, words):
    assert spell_status(status, voice) == words


def test_lists_numbers_and_articles_read_as_english():
    assert join_words(["a"]) == "a"
    assert join_words(["a", "b", "c"]) == "a, b and c"
    assert count_words(1, "event") == "1 event"
    assert count_words(1200, "reply", "replies") == "1,200 replies"
    assert [with_article(name) for name in ("United States", "Pakistan", "Philippines", "Cyprus")] == [
        "the United States", "Pakistan", "the Philippines", "Cyprus"]  # fmt: skip
