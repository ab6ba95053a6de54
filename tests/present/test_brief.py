import re
from dataclasses import replace

import pytest
from lxml import html as lxml_html

from dragoman.model.records import Assessment, Event, Statement
from dragoman.present.brief.compose import compose_brief
from dragoman.present.brief.gather import gather_material
from dragoman.present.brief.grouping import group_events
from dragoman.present.brief.html import render_html, safe_link
from dragoman.present.brief.markdown import render_markdown
from dragoman.present.brief.material import Material, SourceFacts
from dragoman.present.brief.plans import find_disputes, is_open, is_over, link_plans
from dragoman.present.brief.quoting import clip, quote_runs
from dragoman.record.dossier import Dossier

NAMES = {"RUS": "Russia", "PAK": "Pakistan", "USA": "the United States"}.get


def event(id, quote="Russia visited Pakistan", trigger="visited", **fields):
    start = quote.index(trigger)
    known = {
        "id": id, "document": "d-1", "quote": quote, "span": (0, len(quote)), "trigger": trigger,
        "trigger_span": (start, start + len(trigger)), "type": "CONSULT", "status": "happened", "actors": ("RUS",),
        "recipients": ("PAK",), "date": "2012-10-04",
    }  # fmt: skip
    return Event(**{**known, **fields})


def source(id="d-1", **fields):
    known = {"id": id, "title": f"Title {id}", "outlet": "The Gazette", "carrier": "", "author": "Ann Author",
             "genre": "news", "published": "2012-10-05", "basis": "stated", "reason": "dateline", "url": ""}  # fmt: skip
    return SourceFacts(**{**known, **fields})


def material(events=(), assessments=(), statements=(), sources=None, **fields):
    known = {item.id: item for item in sources or [source()]}
    return Material(("PAK", "RUS"), lambda code: NAMES(code) or code, tuple(events), tuple(assessments), tuple(statements),
                    known, documents=9, program="Dragoman", **fields)  # fmt: skip


def page(*args, **fields):
    return render_markdown(compose_brief(material(*args, **fields)))


def part(text, heading):
    found = re.search(rf"## {re.escape(heading)}\n(.*?)(?=\n## |\n---)", text, re.DOTALL)
    return found.group(1) if found else ""


def test_the_same_event_told_twice_is_one_line_with_both_references():
    events = [
        event("e-1"),
        event("e-2", "Lavrov is visiting Pakistan", "visiting", document="d-2", date="2012-10-01/2012-10-07"),
    ]
    text = part(page(events, sources=[source(), source("d-2")]), "What happened")
    assert text.count("- ") == 1 and "[1, 2]" in text


@pytest.mark.parametrize(
    "other",
    [
        {"type": "AID"}, {"recipients": ("IND",)}, {"status": "cancelled"}, {"date": "2011-01-01"},
        {"actors": ("PAK",), "recipients": ("RUS",)},
    ],
)  # fmt: skip
def test_events_that_differ_are_not_one(other):
    assert len(group_events([event("e-1"), event("e-2", **other)])) == 2


def test_a_reprint_with_small_changes_is_the_same_event_even_without_a_date():
    told = "Japan has promised Pakistan once more that Russia visited Pakistan and talked"
    events = [event("e-1", told, date=""), event("e-2", told.replace("once more", "again"), date="", document="d-2")]
    (group,) = group_events(events)
    assert len(group.events) == 2


def test_different_people_are_different_events_and_spellings_of_one_are_not():
    lavrov, other = event("e-1", people=("Sergei Lavrov",)), event("e-2", people=("Ashfaq Kayani",))
    assert len(group_events([lavrov, other])) == 2
    (group,) = group_events([lavrov, event("e-3", people=("Sergey Viktorovich Lavrov",))])
    assert group.people == ("Sergey Viktorovich Lavrov",)


def test_a_nameless_record_does_not_join_visits_in_opposite_directions():
    mutual = event("e-2", actors=("RUS", "PAK"), recipients=())
    back = event("e-3", actors=("PAK",), recipients=("RUS",))
    assert len(group_events([event("e-1"), mutual, back])) == 2


def test_the_author_s_word_comes_before_a_claim():
    (group,) = group_events([event("e-1", voice="officials"), event("e-2")])
    assert group.best.id == "e-2" and not group.is_claim


def test_a_plan_is_followed_to_what_became_of_it():
    planned = event("e-1", status="planned", date="2012-10-02", people=("Vladimir Putin",))
    off = event("e-2", "the cancelled visit", "visit", status="cancelled", date="2012-10-02", people=("Putin",))
    text = part(page([planned, off]), "Plans and what became of them")
    assert text.count("\n- ") + text.startswith("- ") == 1
    assert "planned" in text and "**cancelled (2 October 2012)**" in text


def test_a_postponed_visit_that_is_held_later_is_followed():
    off = event("e-1", status="postponed", date="2023-02", people=("Antony Blinken",))
    held = event("e-2", date="2023-06-18", people=("Antony Blinken",))
    (plan,) = link_plans(group_events([off, held]))
    assert plan.held and plan.held.best.id == "e-2"


def test_a_visit_of_somebody_else_is_not_what_became_of_a_plan():
    planned = event("e-1", status="planned", people=("Serdyukov", "Kayani"))
    (plan,) = link_plans(group_events([planned, event("e-2", people=("Kayani",))]))
    assert plan.held is None


@pytest.mark.parametrize(
    ("date", "due", "over"),
    [("2012-12", True, False), ("2011", False, True), ("", False, False), ("../2014", True, False), ("2001/..", False, False),
     ("2014/..", True, False)],
)  # fmt: skip
def test_what_is_due_and_what_is_over(date, due, over):
    (plan,) = link_plans(group_events([event("e-1", status="planned", date=date)]))
    assert (is_open(plan, "2012-10-05"), is_over(plan, "2012-10-05")) == (due, over)


def test_a_plan_whose_day_has_passed_says_that_nothing_is_told_of_it():
    assert "no text says what became of it" in page([event("e-1", status="planned", date="2012-10-01")])
    assert "no text says" not in page([event("e-1", status="planned", date="2013-10-01")])


def test_assertion_and_denial_stand_in_one_line_with_their_voices():
    yes = event("e-1", "Russia attacked Pakistan", "attacked", type="ASSAULT", voice="a spokesman")
    no = event("e-2", "Russia did not attack Pakistan", "attack", type="ASSAULT", status="denied", voice="the minister")
    assert len(find_disputes(group_events([yes, no]))) == 1
    text = page([yes, no])
    assert "happened, says a spokesman" in part(text, "Claims, and who makes them")
    assert "denied by the minister" in part(text, "Claims, and who makes them")
    assert "Disputed:" in text.split("##")[0]
    assert part(text, "What happened") == ""


def test_a_claim_never_stands_among_what_happened():
    text = page([event("e-1", voice="officials")])
    assert part(text, "What happened") == "" and "happened, says officials" in part(text, "Claims, and who makes them")


@pytest.mark.parametrize(
    ("published", "day"),
    [("2012-10-05", "2012-10-05"), ("2012-10-03/2012-10-07", "2012-10-07"), ("2012-06/2013-03", "2012-06-01"), ("", ""),
     ("2012-10-05/..", "2012-10-05")],
)  # fmt: skip
def test_the_day_of_the_brief_is_not_taken_from_a_vague_date(published, day):
    assert material(sources=[source(published=published)]).as_of == day


def test_history_stands_apart_from_news():
    old = [event("e-1", date="1965"), event("e-2", "Russia once visited it", background=True, type="AID")]
    text = page([*old, event("e-3", "Russia has visited again", type="AGREE")])
    assert part(text, "Background").count("- **") == 2 and part(text, "What happened").count("- **") == 1


def test_assessments_name_their_voice():
    said = Assessment("a-1", "d-1", "warming ties", (0, 12), ("PAK", "RUS"), "good", "improving", "analysts", "2012-10")
    own = replace(said, id="a-2", quote="a new low", level="bad", trend="worsening", voice="author")
    text = page([], [said, own])
    assert "good and improving, says analysts: “warming ties”" in text
    assert "bad and worsening, says Ann Author (The Gazette)" in text
    first = text.split("\n\n")[2]
    assert first.startswith("Pakistan and Russia: good and improving (October 2012), says analysts; bad and worsening")


def test_many_assessments_are_counted_each_sentence_once_and_none_of_a_reader():
    said = Assessment("a-1", "d-1", "warming ties", (0, 12), ("PAK", "RUS"), "good", "improving", "analysts", "2012-10")
    items = [replace(said, id=f"a-{n}", quote=f"warming ties {n}") for n in range(3)]
    copy = replace(items[0], id="a-8", document="d-2")
    reader = replace(said, id="a-9", quote="the worst ever", level="bad", trend="worsening", voice="comment")
    text = page([], [*items, copy, reader], sources=[source(), source("d-2")])
    assert text.split("\n\n")[2].startswith("Pakistan and Russia: of 3 assessments in 1 text, 3 speak of improvement;")
    assert "worsening" not in text and "decline" not in text and "comment" not in text


def test_joint_statements_are_one_line():
    said = Statement("s-1", "d-1", "we shall build it as soon as we can", (0, 9), "Ann", "PAK", "official")
    text = page([event("e-1")], [], [said, replace(said, id="s-2", speaker="Ivan", speaker_actor="RUS")])
    assert "**In the text of 5 October 2012:** Ann (Pakistan) and Ivan (Russia): “we shall" in text


def test_empty_sections_are_left_out_and_the_opening_has_at_most_six_sentences():
    brief = compose_brief(material([event("e-1")]))
    assert [section.anchor for section in brief.sections] == ["news"]
    assert 1 <= len(brief.opening) <= 6
    empty = compose_brief(material(sources=[source()]))
    assert empty.sections == ()


def test_every_reference_that_is_cited_exists_and_every_listed_one_is_cited():
    many = [
        event(f"e-{n}", f"Russia visited Pakistan number {n}", date=f"2012-{n % 12 + 1:02}-{n % 28 + 1:02}")
        for n in range(90)
    ]
    brief = compose_brief(material(many))
    cited = {number for line in (*brief.opening, *(x for s in brief.sections for x in s.lines)) for number in line.refs}
    assert cited == {reference.number for reference in brief.references} == set(range(1, len(brief.references) + 1))
    assert sum(len(section.lines) for section in brief.sections) <= 35
    assert "more events: dragoman events --pair PAK RUS" in render_markdown(brief)
    assert len(render_html(brief)) < 500_000


def test_of_very_many_texts_only_the_cited_ones_are_listed():
    sources = [source(f"d-{n}") for n in range(300)]
    events = [
        event(f"e-{n}", f"Russia visited Pakistan {n}", document=f"d-{n}", date=f"{1800 + n}") for n in range(300)
    ]
    brief = compose_brief(material(events, sources=sources))
    assert {item.id for item in brief.sources} == {reference.document for reference in brief.references}
    assert "more texts: dragoman documents --pair PAK RUS" in render_markdown(brief)
    assert len(render_html(brief)) < 500_000


def test_the_order_of_the_words_is_stable():
    events = [event(f"e-{n}", f"Russia visited Pakistan {n}", date=f"2012-10-{n + 1:02}") for n in range(20)]
    assert page(events) == page(list(events))


def test_a_long_quote_is_cut_around_its_trigger_between_words():
    quote = "word " * 200_000 + "visited" + " word" * 200_000
    runs = quote_runs(quote, "visited", quote.index("visited"))
    text = "".join(run.text for run in runs)
    assert [run.text for run in runs if run.kind == "trigger"] == ["visited"]
    assert len(text) < 200 and text.startswith("“…word") and text.endswith("word…”")
    assert len(clip(quote, 300)) <= 301
    assert clip("short\n quote", 300) == "short quote"
    assert len(clip("x" * 10_000_000, 300)) <= 301


HOSTILE = '<script>alert(1)</script> [x](javascript:y) **b** \x1b[31m\u202e" onclick="x" \n# head\n- item'


def test_hostile_words_do_nothing_in_markdown_or_html():
    bad = event("e-1", f"{HOSTILE} visited", "visited", voice=HOSTILE, people=(HOSTILE,), place=HOSTILE)
    facts = source(
        title=HOSTILE, outlet=HOSTILE, carrier=HOSTILE, author=HOSTILE, reason=HOSTILE, url="javascript:alert(1)"
    )
    said = Assessment("a-1", "d-1", HOSTILE, (0, 5), ("PAK", "RUS"), "good", "", HOSTILE)
    brief = compose_brief(material([bad], [said], sources=[facts]))
    markdown = render_markdown(brief)
    assert not re.search(r"(?<!\\)<", markdown) and not re.search(r"(?<!\\)\]\(", markdown)
    assert "\n# head" not in markdown and "\n- item" not in markdown
    text = render_html(brief)
    for shown in (markdown, text):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    tree = lxml_html.fromstring(text)
    assert tree.xpath("//script | //@onclick | //@onload | //img | //iframe | //object | //link") == []
    assert all(href.startswith("#r") for href in tree.xpath("//a/@href"))


def test_the_page_is_self_contained_and_its_policy_fits_its_style():
    import base64
    import hashlib

    text = render_html(compose_brief(material([event("e-1")], sources=[source(url="https://example.org/a")])))
    tree = lxml_html.fromstring(text)
    (policy,) = tree.xpath("//meta[@http-equiv]/@content")
    digest = base64.b64encode(hashlib.sha256(tree.xpath("//style/text()")[0].encode()).digest()).decode()
    assert policy.startswith("default-src 'none'") and f"'sha256-{digest}'" in policy
    assert tree.xpath("//a[@href='https://example.org/a']/@rel") == ["noreferrer noopener"]
    for href in tree.xpath("//span[@class='refs']/a/@href"):
        assert tree.xpath(f"//li[@id='{href[1:]}']/blockquote")
    assert tree.xpath("//mark/text()") == ["visited"]


@pytest.mark.parametrize(
    "url", ["javascript:x", "data:text/html,x", "//evil", "file:///etc/passwd", "http://[", "", "JAVASCRIPT:x"]
)
def test_only_web_addresses_become_links(url):
    assert safe_link(url) == ""


def test_readers_comments_are_left_out_and_counted(dossier):
    with Dossier(dossier) as opened:
        found = gather_material(opened, ("PAK", "RUS"), names=str)
    assert found.comments == 1 and all(item.voice != "comment" for item in found.events)
    assert "readers' comments" in render_markdown(compose_brief(found)).replace("’", "'")


@pytest.mark.parametrize(
    ("since", "until", "count"), [("", "", 6), ("2012-10-06", "", 3), ("", "2012-10-05", 3), ("2013", "", 0)]
)
def test_a_period_keeps_what_happened_in_it_and_undated_records_of_its_texts(dossier, since, until, count):
    with Dossier(dossier) as opened:
        assert len(gather_material(opened, ("PAK", "RUS"), names=str, period=(since, until)).events) == count


def test_the_cut_leaves_out_what_is_less_certain_and_counts_it(doubtful):
    with Dossier(doubtful) as opened:
        sure = gather_material(opened, ("PAK", "RUS"), names=str)
        every = gather_material(opened, ("PAK", "RUS"), names=str, cut=0.0)
        few = gather_material(opened, ("PAK", "RUS"), names=str, cut=0.9)
    assert (len(sure.events), sure.hidden, len(every.events), every.hidden) == (3, 3, 6, 0)
    assert (few.events, few.assessments, few.statements, few.sources) == ((), (), (), {}) and few.hidden == 8
    assert "3 less certain rows left out" in render_markdown(compose_brief(sure)).split("##")[0]


def test_the_hint_to_the_rows_behind_asks_for_the_same_cut():
    many = [event(f"e-{n}", f"Russia visited Pakistan {n}", date=f"2012-{n % 12 + 1:02}-01") for n in range(12)]
    assert "--pair PAK RUS\\)" in page(many) or "--pair PAK RUS)" in page(many)
    assert "--pair PAK RUS --all" in page(many, cut=0.0) and "--min-confidence 0.2" in page(many, cut=0.2)


@pytest.mark.parametrize("quote", ["", "information"])
def test_a_statement_of_one_word_or_none_is_not_gathered(dossier, quote):
    import sqlite3

    db = sqlite3.connect(dossier / "dossier.db")
    db.execute("UPDATE statements SET quote = ?", (quote,))
    db.commit()
    db.close()
    with Dossier(dossier) as opened:
        assert gather_material(opened, ("PAK", "RUS"), names=str).statements == ()


def test_one_sentence_is_quoted_once_and_two_acts_of_it_share_a_line():
    quote = "Putin visited Islamabad and signed a treaty, and praised it, he said"
    visit = event("e-1", quote, people=("Vladimir Putin",))
    acts = [visit, event("e-2", quote, "signed", type="SUPPORT", actors=("PAK", "RUS"), recipients=(), people=("Putin",)),
            event("e-3", quote, "praised", type="ACCUSE"), event("e-4", quote, "said", type="REQUEST", voice="Putin"),
            event("e-5", quote, "treaty", type="AGREE", status="planned")]  # fmt: skip
    text = page(acts).split("## Sources")[0]
    assert text.split("##", 1)[1].count("visited") == 1
    assert "Treaty or recognition between Pakistan and Russia (Putin); visit or talks: “" in text


def test_a_dispute_over_one_sentence_quotes_it_once_and_nobody_disputes_himself():
    quote = "One says Russia attacked Pakistan, the other that it did not"
    yes = event("e-1", quote, "attacked", type="ASSAULT", voice="one", people=("Ivan Petrov",))
    no = replace(yes, id="e-2", status="denied", voice="the other")
    text = part(page([yes, no]), "Claims, and who makes them")
    assert text.count("One says") == 1 and "denied by the other" in text
    assert find_disputes(group_events([yes, replace(no, voice="one")])) == []


def test_a_meeting_told_with_its_month_in_the_same_text_is_no_second_meeting():
    told = [
        event("e-1", "They met on Sunday", "met", people=("Kishida",)),
        event("e-2", "The talks lasted", "talks", date="2012-10"),
    ]
    assert len(group_events(told)) == 1
    assert len(group_events([told[0], replace(told[1], document="d-2")])) == 2
    assert len(group_events([told[0], replace(told[1], people=("Motegi",))])) == 2


def test_a_visit_put_off_without_a_date_is_joined_with_its_plan_and_the_visit_that_made_up_for_it():
    sources = [
        source("d-1", published="2023-01-19"),
        source("d-2", published="2023-02-03"),
        source("d-3", published="2023-06-20"),
    ]
    told = [
        event("e-1", "He will visit in February", "visit", status="planned", date="2023-02-05/2023-02-06", mode="visit"),
        event("e-2", "He put off a visit", "visit", status="postponed", date="", mode="visit", document="d-2", people=("Antony Blinken",)),
        event("e-3", "They met in Munich", "met", date="2023-02-18", document="d-3", people=("Antony Blinken", "Wang Yi")),
        event("e-4", "He arrived in June", "arrived", date="2023-06-18", mode="visit", document="d-3", people=("Antony Blinken",)),
    ]  # fmt: skip
    text = page(told, sources=sources)
    line = part(text, "Plans and what became of them")
    assert line.count("- **") == 1 and "**postponed**" in line and "**happened (18 June 2023)**" in line
    assert "planned for 5-6 February 2023, postponed, then happened (18 June 2023)" in text.split("##")[0]
    late = [replace(told[1], document="d-3"), told[0]]
    assert len(link_plans(group_events(late), lambda e: {"d-1": "2023-01-19", "d-3": "2023-06-20"}[e.document])) == 2


def test_a_plan_that_a_text_says_came_to_nothing_is_no_news():
    told = [
        event("e-1", "He will visit", "visit", status="planned"),
        event("e-2", "The visit never took place", "visit", status="denied"),
    ]
    text = page(told)
    assert part(text, "What happened") == ""
    assert "**did not happen (4 October 2012)**" in part(text, "Plans and what became of them")


def weight(**fields):
    (group,) = group_events([event("e-1", **fields)])
    return group.weight


@pytest.mark.parametrize(
    ("heavier", "lighter"),
    [
        ({"mode": "visit"}, {"type": "REQUEST"}), ({"type": "SANCTION"}, {"type": "ACCUSE"}),
        ({"type": "AGREE", "actors": ("RUS", "PAK"), "recipients": ()}, {"type": "AGREE"}),
        ({"confidence": 0.7}, {"confidence": 0.5}), ({}, {"status": "possible"}), ({}, {"voice": "officials"}),
        ({"mode": "visit", "confidence": 0.7}, {"type": "ASSAULT", "confidence": 0.45}), ({}, {"date": "2012"}),
    ],
)  # fmt: skip
def test_deeds_weigh_more_than_words_and_what_is_sure_more_than_what_is_not(heavier, lighter):
    assert weight(**heavier) > weight(**lighter)


def test_copies_of_one_sentence_count_as_one_telling():
    words = "Russia visited Pakistan on Thursday to talk"
    copies = [event("e-1", words), event("e-2", words, document="d-2")]
    (group,) = group_events(copies)
    (told,) = group_events([copies[0], event("e-3", "Lavrov has visited his neighbours again", document="d-2")])
    assert (group.tellings, told.tellings) == (1, 2) and told.weight > group.weight


def test_the_first_paragraph_names_nothing_that_is_more_likely_wrong():
    text = page([event("e-1", "Russia attacked Pakistan", "attacked", type="ASSAULT", confidence=0.45)])
    assert "Weightiest" not in text and "attack" in part(text, "What happened")


def test_an_act_without_a_doer_is_not_between_the_two():
    text = page([event("e-1", actors=(), recipients=("PAK", "RUS"), type="ASSAULT"), event("e-2", "They visited it")])
    assert "by whom is not said" not in text


def test_a_visit_dated_since_a_year_is_told_by_the_day_of_its_text():
    assert "**Told 5 October 2012:** Talks" in page([event("e-1", date="2011/..")]).replace("Visit or talks", "Talks")


def test_reported_speech_is_shown_with_its_sentence_and_quotation_marks_come_first():
    from dragoman.present.brief.material import Passage

    said = [
        Statement(f"s-{n}", "d-1", f"they will work on it together {n}", (n, n + 9), "Ann", "PAK", "official")
        for n in range(4)
    ]
    said[0] = replace(said[0], mode="direct", quote="we want nothing but peace with them")
    sentences = {f"s-{n}": Passage(f"Ann said they will work on it together {n}.", 9) for n in range(4)}
    text = part(page([event("e-1")], [], said, passages=sentences), "What their officials say")
    assert "“we want nothing but peace with them”" in text and "“Ann said they will work on it together 2.”" in text
    assert text.count("- **") == 3


def test_two_acts_of_one_sentence_in_opposite_directions_are_both_told_in_full():
    quote = "Putin visited Islamabad and was accused there"
    acts = [event("e-1", quote), event("e-2", quote, "accused", type="ACCUSE", actors=("PAK",), recipients=("RUS",))]
    assert "; accusation or criticism by Pakistan against Russia: “" in page(acts)
