"""Verb forms that the language model derives wrongly have their dictionary form from a table."""

from dragoman.vocab.lemmas import load_lemmas


def test_forms_and_dictionary_forms_are_plain_words():
    table = load_lemmas()
    assert len(table) > 100
    assert all(form.isalpha() and form.islower() and lemma.isalpha() and form != lemma for form, lemma in table.items())


def test_no_dictionary_form_is_itself_mended():
    assert not set(load_lemmas().values()) & set(load_lemmas())


def test_a_mended_verb_is_read(read_text):
    analysis = read_text("Norway hoped to wage peace, and Chile staged a drill.")[1]
    assert {"hope", "stage"} <= set(analysis.lemma)
