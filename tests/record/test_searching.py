import pytest

from dragoman.record.dossier import Dossier
from dragoman.record.searching import escape_query


@pytest.mark.parametrize("words", ['"', "AND", "a* OR", "NEAR(x y)", "title:x", "-", "(", "'; DROP TABLE documents; --",
                                   "\0", "^x", "{a b}:c", "", "*", 'a "b'])  # fmt: skip
def test_no_word_is_taken_for_query_language(dossier, words):
    with Dossier(dossier) as opened:
        opened.search(words)
        assert opened.count("documents") == 4


def test_words_are_found_in_documents_and_quotes(dossier):
    with Dossier(dossier) as opened:
        hits = opened.search("russia visited")
    assert {hit.kind for hit in hits} == {"document", "event"}
    assert all("\ue000" in hit.snippet for hit in hits)


def test_a_phrase_stays_together(dossier):
    with Dossier(dossier) as opened:
        assert opened.search('"visited Pakistan"')
        assert not opened.search('"Pakistan visited"')


def test_words_of_a_replaced_record_are_found_once(dossier, news, coder):
    from dragoman.flow.reading import read_into

    coder.vocabulary = "v2"
    read_into(dossier, [str(news)], coder.tools())
    with Dossier(dossier) as opened:
        assert len([hit for hit in opened.search("spokesman") if hit.kind == "document"]) == 1


def test_escaping_keeps_phrases():
    assert escape_query('a "b c" d') == '"a" "b c" "d"'
