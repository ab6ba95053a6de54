"""What two documents share: kinds, reasons, symmetry, keys that find each other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.document import Document, Part
from dragoman.resolve.families import compare_documents, fingerprint_document
from dragoman.text.hashing import make_id

AGENCY = (
    "The foreign ministers of Vardia and Pellona signed an accord on river water on Monday after nine years of talks. "
    "The accord gives each side a fixed share of the Orsa in dry months and sets up a joint office in the border town of "
    "Kellin. Engineers from both countries will read the gauges together from the first of May. Vardia's minister, Anton "
    "Reyle, called the paper modest and useful. His colleague Mira Dostan said that farmers on both banks had waited too "
    "long for a rule that everybody could read. Twelve villages lost their harvest in last summer's drought, and guards "
    "exchanged fire over a sluice in August. The parliaments have until autumn to approve the text."
)
OWN = (
    "Reporters in Kellin waited in the rain until the two delegations came out of the old customs house. Water, which has "
    "set neighbour against neighbour along the Orsa for a decade, is now to be shared by the book. Opposition deputies in "
    "Vardia had already announced that they would vote against any such paper, and shopkeepers in the town doubted that "
    "a new office would change much. A retired engineer who had built the sluice shrugged when asked about the matter."
)
OTHER = (
    "The central bank of Tressia raised its rate by a quarter of a point on Wednesday, the third step since spring, and "
    "hinted that more would follow if prices kept rising. Economists had expected a pause. Bond traders in the capital "
    "spoke of a surprise, while exporters complained about the strong currency and asked the government for relief."
)
BACKGROUND = (
    "Vardia and Pellona were one kingdom until the war of succession ended in partition, and the course of the Orsa has "
    "been their border ever since, though neither side has ever agreed where the islands in its delta belong."
)
SPEECH = (
    "“We have buried enough young men on this river and I will not bury another for the sake of a line that my grandfather "
    "drew on a map with a blunt pencil while nobody was looking, and I say this to friends and to enemies alike,”"
)
LATER = AGENCY.replace(
    "The foreign ministers of Vardia and Pellona signed an accord on river water on Monday after nine years of talks.",
    "Parliament in Vardia threw out the river accord on Thursday, two days after it had been signed, and the government "
    "of prime minister Edla Quist now has to ask its neighbour for more time, her spokesman told reporters.",
)
NUMBERS = AGENCY.replace("Twelve villages", "Fifteen villages")
EDITED = AGENCY.replace("dry months", "months of drought").replace("too long", "far too long").replace("modest", "small")
SENTENCES = [f"{sentence}." for text in (AGENCY, OWN, OTHER, BACKGROUND) for sentence in text.split(". ")]
FORM = "Send us your comments using the form below. Your location unless you state otherwise may be published, displaying your name. "
NO_COPY = "Views expressed in this article are those of the author and do not necessarily reflect those of the paper."


def make_document(body, *, name="", title="", byline="", furniture="", comment="", published="", outlet="", carriers=()):
    text, parts = "", []
    for kind, words in (("title", title), ("byline", byline), ("body", body), ("furniture", furniture), ("comment", comment)):
        if words:
            text += "\n\n" if text else ""
            parts.append(Part(kind, len(text), len(text) + len(words)))
            text += words
    return Document(
        make_id("d", [name or body, byline, published, outlet]), name, text, tuple(parts), "", "", "test/1",
        published=published, outlet=outlet, carriers=tuple(carriers),
    )  # fmt: skip


CASES = {
    "the same words": (AGENCY, AGENCY, "copy"),
    "other case, punctuation and space": (AGENCY, AGENCY.upper().replace(",", " -- ").replace(". ", ".\n\n"), "copy"),
    "brackets of tokenised corpora": (AGENCY, AGENCY.replace("after nine", "-LRB- after -RRB- nine"), "copy"),
    "edited for another edition": (AGENCY, EDITED, "copy"),
    "cut at the end": (AGENCY, AGENCY[: AGENCY.index("Twelve")], "copy"),
    "first half": (AGENCY, AGENCY[: AGENCY.index("His colleague")], "partial"),
    "agency text inside a long page": (AGENCY, f"{OWN} {OTHER} {AGENCY} {OTHER[::-1]} {OWN[::-1]}", "partial"),
    "new opening, body kept": (AGENCY, LATER, "update"),
    "another number": (AGENCY, NUMBERS, "update"),
    "a speech in quotation marks": (f"{OWN} {SPEECH} he said.", f"{OTHER} {SPEECH} said the minister.", "quotation"),
    "a background paragraph": (f"{OWN} {BACKGROUND}", f"{OTHER} {BACKGROUND}", "boilerplate"),
    "only a form": (f"{OWN} {FORM}{NO_COPY}", f"{OTHER} {FORM}{NO_COPY}", "boilerplate"),
    "own words": (AGENCY, OWN, None),
    "other matters": (AGENCY, OTHER, None),
    "a set phrase": (f"{OWN} on the sidelines of the general assembly of the United Nations", f"{OTHER} On the sidelines of the General Assembly of the United Nations", None),
}  # fmt: skip


@pytest.mark.parametrize("a, b, kind", CASES.values(), ids=CASES.keys())
def test_kinds(a, b, kind):
    first = make_document(a, name="a", published="2014-03-10")
    second = make_document(b, name="b", published="2014-03-11")
    overlap = compare_documents(first, second)
    assert (overlap.kind if overlap else None) == kind
    assert overlap is None or overlap.reason
    assert compare_documents(second, first) == overlap
    if kind in ("copy", "partial", "update"):
        assert set(fingerprint_document(first)) & set(fingerprint_document(second))


STORY = " ".join((AGENCY, BACKGROUND, OTHER.replace("Economists had", "Many economists had")))
CUT = EDITED + " " + BACKGROUND.replace("belong", "lie")
TALK = " Both delegations then sat down to a long supper in the old customs house by the river, and left without a word."


@pytest.mark.parametrize(
    ("added", "kind"),
    [
        (TALK, "copy"),
        (TALK.replace("Both delegations", "In the evening Edla Quist, Ivo Marent and 40 guests of Kalm"), "update"),
    ],
)
def test_an_edited_cut_with_names_and_numbers_of_its_own_is_a_later_version(added, kind):
    first, second = make_document(STORY, published="2014-03-10"), make_document(CUT + added, published="2014-03-11")
    assert compare_documents(first, second).kind == kind


def test_background_that_stands_together_is_no_kept_text_of_a_later_version():
    edited = AGENCY
    for word in ("fixed", "together", "modest", "too long", "guards"):
        edited = edited.replace(word, f"very {word}")
    a = make_document(f"{OWN} {OWN[::-1]} {AGENCY}", published="2014-03-10")
    b = make_document(f"{OTHER} {OTHER[::-1]} {edited}", published="2014-03-10")
    apart = edited.replace("Engineers from", f"{OTHER[::-1]} Engineers from")
    c = make_document(f"{OTHER} {apart}", published="2014-03-10")
    d = make_document(f"{OWN} {AGENCY.replace('Engineers from', f'{OWN[::-1]} Engineers from')}", published="2014-03-10")
    assert compare_documents(a, b).kind == "boilerplate"
    assert compare_documents(d, c).kind == "update"


CROSSING = (
    "The mayor of Kellin opened the rebuilt bridge over the Orsa on Tuesday and promised that no toll would be asked. "
    "Builders from both banks had worked on it through two winters. The old bridge fell in a flood five years ago. "
)
"""A short report; what follows it below is another matter."""


def page_of(*posts):
    return " ".join(f"Update {hour}:15 p.m. in Velik {post}" for hour, post in enumerate(posts, 1))


def test_one_passage_among_other_matter_is_a_part_and_no_version():
    page = f"{OTHER} {OTHER[::-1]} {OWN[::-1]} {AGENCY[::-1]} {OTHER.upper()[::-1]} {OWN.swapcase()[::-1]} {AGENCY}"
    a = make_document(f"{AGENCY} {OWN}", published="2014-03-10")
    b = make_document(page, published="2014-03-10")
    late = make_document(page, published="2014-05-10")
    assert compare_documents(a, b).kind == "partial"
    assert compare_documents(a, late).kind == "boilerplate"


def test_posts_of_a_live_page_are_parts_of_both_its_states():
    kept = [*AGENCY.split(". ")[1:6:2], BACKGROUND, *OWN.split(". ")[:3]]
    early = [post for one in zip(kept, SENTENCES, strict=False) for post in one]
    later = [post for one in zip(kept, reversed(SENTENCES), strict=False) for post in (one[0], one[1][::-1], one[0][::-1])]
    a, b = make_document(page_of(*early), published="2014-03-10"), make_document(page_of(*later), published="2014-03-10")
    overlap = compare_documents(a, b)
    assert overlap.kind == "partial"
    assert "live page" in overlap.reason


def test_an_opening_and_a_short_report_are_taken_up_by_a_round_up():
    filler = f"{OTHER[::-1]} {OWN[::-1]} {AGENCY[::-1]}"
    report = make_document(f"{CROSSING} {OWN} {OTHER}", published="2014-03-10")
    round_up = make_document(f"{filler} {CROSSING} {filler}", published="2014-03-10")
    flash = make_document(f"{CROSSING} {BACKGROUND} {OWN[:130]}", published="2014-03-10")
    carrier = make_document(f"{filler} {BACKGROUND} {CROSSING[:220]} {filler} {filler}", published="2014-03-10")
    equal = make_document(f"{AGENCY[::-1][:300]} {BACKGROUND} {AGENCY[::-1][300:]}", published="2014-03-10")
    assert compare_documents(report, round_up).kind == "partial"
    assert compare_documents(flash, carrier).kind == "partial"
    assert compare_documents(flash, equal).kind != "partial"


def test_a_copy_keeps_its_lead_in_other_words_and_a_later_version_does_not():
    lead, rest = STORY.split(". ", 1)
    told_anew = (
        "On Monday Vardia and Pellona, after nine years of talks on river water, had their foreign ministers signed up to "
        "an accord"
    )
    new = "Villagers at the sluice pulled down the gauges at night, an hour after guards had left for the capital"
    story = make_document(STORY, published="2014-03-10")
    assert compare_documents(story, make_document(f"{told_anew}. {rest}", published="2014-03-11")).kind == "copy"
    assert compare_documents(story, make_document(f"{new}. {rest}", published="2014-03-11")).kind == "update"


def test_one_thing_counted_otherwise_in_the_opening_makes_a_later_version():
    opening = "A boat with harvesters overturned on the Orsa near Kellin, and"
    first = make_document(f"{opening} the river drowned seven harvesters on Sunday. {STORY}", published="2014-03-10")
    more = make_document(f"{opening} at least nine harvesters are dead. {STORY}", published="2014-03-11")
    same = make_document(f"{opening} at least seven harvesters are dead. {STORY}", published="2014-03-11")
    assert compare_documents(first, more).kind == "update"
    assert compare_documents(first, same).kind == "copy"


def test_most_of_a_text_is_carried_on_after_weeks_too():
    guide = LATER.replace("Twelve villages", "In June twelve villages").replace("Engineers", "Some engineers")
    a = make_document(f"{AGENCY} {BACKGROUND}", published="2014-03-10")
    b = make_document(f"{guide} {BACKGROUND}", published="2014-05-10")
    assert compare_documents(a, b).kind == "update"


def test_forms_to_register_are_standing_text():
    form = (
        "Create a screen name for your stories. By registering you are consenting to the storage of what you tell us. "
        "If you have forgotten your password we will send you a link. Choose a password of eight letters or more. "
    )
    a, b = make_document(f"{OWN} {form}", name="a"), make_document(f"{OTHER} {form}", name="b")
    assert compare_documents(a, b).kind == "boilerplate"
    assert not set(fingerprint_document(a)) & set(fingerprint_document(b))


def test_shares_are_of_each_text():
    page = make_document(f"{OWN} {AGENCY}", name="page")
    overlap = compare_documents(make_document(AGENCY, name="agency"), page)
    shares = (overlap.share_a, overlap.share_b) if overlap.b == page.id else (overlap.share_b, overlap.share_a)
    assert shares[0] == 1.0
    assert 0.4 < shares[1] < 0.7


def test_furniture_comments_and_titles_do_not_count():
    a = make_document(OWN, name="a", title="Accord on water", furniture=AGENCY)
    b = make_document(OTHER, name="b", title="Accord on water", comment=AGENCY)
    assert compare_documents(a, b) is None
    assert not set(fingerprint_document(a)) & set(fingerprint_document(b))


def test_a_background_block_weeks_apart_is_no_update_and_a_guide_brought_up_to_date_is():
    guide = AGENCY.replace("Engineers from both", "Since June engineers from both").replace("until autumn", "until spring")
    a = make_document(f"{AGENCY} {OWN}", name="a", published="2014-03-10")
    b = make_document(f"{guide} {OTHER}", name="b", published="2014-09-10")
    c = make_document(f"{OTHER} {BACKGROUND}", name="c", published="2014-09-10")
    d = make_document(f"{OWN} {BACKGROUND}", name="d", published="2014-03-10")
    assert compare_documents(a, b).kind == "update"
    assert compare_documents(c, d).kind == "boilerplate"


def test_a_passage_of_the_agency_that_both_credit_is_a_partial_copy():
    tail = " ".join(f"{OTHER} {OWN}".split()[::-1])
    a = make_document(f"VELIK (Reuters) - {OWN} {AGENCY}", name="a", published="2014-03-10")
    b = make_document(f"VELIK (Reuters) - {OTHER} {tail} {AGENCY} {tail}", name="b", published="2014-03-10")
    assert compare_documents(a, b).kind == "partial"


SOURCE = (
    "VELIK (Reuters) - Vardia and Pellona have agreed to reopen the Kellin crossing in April, three officials with "
    "knowledge of the talks said. Customs officers from Vardia began training with their colleagues from Pellona last "
    "week, and Anton Reyle will travel to Kellin on 14 April. About 2,300 lorries used the crossing every month."
)
RETOLD = (
    "The Kellin crossing between Vardia and Pellona will reopen in April, Reuters reported, citing three officials. "
    "According to the agency, customs officers have begun training and Anton Reyle will travel to Kellin on 14 April; "
    "some 2,300 lorries passed through every month before Vardia and Pellona closed it."
)


@pytest.mark.parametrize(
    "text, published, kind",
    [
        (RETOLD, "2014-03-11", "retelling"),
        (RETOLD, "2014-03-09", None),
        (RETOLD, "2014-04-20", None),
        (RETOLD, "", None),
        (RETOLD.replace("Reuters reported, citing three officials", "it was announced yesterday"), "2014-03-11", None),
        (f"{OTHER} The bank's plan was no secret, Reuters reported.", "2014-03-11", None),
    ],
    ids=["next day", "before its source", "weeks later", "no date", "no credit", "other facts"],
)
def test_retellings_need_credit_date_and_facts(text, published, kind):
    source = make_document(SOURCE, name="source", published="2014-03-10", outlet="Reuters")
    teller = make_document(text, name="teller", published=published, outlet="Daily Times")
    overlap = compare_documents(source, teller)
    assert (overlap.kind if overlap else None) == kind
    assert compare_documents(teller, source) == overlap
    if kind:
        assert set(fingerprint_document(source)) & set(fingerprint_document(teller))


def test_nothing_is_compared_with_itself():
    assert compare_documents(make_document(AGENCY), make_document(AGENCY)) is None


@pytest.mark.parametrize("text", ["", "One two three.", "word " * 5000, "“" * 3000, "(" * 3000])
def test_odd_texts_are_read(text):
    a, b = make_document(text, name="a"), make_document(AGENCY, name="b")
    assert compare_documents(a, b) is None
    assert isinstance(fingerprint_document(a), tuple)


BODIES = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=14).map(" ".join)


@settings(max_examples=80, deadline=None)
@given(BODIES, BODIES)
def test_comparison_is_symmetric(a, b):
    first, second = make_document(a, name="a"), make_document(b, name="b")
    overlap = compare_documents(first, second)
    assert overlap == compare_documents(second, first)
    assert overlap is None or overlap.a < overlap.b and 0 <= min(overlap.share_a, overlap.share_b) <= 1


@settings(max_examples=60, deadline=None)
@given(BODIES, BODIES, st.integers(min_value=0, max_value=40))
def test_a_shared_passage_of_32_words_always_shares_a_key(before, after, start):
    passage = " ".join(AGENCY.split()[start : start + 32])
    a, b = make_document(f"{before} {passage}", name="a"), make_document(f"{passage} {after}", name="b")
    assert set(fingerprint_document(a)) & set(fingerprint_document(b))
