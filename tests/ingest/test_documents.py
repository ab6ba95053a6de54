"""From page to document: identity, language, issues, and that nothing can break it."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ingest.documents import make_document
from dragoman.ingest.evidence.tongues import judge_language
from dragoman.ingest.page import Hint, Page, Source
from dragoman.model.document import Comment, Part, Repairs

SHARED = Path(__file__).parents[3] / "shared"
SOURCE = Source("news/a.txt", b"abc", "ab" * 32)
BODY = (
    "The foreign ministers of Norland and Sudland met in Midtown and agreed to reopen the border crossing that has been "
    "closed for months, officials on both sides said."
)


def made(text, **fields):
    return make_document(Page(fields.pop("name", "a"), text, "plain/1", **fields), SOURCE)


def codes(doc):
    return [issue.code for issue in doc.issues]


def test_identity_comes_from_bytes_and_record():
    first, again, other = made(BODY), made(BODY), made(BODY, record="row 2")
    assert first.id == again.id != other.id
    assert first.id.startswith("d-")
    assert len(first.id) == 18


def test_fields_of_the_page_are_kept():
    doc = made(f"Border opens again after talks\n\n{BODY}", name="a1", hints=(Hint("url", "http://x.example/a", "column url"),))
    assert (doc.name, doc.title, doc.url) == ("a1", "Border opens again after talks", "http://x.example/a")
    assert (doc.file, doc.sha256, doc.reader) == (SOURCE.file, SOURCE.sha256, "plain/1")


def test_parts_of_the_reader_are_kept_and_gaps_filled():
    parts = (Part("title", 0, 4), Part("body", 5, 20), Part("comment", 30, 40))
    doc = made("Head and more words of text here to see, all of it", parts=parts, comments=(Comment(30, 40, "2012-10-04"),))
    assert [part.kind for part in doc.parts] == ["title", "body", "furniture", "comment", "furniture"]
    assert doc.comments[0].date == "2012-10-04"


def test_passage_that_a_marked_up_page_repeats_is_set_aside():
    text = f"{BODY}\n\nBy Ann Lee\n\n{BODY} It opens."
    doc = made(text, parts=(Part("body", 0, len(text)),))
    assert [(part.kind, text[part.start : part.end]) for part in doc.parts][1:] == [("furniture", BODY), ("body", "It opens.")]


def test_byline_at_the_head_of_a_marked_up_body_stands_apart():
    text = f"By Ann Lee and Tam Berg　2023年3月17日(金) 午前5時30分\n\n{BODY}"
    doc = made(text, parts=(Part("body", 0, len(text)),))
    assert [part.kind for part in doc.parts] == ["byline", "body"]
    assert (doc.published, doc.author) == ("2023-03-17", "Ann Lee and Tam Berg")


@pytest.mark.parametrize(
    ("sample", "language"),
    [
        (BODY, "en"),
        ("Die Minister haben sich in der Stadt getroffen und über die Grenze gesprochen, die seit Monaten zu ist.", "de"),
        ("Les ministres se sont réunis dans la ville et ont parlé de la frontière qui est fermée depuis des mois.", "fr"),
        ("Министры встретились в городе и говорили о границе, которая закрыта уже несколько месяцев и не откроется.", "ru"),
        ("وزراء خارجہ نے شہر میں ملاقات کی اور سرحد کے بارے میں بات کی جو کئی ماہ سے بند ہے", "ur"),
        ("التقى الوزراء في المدينة وتحدثوا عن الحدود التي أغلقت منذ أشهر من قبل", "ar"),
        ("両国の外相は会談し、国境を再開することで合意した。", "ja"),
        ("两国外长在会晤后同意重新开放边境口岸。", "zh"),
        ("Οι υπουργοί συναντήθηκαν στην πόλη", "el"),
        ("123 456", ""),
        ("Lavrov Khar", ""),
    ],
)
def test_language(sample, language):
    assert judge_language(sample) == language


def test_english_with_foreign_names_stays_english():
    sample = "The Süddeutsche Zeitung and Le Monde de la Paix said that Señor José de la Cruz and Frau von der Leyen met in Rome."
    assert judge_language(sample) == "en"


def test_issue_codes():
    assert codes(made(BODY)) == ["W102"]
    assert codes(made("Home\nNews\nContact us")) == ["W102", "W104", "W106"]
    german = "Die Minister haben sich in der Stadt getroffen und über die Grenze gesprochen, die seit Monaten zu ist."
    assert codes(made(german)) == ["W102", "W105"]
    assert codes(made(BODY, repairs=Repairs(nul=2))) == ["W102", "W107"]
    dated = (Hint("published", "2012-10-04", "JSON-LD"), Hint("published", "2013-10-04", "meta date"))
    assert codes(made(BODY, hints=dated)) == ["W103"]


def test_each_issue_code_is_documented():
    page = (Path(__file__).parents[2] / "docs" / "issue-codes.md").read_text(encoding="utf-8")
    assert all(f"W10{number}" in page for number in range(1, 8))


@settings(max_examples=100, deadline=None)
@given(
    st.text(max_size=300),
    st.lists(st.builds(Part, st.sampled_from(["title", "body", "comment"]), st.integers(0, 300), st.integers(0, 300)), max_size=4),
    st.lists(st.builds(Hint, st.sampled_from(["published", "url", "outlet", "author", "genre", "language", "crawled"]),
                       st.text(max_size=40), st.text(max_size=20)), max_size=4),
)  # fmt: skip
def test_no_page_raises(text, parts, hints):
    doc = make_document(Page("n", text, "x/1", parts=tuple(parts), hints=tuple(hints)), SOURCE)
    covered = 0
    for part in doc.parts:
        assert covered <= part.start < part.end <= len(text)
        assert not text[covered : part.start].strip()
        covered = part.end
    assert not text[covered:].strip()


@pytest.mark.parametrize("piece", ["x", "(", "1 ", "By ", "© ", "Oct 4 ", "A. B is ", "“", "President Ann Lee ", "(A "])
def test_hostile_pages_become_documents(piece):
    text = piece * (200_000 // len(piece))
    assert made(text).text.strip() == text.strip()


@pytest.mark.skipif(not (SHARED / "seeds").exists(), reason="the shared seed texts are not at hand")
def test_seeds_are_dated_and_sourced_as_in_gold():
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        gold = json.loads((SHARED / "gold" / "seeds" / f"{path.name[:3]}.json").read_text(encoding="utf-8"))["document"]
        doc = made(path.read_bytes().decode("utf-8"))
        assert (doc.outlet, doc.genre, doc.author) == (gold["outlet"], gold["genre"], gold["author"])
        assert doc.published, path.name
