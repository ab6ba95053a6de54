"""Outlet, carriers, author and genre of pages; all texts are our own."""

import pytest

from dragoman.ingest.labelling import label_page
from dragoman.ingest.page import Hint, Page
from dragoman.ingest.provenance import find_provenance, spell_outlet

BODY = (
    "The foreign ministers of Norland and Sudland met in Midtown and agreed to reopen the border crossing that has been "
    "closed for months, officials on both sides said."
)
TITLE = "Border opens again after talks"


def trace(text, *hints):
    return find_provenance(Page("page", text, "plain/1", hints=hints), label_page(text).parts)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (BODY, ""),
        (f"MIDTOWN, Oct 4 (Reuters) - {BODY}", "Reuters"),
        (f"Midtown -LRB- CNN -RRB- -- {BODY}", "CNN"),
        (f"MIDTOWN, Feb 7, 2023 (Harbour Wire) - {BODY}", "Harbour Wire"),
        (f"{BODY} – Dailytimes", "Daily Times"),
        (f"{BODY}\n\nThe original source of this article is [Daily Times](#)", "Daily Times"),
        (f"{BODY}\n\nFirst published in the River Daily on May 8, 2023.", "River Daily"),
        (f"{TITLE}\n\nThe Border Post, October 4, 2012\n\n{BODY}", "The Border Post"),
        (f"{TITLE}\n\nBy Ann Lee, The Border Post\n\n{BODY}", "The Border Post"),
        (f"THE BORDER POST\n\n{TITLE}\n\n{BODY}", "The Border Post"),
        (f"{TITLE}\n\n{BODY}\n\n(c) 2019 Border Post Online", "Border Post Online"),
        (f"{BODY}\n\nAbout Borderland\n\nBorderland is a blog on two small states written by AFP journalists.",
         "Borderland (AFP)"),
        (f"{TITLE}\n\nBy Ann Lee BBC News, Midtown\n\n{BODY}", "BBC"),
        (f"Breaking News\n\n{TITLE}\n\n{BODY}", ""),
        (f"{BODY} He told Reuters that it was late.", ""),
    ],
)  # fmt: skip
def test_outlet_is_who_published_first(text, outlet):
    assert trace(text).outlet == outlet


def test_carriers_stand_apart_from_the_outlet():
    text = (
        f"{TITLE}?\n\nBy [Far Net](#)\n\nGlobal Research, October 22, 2012\n\n[Daily Times](#)\n\nby Dr Omar Haddad\n\n{BODY}"
        "\n\nThe original source of this article is [Daily Times](#)\nCopyright © [Far Net](#), [Daily Times](#), 2012"
    )
    found = trace(text)
    assert (found.outlet, found.carriers, found.author) == ("Daily Times", ("Far Net", "Global Research"), "Omar Haddad")


def test_agency_report_on_a_newspaper_page_has_the_newspaper_as_carrier():
    found = trace(f"MIDTOWN, Oct 4 (AFP) - {BODY}", Hint("outlet", "Dawn.com", "JSON-LD publisher"))
    assert (found.outlet, found.carriers) == ("AFP", ("Dawn",))


def test_column_of_the_user_is_the_outlet():
    assert trace(f"MIDTOWN, Oct 4 (AFP) - {BODY}", Hint("outlet", "Dawn", "column outlet")).outlet == "Dawn"


@pytest.mark.parametrize(
    ("written", "usual"),
    [("Dailytimes", "Daily Times"), ("DAWN.COM", "Dawn"), ("the guardian", "The Guardian"), ("Odd  Sheet", "Odd Sheet")],
)
def test_spelling_of_outlets(written, usual):
    assert spell_outlet(written) == usual


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ann Lee", "Ann Lee"), ("by Dr Omar Haddad", "Omar Haddad"), ("By Colonel (R) Omar Haddad.", "Omar Haddad"),
        ("-- Ann Lee and Omar Haddad", "Ann Lee and Omar Haddad"), ("By Ann Lee in Rome", "Ann Lee"),
        ("By Ann Lee BBC News, Midtown", "Ann Lee"), ("By Ann Lee, Border Post", "Ann Lee"), ("Ann Lee in Rome", "Ann Lee"), ("BY AMBASSADOR ANN LEE", "ANN LEE"),
    ],
)  # fmt: skip
def test_author_from_a_byline(line, author):
    assert trace(f"{TITLE}\n\n{line}\n\n{BODY}").author == author


def test_author_from_flat_text_credit_and_note():
    assert trace(f"By Ann Lee, CNN Senior Producer {BODY}").author == "Ann Lee"
    assert trace(f"{BODY}\n\n{BODY[:90]}. (Reporting by Ann Lee; Writing by Omar Haddad)").author == "Ann Lee and Omar Haddad"
    assert trace(f"{BODY} Ann Lee is a professor of history at Midtown University.").author == "Ann Lee"


OPINION = (
    "It is hoped that both governments keep their word. We must remember what the quarrel cost us. Our leaders would do "
    "well to talk before they shut a gate again. All in all, it is a welcome development, and we need more of it."
)


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (BODY, "news"),
        (f"{TITLE}\n\n{BODY} The spokesman told reporters that it is hoped the gate stays open.", "news"),
        (f"EDITORIAL\n\n{TITLE}\n\n{BODY}", "editorial"),
        (f"{BODY}\n\n{OPINION}", "editorial"),
        (f"{TITLE}\n\nBy Ann Lee\n\n{BODY}\n\n{OPINION}", "analysis"),
        (f"{BODY}\n\nThe writer is a professor of history at Midtown University", "analysis"),
        (f"OPINION\n\n{TITLE}\n\nBy Ann Lee\n\n{BODY}", "analysis"),
        (f"Ministry of Foreign Affairs\nPress release\nMarch 21, 2023\n\n{TITLE}\n\n{BODY}", "official"),
        (f"Joint Statement by the Ministers of Norland and Sudland\n\n{BODY}", "official"),
        (f"Readout of the call with Minister Lee\n\n{BODY}", "official"),
        (f"{TITLE}\n\n{BODY}\n\n" + "\n\n".join(["Q: Will it last?", "A: I hope that it will last for a long time."] * 3),
         "interview"),
        (f"Dear Editor,\n\n{BODY}", "comment"),
    ],
)  # fmt: skip
def test_genre_by_cues(text, genre):
    assert trace(text).genre == genre


def test_quoted_opinion_is_not_the_authors():
    assert trace(f"{TITLE}\n\n{BODY} “{OPINION}” he said.").genre == "news"


def test_genre_told_by_metadata_comes_first():
    assert trace(BODY, Hint("genre", "OpinionNewsArticle", "JSON-LD @type")).genre == "analysis"
    assert trace(BODY, Hint("genre", "Thing", "JSON-LD @type")).genre == "news"
