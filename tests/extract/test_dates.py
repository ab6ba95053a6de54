"""When an act took place: which time of a sentence belongs to which act. All texts are of Friday 5 October 2012."""

import pytest

from dragoman.extract.dates import EventDate, with_role
from dragoman.extract.times import Time

OWN_TIME = [
    ("Mursi visited Ankara on 30 September.", "visited", "2012-09-30"),
    ("Mursi visited Ankara on Thursday.", "visited", "2012-10-04"),
    ("On Thursday Mursi visited Ankara.", "visited", "2012-10-04"),
    ("The Egyptian president's visit to Ankara on 30 September was short.", "visit", "2012-09-30"),
    ("Last year Oman and Yemen signed a treaty.", "signed", "2011"),
    ("In 2007 Oman attacked Yemen.", "attacked", "2007"),
    ("In the 1980s Libya bombed Chad.", "bombed", "198X"),
    ("Oman and Yemen signed a treaty in May 2009.", "signed", "2009-05"),
    ("Denmark held talks with Oman from 1 October to 3 October.", "talks", "2012-10-01/2012-10-03"),
    ("Yesterday Kenya expelled the Somali ambassador.", "expelled", "2012-10-04"),
]
CLAUSES = [
    ("Uganda attacked Rwanda in 1999 and signed a treaty with Rwanda in 2002.", "attacked", "1999"),
    ("Uganda attacked Rwanda in 1999 and signed a treaty with Rwanda in 2002.", "signed", "2002"),
    ("Officials said on Thursday that Chad attacked Sudan in 2008.", "attacked", "2008"),
    ("Chad said on Thursday that Sudan had attacked Chadian villages.", "attacked", "../2012-10"),
    ("On Thursday Chad condemned the 2008 attack by Sudan.", "attack", "2008"),
    ("Peru, which attacked Ecuador in 1981, signed a treaty with Ecuador in 1998.", "attacked", "1981"),
    ("Peru, which attacked Ecuador in 1981, signed a treaty with Ecuador in 1998.", "signed", "1998"),
]
OPEN_ENDS = [
    ("Norway has given aid to Afghanistan since 2001.", "aid", "2001/.."),
    ("Australia will withdraw its troops from Afghanistan by 2014.", "withdraw", "../2014"),
    ("Spain has imposed sanctions on Fiji since May 2009.", "sanctions", "2009-05/.."),
]
PLANS = [
    ("The Danish foreign minister will visit Seoul on 12 November.", "visit", "2012-11-12"),
    ("The Danish foreign minister will visit Seoul next week.", "visit", "2012-10-08/2012-10-14"),
    ("The Danish foreign minister will visit Seoul in November.", "visit", "2012-11"),
    ("Denmark agreed on Thursday to send doctors to Haiti in 2013.", "send", "2013"),
    ("Denmark agreed on Thursday to send doctors to Haiti.", "send", "2012-10/.."),
]
UNDATED = [
    ("Greece has expelled the Syrian ambassador.", "expelled", "2012-10"),
    ("Denmark criticises Russia over its jets.", "criticises", "2012-10"),
    ("Denmark criticised Russia over its jets.", "criticised", "2012-10"),
    ("Mursi has arrived in Ankara.", "arrived", "2012-10-04~/2012-10-05~"),
    ("Denmark held talks with Oman.", "talks", "2012-10-04~/2012-10-05~"),
    ("Mursi had arrived in Ankara.", "arrived", "../2012-10"),
    ("Oman attacked Yemen.", "attacked", "../2012-10"),
    ("Oman had condemned Yemen.", "condemned", "../2012-10"),
    ("Oman has not attacked Yemen.", "attacked", "../2012-10"),
    ("Oman did not attack Yemen.", "attack", "../2012-10"),
    ("Oman will not attack Yemen.", "attack", ""),
    ("Oman refused to attack Yemen.", "attack", ""),
    ("Oman may attack Yemen.", "attack", ""),
    ("Oman wants to attack Yemen.", "attack", ""),
]
LOW_IN_THE_PARSE = [
    ("Oman and Yemen signed an agreement on sharing the water of the wadis in Muscat on Monday.", "signed", "2012-10-01"),
    ("Oman and Yemen signed a deal to end their quarrel in Muscat on Monday.", "signed", "2012-10-01"),
    ("Oman and Yemen signed a deal to resume talks on Monday.", "talks", "2012-10-08"),
    ("The visit that Mursi paid to Ankara on 30 September was short.", "visit", "2012-09-30"),
]
OF_ITS_COURSE = [
    ("The visit of Mursi to Ankara, which began on 30 September, was short.", "visit", "2012-09-30"),
    ("The summit of Oman and Yemen that was held in Muscat on Monday was short.", "summit", "2012-10-01"),
    ("Oman held talks with Yemen on the islands that Iran took in 1971.", "talks", "../2012-10"),
]
NOT_OF_THE_ACT = [
    ("Mursi's visit to Ankara, the first by an Egyptian president since 2003, ended on Thursday.", "visit", "2012-10-04"),
    ("No Egyptian president had visited Ankara since 2003.", "visited", "../2012-10"),
]
ALL = [*LOW_IN_THE_PARSE, *OF_ITS_COURSE, *NOT_OF_THE_ACT, *OWN_TIME, *CLAUSES, *OPEN_ENDS, *PLANS, *UNDATED]


@pytest.fixture(scope="module", autouse=True)
def _read_ahead(read_table):
    read_table([*((text, "2012-10-05") for text, _, _ in ALL), ("Greece has expelled the Syrian ambassador.", "")])


@pytest.mark.parametrize(("text", "word", "date"), ALL)
def test_an_act_takes_the_time_of_its_own_clause(read_text, text: str, word: str, date: str) -> None:
    assert [event.date for event in read_text(text)[2].events if event.trigger == word] == [date]


def test_undated_news_in_an_undated_text_stays_undated(read_text) -> None:
    assert [e.date for e in read_text("Greece has expelled the Syrian ambassador.", "")[2].events] == [""]


def test_acts_told_long_after_are_background(read_text) -> None:
    text = "Chad condemned Sudan on Thursday. Sudan attacked Chad in 2008."
    assert {e.trigger: e.background for e in read_text(text)[2].events} == {"condemned": False, "attacked": True}


def test_an_act_told_before_lends_its_date_to_the_noun_that_takes_it_up(read_text) -> None:
    text = "Uganda attacked Rwanda in 1999. The attack lasted two days."
    assert [(e.trigger, e.date) for e in read_text(text)[2].events] == [("attacked", "1999"), ("attack", "1999")]


@pytest.mark.parametrize(
    ("role", "value", "expected"),
    [
        ("since", "2001", "2001/.."),
        ("after", "2001-05", "2001-05/.."),
        ("by", "2014", "../2014"),
        ("until", "2014", "../2014"),
        ("on", "2012-10-04", "2012-10-04"),
        ("since", "2001/2003", "2001/2003"),
    ],
)
def test_a_preposition_opens_an_end_of_the_interval(role: str, value: str, expected: str) -> None:
    assert with_role(Time(0, 1, value, "date", role, "test")) == expected


@pytest.mark.parametrize(
    ("date", "above", "status", "expected"),
    [
        ("2012-10-04", True, "planned", ""),
        ("2012-10-04", True, "possible", ""),
        ("2012-10-04", False, "planned", "2012-10-04"),
        ("2012-10-04", True, "happened", "2012-10-04"),
        ("2012-11-04", True, "planned", "2012-11-04"),
    ],
)
def test_the_past_day_on_which_something_was_planned_is_not_its_day(date, above, status, expected) -> None:
    assert EventDate(date, "test", above=above).for_status(status, "2012-10-05") == expected
