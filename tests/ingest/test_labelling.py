"""Labelling of pages that were copied as plain text; all texts are our own."""


import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ingest.labelling import label_page, label_parts

PARAGRAPH = (
    "The foreign ministers of Norland and Sudland met in Midtown on Tuesday and agreed to reopen the border crossing "
    "that has been closed since the spring, officials on both sides said."
)
SECOND = (
    "Traders had complained for months that the closure cost them their harvest. The crossing will open next week, and "
    "customs officers of both states will share one building."
)


def labelled(text):
    return [(part.kind, text[part.start : part.end]) for part in label_parts(text)]


def body_of(text):
    return " ".join(words for kind, words in labelled(text) if kind == "body")


def kind_of(text, words):
    return next(kind for kind, piece in labelled(text) if words in piece)


def test_clean_text_of_one_paragraph_a_line_is_all_body():
    assert labelled(f"{PARAGRAPH}\n{SECOND}\n") == [("body", f"{PARAGRAPH}\n{SECOND}")]


def test_one_big_block_is_all_body():
    block = f"{PARAGRAPH} {SECOND}"
    assert labelled(block) == [("body", block)]


def test_headline_above_paragraphs_is_title():
    text = f"Norland and Sudland reopen their border\n\n{PARAGRAPH}\n\n{SECOND}"
    assert labelled(text)[0] == ("title", "Norland and Sudland reopen their border")


def test_repeated_headline_is_title_once():
    text = f"Border opens again\n\nBorder opens again\n\nborder opens again\n\n{PARAGRAPH}"
    kinds = [kind for kind, _ in labelled(text)]
    assert kinds == ["title", "furniture", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Accessibility links", "Skip to content", "Home > News > World", "Tweet", "Share on Facebook", "XS\nSM\nMD\nLG",
        "Video Widget", "« »", "A- A+", "Log in | Register", "Home  News  Opinion  Weather", "Print  A- A+", "====",
        "Region: [Asia](#), [Europe](#)",
    ],
)  # fmt: skip
def test_site_lines_around_the_article_are_furniture(line):
    text = f"{line}\n\nBorder opens again after talks\n\n{PARAGRAPH}\n\n{SECOND}\n\n{line}"
    kinds = {kind for kind, words in labelled(text) if any(piece in words for piece in line.split("\n"))}
    assert kinds == {"furniture"}
    assert body_of(text) == f"{PARAGRAPH}\n\n{SECOND}"


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Five questions about the border", "Subscribe to our newsletter today", "Copyright © 2019 The Post",
        "Disclaimer: The views expressed here are those of the author.", "You may also like", "Click here to share",
        "For media inquiries: press at post dot example", "Thank You For Reading",
    ],
)  # fmt: skip
def test_lines_after_the_article_are_furniture(line):
    assert kind_of(f"Border opens again after talks\n\n{PARAGRAPH}\n\n{SECOND}\n\n{line}", line) == "furniture"


def test_links_under_a_related_heading_are_furniture():
    text = f"{PARAGRAPH}\n\nRelated stories\n- Minister resigns over tea\n- Is the harvest late?\n\n{SECOND}"
    assert kind_of(text, "Minister resigns") == "furniture"
    assert kind_of(text, "Is the harvest late?") == "furniture"
    assert SECOND in body_of(text)


def test_short_subheading_between_paragraphs_stays_body():
    text = f"{PARAGRAPH}\n\nA long quarrel\n\n{SECOND}"
    assert kind_of(text, "A long quarrel") == "body"


@pytest.mark.parametrize(
    "line",
    ["By Ann Lee", "by Dr Omar Haddad", "-- Ann Lee and Omar Haddad", "By Colonel (R) Omar Haddad.", "By [The Post](#)"],
)
def test_bylines_before_or_after_the_article(line):
    assert kind_of(f"Border opens again after talks\n\n{line}\n\n{PARAGRAPH}", line) == "byline"
    assert kind_of(f"Border opens again after talks\n\n{PARAGRAPH}\n\n{line}", line) == "byline"


def test_note_on_the_writer_is_byline():
    note = "The writer is a professor of history at Midtown University"
    assert kind_of(f"{PARAGRAPH}\n\n{note}", note) == "byline"


@pytest.mark.parametrize(
    ("start", "rest"),
    [
        ("MIDTOWN, Oct 4 (Reuters) - ", "The border opened."),
        ("MIDTOWN: ", "The border opened on Monday."),
        ("MIDTOWN | Tue Jun 7, 2011 12:37 pm EDT MIDTOWN -LRB- Reuters -RRB- - ", "The border opened."),
        ("Saturday 3 September 2005 00.05 BST ", "The border opened."),
        ("WASHINGTON — ", "The border opened on Monday."),
    ],
)
def test_dateline_stands_apart_from_the_first_sentence(start, rest):
    text = f"{start}{rest} {PARAGRAPH}"
    assert [kind for kind, _ in labelled(text)] == ["byline", "body"]
    assert labelled(text)[0][1] == start.strip()


def test_dash_in_a_first_sentence_is_no_dateline():
    text = f"The ministers - both new in office - met on Monday. {PARAGRAPH}"
    assert labelled(text) == [("body", text)]


@pytest.mark.parametrize("credit", ["– Dailytimes", "(Reporting by Ann Lee; Editing by Omar Haddad)"])
def test_credit_at_the_end_of_the_last_paragraph_is_byline(credit):
    assert labelled(f"{PARAGRAPH}\n\n{SECOND} {credit}")[-1] == ("byline", credit)


def test_hyphen_inside_a_word_is_no_credit():
    text = f"{PARAGRAPH} It was a long quarrel over U.S.-Norland ties."
    assert labelled(text) == [("body", text)]


CAPTION = "Foreign Minister Ann Lee, left, shakes hands with Omar Haddad in Midtown, Norland, October 4, 2012."


@pytest.mark.parametrize(
    "line",
    [
        "Colonel (R) Omar Haddad said on Monday that the border post would open before the end of the month.",
        "The party of the left, right, or centre that opens the border will win, a farmer said on Monday.",
        "- Norland\n- Sudland and Westland",
    ],
)
def test_first_lines_that_only_look_like_captions_or_credits_stay_body(line):
    assert body_of(f"{line}\n\n{PARAGRAPH}") == f"{line}\n\n{PARAGRAPH}" or line.startswith("-")
    assert kind_of(f"{PARAGRAPH}\n\n{line}\n\n{SECOND}", line.split("\n")[-1]) == "body"


def test_line_ends_of_windows_are_white_space():
    text = f"Border opens again after talks\r\n\r\n{PARAGRAPH}\r\n\r\nTweet\r\n"
    assert [kind for kind, _ in labelled(text)] == ["title", "body", "furniture"]


def test_caption_printed_twice_is_caption_then_furniture():
    text = f"Border opens again after talks\n\n{CAPTION}\n{CAPTION}\n{PARAGRAPH}"
    assert [kind for kind, _ in labelled(text)] == ["title", "caption", "furniture", "body"]


def test_caption_glued_to_its_copy_is_cut():
    caption = "The ministers of Norland and Sudland met beside the lake in Midtown in September."
    text = f"Border opens again after talks\n\n{caption}{caption}\n{caption}\n{PARAGRAPH}"
    assert labelled(text)[1] == ("caption", caption)
    assert labelled(text)[2][0] == "furniture"


def test_sentence_that_returns_in_a_later_paragraph_is_body_once():
    lead = "The two ministers have not spoken to each other since the spring of that year."
    text = f"{lead}\n\n{PARAGRAPH}\n\n{SECOND} {lead} Now they have."
    assert [kind for kind, _ in labelled(text)] == ["body", "furniture", "body"]


COMMENTS = """This forum has been closed.
Comment Sorting
by: Nell from: Oslo
April 14, 2012 15:30
Good news for both.
Second line of it.
In Response

by: Tam from: Bergen
April 15, 2012 08:00
I do not believe a word.
Reply
About Borderland

Borderland is a blog on two small states written by AFP journalists."""


def test_comments_are_kept_apart_with_their_dates_and_without_their_authors():
    text = f"Border opens again after talks\n\n{PARAGRAPH}\n\n{SECOND}\n{COMMENTS}"
    page = label_page(text)
    assert [text[one.start : one.end] for one in page.comments] == [
        "Good news for both.\nSecond line of it.",
        "I do not believe a word.",
    ]
    assert [one.date for one in page.comments] == ["2012-04-14", "2012-04-15"]
    assert [(p.start, p.end) for p in page.parts if p.kind == "comment"] == [(c.start, c.end) for c in page.comments]
    assert kind_of(text, "Nell") == kind_of(text, "Tam") == kind_of(text, "Borderland is") == "furniture"


@pytest.mark.parametrize(
    "head",
    [
        "Tam Berg   August 23, 2019 at 09:27", "Tam Berg on August 23, 2019 at 9:27 am", "Posted by Tam on 23 August 2019",
        "Tam Berg said:\nAugust 23, 2019", "Tam\n23 August 2019, 09:27", "Tam Berg · 23 August 2019",
    ],
)  # fmt: skip
def test_head_lines_of_comments(head):
    text = f"{PARAGRAPH}\n\n{SECOND}\n\n2 Comments\n\n{head}\nI do not believe a word.\nReply\n{head}\nNor do I, friend.\nReply"
    page = label_page(text)
    assert [text[one.start : one.end] for one in page.comments] == ["I do not believe a word.", "Nor do I, friend."]
    assert {one.date for one in page.comments} == {"2019-08-23"}


def test_age_of_a_comment_gives_no_date():
    text = f"{PARAGRAPH}\n\nComments\n\nTam Berg • 3 hours ago\nI do not believe a word."
    assert [one.date for one in label_page(text).comments] == [""]


def test_speech_line_in_an_article_starts_no_comments():
    text = f"{PARAGRAPH}\n\nThe minister said:\n\n{SECOND}\n\nOctober 4, 2012\n\n{PARAGRAPH[:80]} again and again, he said."
    assert label_page(text).comments == ()


def test_wrapped_lines_are_read_as_paragraphs():
    words = f"{PARAGRAPH} {SECOND} {PARAGRAPH.replace('Tuesday', 'Monday')}".split()
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 68:
            lines.append(line.strip())
            line = ""
        line += " " + word
    text = "\n".join([*lines, line.strip()])
    assert {kind for kind, _ in labelled(text)} == {"body"}


def test_title_told_by_the_input_is_found():
    text = f"World\n\nA quiet day in Midtown town\n\nBorder opens\n\n{PARAGRAPH}"
    assert [text[p.start : p.end] for p in label_page(text, title="Border opens").parts if p.kind == "title"] == ["Border opens"]


def test_page_of_menus_has_no_body():
    assert {kind for kind, _ in labelled("Home\nNews\nSports\nContact us\nLog in")} == {"furniture"}


def is_partition(text, parts):
    covered = 0
    for part in parts:
        assert covered <= part.start < part.end <= len(text)
        assert not text[covered : part.start].strip()
        covered = part.end
    return not text[covered:].strip()


LINES = st.sampled_from(
    ["Tweet", "Comments", "by: A from: B", "April 14, 2012 15:30", PARAGRAPH, SECOND, "By Ann Lee", CAPTION, "Reply", "* * *",
     "Related", "Copyright 2012", "October 2012", "[a](#)", "== ", "X said:", "-- A B", "A short line", "©", "\u200f", "1"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=400), st.lists(LINES, max_size=14).map("\n".join)))
def test_parts_are_a_partition_of_any_text(text):
    page = label_page(text)
    assert is_partition(text, page.parts)
    assert [(p.start, p.end) for p in page.parts if p.kind == "comment"] == [(c.start, c.end) for c in page.comments]


HOSTILE = ["a", "[", "(", "1 ", "- ", "\n", "[a](", '"', "A.", "by: a from: b\n", ". ", "Oct ", "© ", "\u0660", "1/1/", "x\n",
           "one two three four five six seven eight nine ten.\n"]  # fmt: skip


def test_thousands_of_copies_are_labelled():
    text = "".join(f"{n}) The same long sentence stands in each of these lines\n" for n in range(4000))
    assert is_partition(text, label_parts(text))


@pytest.mark.parametrize("piece", HOSTILE)
def test_long_hostile_text_is_labelled(piece):
    text = piece * (80_000 // len(piece))
    assert is_partition(text, label_parts(text))


def test_twenty_million_characters_in_one_line():
    assert len(label_parts("a" * 20_000_000)) == 1


def test_ten_million_lines_are_labelled():
    text = "x\n" * 10_000_000
    assert is_partition(text, label_parts(text))
