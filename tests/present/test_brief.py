import re
from dataclasses import replace

import pytest
from lxml import html as lxml_html

from dragoman.model.records import Assessment, Event, Statement
from dragoman.model.relation import Relation
from dragoman.model.resolution import Contradiction, SourceDocument
from dragoman.present.brief.compose import compose_brief
from dragoman.present.brief.gather import gather_material
from dragoman.present.brief.grouping import group_events
from dragoman.present.brief.html import render_html, safe_link
from dragoman.present.brief.markdown import render_markdown
from dragoman.present.brief.material import Material, SourceFacts, find_last_day
from dragoman.present.brief.plans import is_open, is_over, is_plan, make_plan
from dragoman.present.brief.quoting import clip, quote_runs
from dragoman.record.dossier import Dossier
from dragoman.resolve.threads import make_thread, tell

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
    fields.setdefault("threads", threads_of(events, known))
    return Material(("PAK", "RUS"), lambda code: NAMES(code) or code, tuple(events), tuple(assessments), tuple(statements),
                    known, documents=9, program="Dragoman", **fields)  # fmt: skip


def threads_of(events, sources=None):
    """The threads that the events name, made as the program makes them."""
    found = {}
    for id in {event.thread for event in events} - {""}:
        told = [tell(event, page_of(event, sources or {})) for event in events if event.thread == id]
        found[id] = replace(make_thread(told), id=id)
    return found


def page_of(event, sources):
    facts = sources.get(event.document) or source(event.document)
    return SourceDocument(event.document, facts.title, facts.published, facts.outlet, (), facts.author)


def grouped(*events):
    return group_events(events, threads_of(events))


def page(*args, **fields):
    return render_markdown(compose_brief(material(*args, **fields)))


def part(text, heading):
    found = re.search(rf"## {re.escape(heading)}\n(.*?)(?=\n## |\n---)", text, re.DOTALL)
    return found.group(1) if found else ""


def test_the_same_event_told_twice_is_one_line_with_both_references():
    events = [
        event("e-1", thread="t-1"),
        event("e-2", "Lavrov is visiting Pakistan", "visiting", document="d-2", date="2012-10-01/2012-10-07", thread="t-1"),
    ]  # fmt: skip
    text = part(page(events, sources=[source(), source("d-2")]), "What happened")
    assert text.count("- ") == 1 and "told by 2 independent sources [1, 2]" in text


def test_the_records_of_a_thread_are_one_group_an_outcome_and_an_event_without_a_thread_stands_alone():
    events = [event("e-1", thread="t-1"), event("e-2", thread="t-1"), event("e-3", thread="t-1", status="planned"), event("e-4")]
    groups = grouped(*events)
    assert [[item.id for item in group.events] for group in groups] == [["e-1", "e-2"], ["e-3"], ["e-4"]]
    assert [group.thread.id for group in groups] == ["t-1", "t-1", "e-4"]


def test_people_are_named_once_in_the_fullest_spelling_and_of_those_the_most_frequent():
    names = ["Sergei Lavrov", "Sergey Viktorovich Lavrov", "Vladmir Putin", "Vladimir Putin", "Vladimir Putin"]
    (group,) = grouped(*(event(f"e-{n}", people=(name,), thread="t-1") for n, name in enumerate(names)))
    assert group.people == ("Sergey Viktorovich Lavrov", "Vladimir Putin")


def test_the_author_s_word_comes_before_a_claim():
    (group,) = grouped(event("e-1", voice="officials", thread="t-1"), event("e-2", thread="t-1"))
    assert group.best.id == "e-2" and not group.is_claim


def test_a_group_has_the_thread_s_date_where_its_best_record_is_vague():
    (group,) = grouped(
        event("e-1", date="2012", thread="t-1"), event("e-2", date="2012-10-04", background=True, thread="t-1")
    )
    assert (group.best.id, group.date) == ("e-1", "2012-10-04")


def test_more_independent_sources_weigh_more_and_more_texts_of_one_source_do_not():
    (group,) = grouped(event("e-1", thread="t-1"), event("e-2", document="d-2", thread="t-1"))
    copied = replace(group, thread=replace(group.thread, sources=1))
    assert group.weight > copied.weight and (group.sources, copied.sources) == (2, 1)


LIFE = [
    event("e-1", "He will visit in September", "visit", status="planned", date="2012-09", voice="a spokesman", thread="t-1"),
    event("e-2", "It is expected", "expected", status="planned", date="", thread="t-1"),
    event("e-3", "The visit was put off", "visit", status="postponed", date="", thread="t-1", document="d-2"),
    event("e-4", "The visit was called off, citing a cold", "visit", status="cancelled", date="2012-10-02", thread="t-1", document="d-3"),
    event("e-5", "The visit did not take place", "visit", status="denied", date="2012-10-02", thread="t-1", document="d-3"),
]  # fmt: skip
TOLD = [source("d-1", published="2012-08-01"), source("d-2", published="2012-08-20", outlet="The Mail"),
        source("d-3", published="2012-10-05", outlet="", author="Bob Byline")]  # fmt: skip


def test_a_plan_is_one_line_with_its_life_each_step_with_its_voice_its_text_and_its_day():
    text = page(LIFE, sources=TOLD)
    line = part(text, "Plans and what became of them")
    assert line.count("- **") == 1 and part(text, "What happened") == ""
    life = (
        "**cancelled** (the latest word, by Bob Byline; dissent: postponed, says The Mail): planned, says a spokesman, for September 2012 "
        "(The Gazette, 1 August 2012) → postponed (The Mail, 20 August 2012) → cancelled (Bob Byline, 5 October 2012). "
        "“The **visit** was called off, citing a cold”"
    )
    assert life in line
    said = "planned for 2 October 2012, cancelled (the latest word, by Bob Byline), though postponed, says The Mail."
    assert said in text.split("##")[0]


def test_a_plan_s_standing_names_how_many_independent_sources_have_it_so():
    again = replace(LIFE[3], id="e-8", document="d-2", date="")
    line = part(page([*LIFE[:2], LIFE[3], again], sources=TOLD), "Plans and what became of them")
    assert "**cancelled** (the latest word, by Bob Byline; so say 2 independent sources): " in line


def test_a_plan_given_another_day_by_the_same_text_is_two_steps():
    moved = event("e-9", "It will be in May", "will", status="planned", date="2013-05", thread="t-1")
    line = part(page([LIFE[0], moved]), "Plans and what became of them")
    assert "planned for May 2013 (The Gazette, 5 October 2012) → planned, says a spokesman, for September 2012" in line
    assert "no text says" not in line


def test_a_long_life_is_told_by_its_first_and_last_steps():
    days = [f"2012-{month:02}-01" for month in range(1, 13)]
    told = [event(f"e-{n:02}", f"It will be on {day}", "will", status="planned", date=day, document=f"d-{n}", thread="t-1")
            for n, day in enumerate(days)]  # fmt: skip
    sources = [source(f"d-{n}", published=f"2011-{n + 1:02}-01") for n in range(12)]
    line = part(page(told, sources=sources), "Plans and what became of them")
    assert line.count("planned for") == 7 and "for 1 March 2012 (The Gazette, 1 March 2011) → … → planned" in line


def test_what_was_put_off_and_then_held_is_news_and_its_delay_is_told_under_plans():
    held = event("e-9", "He came in June", "came", date="2013-06-18", thread="t-1", document="d-4", confidence=0.9)
    text = page([LIFE[0], LIFE[2], held], sources=[*TOLD, source("d-4", published="2013-06-20")])
    assert "He **came** in June" in part(text, "What happened")
    assert "postponed (The Mail, 20 August 2012) → happened (The Gazette, 20 June 2013)" in text
    assert "postponed, then happened (18 June 2013)" in text.split("##")[0]


def test_what_happened_as_planned_is_told_once():
    text = page([LIFE[0], event("e-9", "He came", "came", thread="t-1", document="d-3")], sources=TOLD)
    assert "He **came**" in part(text, "What happened") and "## Plans" not in text


def test_a_plan_that_a_text_says_came_to_nothing_is_no_news():
    told = [LIFE[0], replace(LIFE[4], date="2012-09")]
    text = page(told, sources=TOLD)
    assert part(text, "What happened") == ""
    assert "→ did not happen (Bob Byline, 5 October 2012)" in part(text, "Plans and what became of them")
    assert not is_plan(grouped(event("e-1", status="denied")))


def test_a_plan_that_the_dossier_holds_for_lapsed_says_so():
    told = [event("e-1", status="planned", date="2012-10-01", thread="t-1")]
    threads = {"t-1": replace(threads_of(told)["t-1"], standing="lapsed")}
    line = part(page(told, threads=threads), "Plans and what became of them")
    assert "**lapsed** (no text says what became of it): planned for 1 October 2012 (The Gazette" in line


def test_a_plan_whose_end_is_out_of_view_names_its_standing():
    told = [event("e-1", status="planned", date="2013-10-01", thread="t-1")]
    threads = {"t-1": replace(threads_of(told)["t-1"], standing="cancelled", reason="the latest word, by The Mail")}
    assert "**cancelled** (the latest word, by The Mail): planned for 1 October 2013" in page(told, threads=threads)


YES = event("e-1", "Russia attacked Pakistan", "attacked", type="ASSAULT", voice="a spokesman", thread="t-1")
NO = event("e-2", "Russia did not attack Pakistan", "attack", type="ASSAULT", status="denied", voice="the minister",
           thread="t-1")  # fmt: skip


def test_assertion_and_denial_stand_in_one_line_with_their_voices():
    text = page([YES, NO])
    line = part(text, "Claims, and who makes them")
    assert "happened, says a spokesman" in line and "denied by the minister" in line and line.count("- **") == 1
    assert "Disputed: attack by Russia on Pakistan (4 October 2012), happened, says a spokesman; denied by the minister." in (
        text.split("##")[0]
    )
    assert part(text, "What happened") == ""


def test_a_dispute_over_one_sentence_quotes_it_once():
    quote = "One says Russia attacked Pakistan, the other that it did not"
    yes = event("e-1", quote, "attacked", type="ASSAULT", voice="one", thread="t-1")
    text = part(page([yes, replace(yes, id="e-2", status="denied", voice="the other")]), "Claims, and who makes them")
    assert text.count("One says") == 1 and "denied by the other" in text


def test_who_says_otherwise_is_named_with_his_words():
    told = [event(f"e-{n}", document=f"d-{n}", thread="t-1") for n in (1, 2)]
    other = event("e-3", "Russia called the trip off", "trip", status="cancelled", document="d-3", thread="t-1", date="")
    text = page([*told, other], sources=[source("d-1"), source("d-2"), source("d-3", outlet="The Mail")])
    line = part(text, "What happened")
    assert "— told by 2 independent sources; dissent: cancelled, says The Mail: “Russia called the **trip** off” [1, 2, 3]" in line


def test_what_two_sources_without_an_interest_say_is_news_with_their_voices():
    claims = [event("e-1", voice="Kenya", thread="t-1"), event("e-2", voice="Ghana", thread="t-1", document="d-2")]
    threads = {"t-1": replace(threads_of(claims)["t-1"], standing="happened", reason="two say so")}
    text = part(page(claims, sources=[source(), source("d-2")], threads=threads), "What happened")
    assert "happened, says Kenya and Ghana (two say so): “" in text


def clash(records, values, **fields):
    known = {"id": "c-1", "clash": "date", "thread": "t-1", "reason": "it was on one day", "source": ""}
    return Contradiction(records=records, values=values, **{**known, **fields})


def test_contradictions_stand_side_by_side_with_their_texts_and_references():
    told = [event("e-1", thread="t-1"), event("e-2", "He visited on Friday", "visited", document="d-2", thread="t-1")]
    one = clash(("e-1", "e-2"), ("4 October", "5 October"))
    text = page(told, sources=[source(), source("d-2", outlet="The Mail")], contradictions=(one,),
                clashing={item.id: item for item in told})  # fmt: skip
    line = part(text, "Where sources contradict each other")
    assert (
        "- **When:** 4 October (The Gazette, 5 October 2012): “Russia **visited** Pakistan” — against 5 October "
        "(The Mail, 5 October 2012): “He **visited** on Friday” — it was on one day. [1, 2]"
    ) in line
    assert "1 contradiction is told below" in text.split("##")[0]
    assert "contradict" not in page(told, sources=[source(), source("d-2")])


def test_a_record_against_a_known_fact_names_the_fact_and_its_source():
    told = event("e-1")
    one = clash(("e-1",), ("he held it", "she held it"), clash="office", thread="", source="the list of holders")
    line = part(page([told], contradictions=(one,), clashing={"e-1": told}), "Where sources contradict each other")
    assert "against she held it, a known fact from the list of holders" in line


def test_a_copy_is_marked_and_the_coverage_counts_independent_sources():
    sources = [source("d-1", copied="likely the original of 1 other text"), source("d-2", copy="copy of “Title d-1”")]
    told = [event("e-1", thread="t-1"), event("e-2", document="d-2", thread="t-1")]
    made = material(told, sources=sources, independent=(("d-1", "d-2"),))
    text = render_markdown(compose_brief(made))
    assert "2 of the dossier's 9 documents tell of the pair, from 1 independent source," in text
    assert "1 is a copy of another text" in text.split("##")[0]
    assert "2 records; **copy of “Title d-1”**" in text.replace("1 record;", "2 records;")
    assert "<b>copy of “Title d-1”</b>" in render_html(compose_brief(made))


def test_threads_contradictions_and_copies_are_gathered_from_the_dossier(dossier):
    with Dossier(dossier) as opened:
        found = gather_material(opened, ("PAK", "RUS"), names=str)
        whole = {thread.id for thread in opened.threads()}
    assert {item.thread for item in found.events} == set(found.threads) <= whole
    assert sorted(id for group in found.independent for id in group) == sorted(one.id for one in found.tellers)
    assert set(found.clashing) == {id for one in found.contradictions for id in one.records}


@pytest.mark.parametrize(
    ("date", "due", "over"),
    [("2012-12", True, False), ("2011", False, True), ("", False, False), ("../2014", True, False), ("2001/..", False, False),
     ("2014/..", True, False)],
)  # fmt: skip
def test_what_is_due_and_what_is_over(date, due, over):
    plan = make_plan(grouped(event("e-1", status="planned", date=date)))
    assert (is_open(plan, "2012-10-05"), is_over(plan, "2012-10-05")) == (due, over)


def test_a_plan_whose_day_has_passed_says_that_nothing_is_told_of_it():
    assert "no text says what became of it" in page([event("e-1", status="planned", date="2012-10-01")])
    assert "no text says" not in page([event("e-1", status="planned", date="2013-10-01")])


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
    assert text.split("\n\n")[2].startswith("Pakistan and Russia: of 3 assessments from 1 independent source, 3 speak of improvement;")
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
    assert "more events: dragoman threads --pair PAK RUS" in render_markdown(brief)
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


def test_readers_comments_stand_apart_unnamed_and_count_nowhere(dossier):
    with Dossier(dossier) as opened:
        found = gather_material(opened, ("PAK", "RUS"), names=str)
    (reader,) = found.readers
    assert all(item.voice != "comment" for item in found.events)
    text = render_markdown(compose_brief(found)).replace("’", "'")
    before, _, after = text.partition("## What readers wrote in comments")
    assert "a reader's comment: “" in after and reader.quote not in before
    assert "1 record from readers' comments stand apart and count nowhere" in text
    assert "a reader's comment under " in after.partition("## References")[2]
    own = {id: source for id, source in found.sources.items() if id not in found.aside}
    without = compose_brief(replace(found, readers=(), aside=frozenset(), sources=own))
    assert compose_brief(found).opening == without.opening


@pytest.mark.parametrize(
    ("since", "until", "count"), [("", "", 6), ("2012-10-06", "", 3), ("", "2012-10-05", 3), ("2013", "", 0)]
)
def test_a_period_keeps_what_happened_in_it_and_undated_records_of_its_texts(dossier, since, until, count):
    with Dossier(dossier) as opened:
        assert len(gather_material(opened, ("PAK", "RUS"), names=str, period=(since, until)).events) == count


def test_the_figure_is_of_the_day_of_the_last_text_cited(dossier, monkeypatch):
    asked = []
    empty = Relation(("PAK", "RUS"), "month", "plover")
    monkeypatch.setattr("dragoman.present.brief.gather.relation_of", lambda *given: asked.append(given[-1]) or empty)
    with Dossier(dossier) as opened:
        found = gather_material(opened, ("PAK", "RUS"), names=str)
    assert asked[0].until == find_last_day(facts.published for facts in found.sources.values())


def test_an_act_dated_by_its_text_alone_counts_by_the_day_of_its_text(dossier):
    import sqlite3

    db = sqlite3.connect(dossier / "dossier.db")
    db.execute("UPDATE events SET date = '../2012-10'")
    db.commit()
    db.close()
    with Dossier(dossier) as opened:
        assert gather_material(opened, ("PAK", "RUS"), names=str, period=("2001", "2005")).events == ()
        assert gather_material(opened, ("PAK", "RUS"), names=str, period=("2012-10", "2012-10")).events


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


def weight(**fields):
    (group,) = grouped(event("e-1", **fields))
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
