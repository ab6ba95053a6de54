"""Dating of pages; all texts are our own."""

import pytest

from dragoman.ingest.dating import date_page
from dragoman.ingest.labelling import label_page
from dragoman.ingest.page import Hint, Page
from dragoman.ingest.plaintext.dateforms import find_dates

BODY = (
    "The foreign ministers of Norland and Sudland met in Midtown and agreed to reopen the border crossing that has been "
    "closed for months, officials on both sides said."
)
TITLE = "Border opens again after talks"


def date_text(text, *hints, name="page"):
    labelling = label_page(text)
    return date_page(Page(name, text, "plain/1", hints=hints), labelling.parts, labelling.comments)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("October 4, 2012", "2012-10-04"), ("Oct. 4, 2012", "2012-10-04"), ("4th of October, 2012", "2012-10-04"),
        ("Thursday 4 October 2012", "2012-10-04"), ("2012-10-04", "2012-10-04"), ("2012/10/04", "2012-10-04"),
        ("04.10.2012", "2012-10-04"), ("25/10/2012", "2012-10-25"), ("10/25/2012", "2012-10-25"),
        ("جمعرات، 4 اکتوبر، 2012", "2012-10-04"), ("٤ أكتوبر ٢٠١٢", "2012-10-04"), ("4 تشرين الأول 2012", "2012-10-04"),
        ("14 جانفي 2011", "2011-01-14"), ("4 غشت 2012", "2012-08-04"), ("۴ اکتبر ۲۰۱۲", "2012-10-04"),
        ("4 октября 2012 г.", "2012-10-04"), ("4 жовтня 2012", "2012-10-04"), ("2012年10月4日", "2012-10-04"),
        ("2012년 10월 4일", "2012-10-04"), ("4 Ekim 2012 Perşembe", "2012-10-04"), ("4 Οκτωβρίου 2012", "2012-10-04"),
        ("le 4 octobre 2012", "2012-10-04"), ("1er octobre 2012", "2012-10-01"), ("4. Oktober 2012", "2012-10-04"),
        ("4 de octubre de 2012", "2012-10-04"), ("4 ottobre 2012", "2012-10-04"), ("४ अक्टूबर २०१२", "2012-10-04"),
    ],
)  # fmt: skip
def test_dates_of_many_languages(words, value):
    (found,) = find_dates(f"({words})")
    assert found.exact is not None
    assert found.exact.isoformat() == value


@pytest.mark.parametrize("words", ["may 10 people", "room 12", "in 2012", "3-4 votes", "$4,2012", "F16 may 5"])
def test_words_that_are_no_dates(words):
    assert find_dates(words) == ()


def test_ambiguous_digits_keep_both_readings():
    (found,) = find_dates("04/10/2012")
    assert [day.isoformat() for day in found.bounds] == ["2012-04-10", "2012-10-04"]


@pytest.mark.parametrize("words", ["12 Ramadan 1433", "22 مهر 1391", "12 رمضان 1433"])
def test_other_calendars_are_recognised_and_not_misread(words):
    (found,) = find_dates(words)
    assert found.calendar != "month"
    assert found.bounds is None


@pytest.mark.parametrize(
    ("text", "hints", "value", "basis"),
    [
        (BODY, [Hint("published", "2012-10-04T08:00:00Z", "JSON-LD datePublished")], "2012-10-04", "stated"),
        (BODY, [Hint("published", "2012-10", "column published")], "2012-10", "stated"),
        (BODY, [Hint("url", "http://post.example/2012/10/04/border", "column url")], "2012-10-04", "stated"),
        (BODY, [Hint("url", "http://post.example/2012/10/border", "column url")], "2012-10", "stated"),
        (f"MIDTOWN, Oct 4, 2012 (Reuters) - {BODY}", [], "2012-10-04", "stated"),
        (f"{TITLE}\n\nBy Ann Lee\nOctober 4, 2012\n\n{BODY}", [], "2012-10-04", "stated"),
        (f"{TITLE}\n\nThe Border Post, October 4, 2012\n\n{BODY}", [], "2012-10-04", "stated"),
        (f"Thursday, October 4, 2012\n\n{TITLE}\n\n{BODY}", [], "2012-10-04", "stated"),
        (f"جمعرات، 4 اکتوبر، 2012\n\n{TITLE}\n\n{BODY}", [], "2012-10-04", "stated"),
        (f"MIDTOWN, Oct 4 (Reuters) - {BODY}\n\n© 2012 The Border Post", [], "2012-10-04", "inferred"),
        (f"MIDTOWN, Tuesday, Oct 4 (Reuters) - {BODY} It was closed on 3 May 2011.", [], "2011-10-04", "inferred"),
        (BODY, [], "", "unknown"),
    ],
)  # fmt: skip
def test_stated_dates(text, hints, value, basis):
    dating = date_text(text, *hints)
    assert (dating.published, dating.basis) == (value, basis)
    assert bool(dating.reason) == bool(value)


def test_file_name_dates_a_page_that_says_nothing():
    dating = date_text(BODY, name="2012-10-04-border")
    assert (dating.published, dating.basis) == ("2012-10-04", "inferred")


COMMENTS = "Comments\nby: Nell from: Oslo\nApril 14, 2012 15:30\nGood news.\nby: Tam from: Bergen\nApril 18, 2012 03:25\nIndeed."


def test_calendar_on_top_yields_to_the_first_comment():
    dating = date_text(f"Wednesday, August 20, 2014\n\n{TITLE}\n\n{BODY}\n\n{COMMENTS}")
    assert (dating.published, dating.basis) == ("2012-04-12/2012-04-14", "inferred")
    assert "August 20, 2014" in dating.conflict


def test_metadata_later_than_the_first_comment_is_a_crawl_date():
    dating = date_text(f"{TITLE}\n\n{BODY}\n\n{COMMENTS}", Hint("published", "2014-08-20", "meta date"))
    assert dating.published == "2012-04-12/2012-04-14"


CAPTION = "Minister Ann Lee, left, speaks during talks in Midtown, Norland, October 4, 2012."


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (f"{BODY} They spoke on Thursday, in a meeting this week.", "2012-10-04/2012-10-07"),
        (f"{BODY} They spoke on Thursday.", "2012-10-04/2012-10-10"),
        (BODY, "2012-10-04/2012-10-10"),
    ],
)
def test_dated_caption_bounds_an_undated_article(body, value):
    dating = date_text(f"{TITLE}\n\n{CAPTION}\n{CAPTION}\n{body}")
    assert (dating.published, dating.basis) == (value, "inferred")


def test_page_date_long_after_a_dated_caption_is_not_believed():
    dating = date_text(f"August 20, 2014\n\n{TITLE}\n\n{CAPTION}\n{CAPTION}\n{BODY}")
    assert dating.published == "2012-10-04/2012-10-10"


def test_caption_without_a_year_is_resolved_by_the_weekday():
    caption = "Photo: Ann Lee and Omar Haddad in Midtown, April 15."
    dating = date_text(f"{TITLE}\n\nOn Thursday they quarrelled. It began in March 2016. {BODY}\n\n{caption}")
    assert dating.published == "2021-04-15/2021-04-21"


def test_past_date_in_the_text_is_only_a_lower_bound():
    dating = date_text(f"{BODY} The crossing was closed on 3 May 2011 after a fight.")
    assert (dating.published, dating.basis) == ("2011-05-03/..", "inferred")


def test_date_to_come_is_no_lower_bound():
    assert date_text(f"{BODY} The crossing will open by October 4, 2012.").published == ""


def test_first_publication_counts_and_not_the_copy():
    text = f"9 May 2023\n\n{TITLE}\n\n{BODY}\n\nFirst published in the River Daily on May 8, 2023."
    assert date_text(text).published == "2023-05-08"


def test_two_metadata_dates_that_disagree_are_reported():
    hints = [Hint("published", "2012-10-04", "JSON-LD"), Hint("published", "2012-10-20", "meta date")]
    dating = date_text(BODY, *hints)
    assert dating.published == "2012-10-04"
    assert "2012-10-20" in dating.conflict


def test_offices_of_the_persons_named_bound_an_undated_text():
    text = (
        f"{BODY} Prime Minister Gordon Brown of Britain spoke with President Nicolas Sarkozy of France and with "
        "President George W. Bush of the United States, who all welcomed it."
    )
    dating = date_text(text)
    assert dating.published.startswith("2007-06-2")
    assert dating.published.endswith("2009-01-20")


def test_former_office_holders_bound_nothing():
    text = f"{BODY} Former Prime Minister Gordon Brown spoke with former President Nicolas Sarkozy, who welcomed it."
    assert date_text(text).published == ""
