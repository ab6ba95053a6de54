"""Composes the brief: material in, the finished page as data out. Pure; the same material gives the same brief."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from dragoman.model.records import Assessment, Statement
from dragoman.present.brief.clashes import clash_line
from dragoman.present.brief.grouping import Group
from dragoman.present.brief.level import level_section
from dragoman.present.brief.lines import LineMaker, capital
from dragoman.present.brief.material import Material
from dragoman.present.brief.numbering import Numbering
from dragoman.present.brief.opening import compose_opening
from dragoman.present.brief.page import Brief, Line, Section
from dragoman.present.brief.plans import is_over
from dragoman.present.brief.sorting import Sorted, same_words, sort_material, weigh, weigh_plan
from dragoman.present.brief.sources import list_sources
from dragoman.present.cut import spell_cut
from dragoman.present.wording import count_words
from dragoman.text.edtf import sort_key, spell

MOST_NEWS, MOST_PLANS, MOST_CLAIMS, MOST_CLASHES, MOST_ASSESSMENTS, MOST_STATEMENTS, MOST_HISTORY = 10, 6, 4, 4, 5, 3, 3
"""Lines of each section: 35 lines of some 30 words are two printed pages."""

MOST_READERS = 3
"""Lines of what readers wrote."""
MOST_DISPUTES = 3
"""Of the lines of claims."""
MOST_ACTS = 2
"""Acts of one sentence that share a line."""
MOST_SHORT = 5
"""Words: a statement of no more than these tells nothing out of its sentence."""

MOST_TERSE = 1
"""Words: an assessment of no more than this ("dispute") is shown only if there is no other."""

Item = TypeVar("Item")


def compose_brief(material: Material) -> Brief:
    """The whole page; sections with nothing to say are left out."""
    content = sort_material(material)
    numbering = Numbering(material)
    make = LineMaker(material, numbering)
    opening = compose_opening(content, make)
    sections = tuple(section for section in _sections(content, make) if section.lines)
    sources = list_sources(material, {reference.document for reference in numbering.references()})
    return Brief(
        title=capital(" and ".join(material.names(code) for code in material.pair)),
        subtitle=_subtitle(material),
        opening=opening,
        sections=sections,
        sources=sources,
        references=numbering.references(),
        colophon=_colophon(material),
        more_sources=_more(len(material.sources) - len(sources), "text", "documents", make),
    )


def _sections(content: Sorted, make: LineMaker) -> Iterable[Section]:
    """The sections from top to bottom; `shown` are the sentences that one of them quotes, so that none comes twice."""
    shown: set[str] = set()
    yield _news(content, make, shown)
    yield _plans(content, make, shown)
    yield _claims(content, make, shown)
    yield _clashes(make)
    yield level_section(make.material.relation, make)
    yield _assessments(content.assessments, make)
    yield _statements(make, shown)
    yield _history(content, make, shown)
    yield _readers(make)


def _news(content: Sorted, make: LineMaker, shown: set[str]) -> Section:
    """The weightiest events; two acts that one sentence tells are one line."""
    bundles: dict[str, list[Group]] = {}
    for group in sorted(content.news, key=lambda group: weigh(group, make.material), reverse=True):
        words = make.words(group)
        if words in bundles and group.is_claim:
            continue
        if len(bundles.get(words, ())) < MOST_ACTS and (words in bundles or len(bundles) < MOST_NEWS):
            bundles.setdefault(words, []).append(group)
    shown.update(bundles)
    lines = [
        make.event_line(*groups) for groups in sorted(bundles.values(), key=lambda groups: make.by_date(groups[0]))
    ]
    more = len(content.news) - sum(map(len, bundles.values()))
    return Section("news", "What happened", tuple(lines), _more(more, "event", "threads", make))


def _plans(content: Sorted, make: LineMaker, shown: set[str]) -> Section:
    """The weightiest plans; of several in one sentence the weightiest, and words shown above are only referred to."""
    as_of = make.material.as_of
    ranked = sorted(content.plans, key=lambda plan: weigh_plan(plan, make.material), reverse=True)
    chosen = _unseen(ranked, set(), lambda plan: make.words(plan.first))[:MOST_PLANS]
    lines = [
        make.plan_line(plan, due=not is_over(plan, as_of), shown=shown)
        for plan in sorted(chosen, key=lambda plan: sort_key(plan.date or make.material.told(plan.first.best)))
    ]
    shown.update(make.words(step) for plan in chosen for step in plan.groups)
    more = len(content.plans) - len(chosen)
    return Section("plans", "Plans and what became of them", tuple(lines), _more(more, "plan", "threads", make))


def _claims(content: Sorted, make: LineMaker, shown: set[str]) -> Section:
    disputes = [make.dispute_line(dispute) for dispute in content.disputes[:MOST_DISPUTES]]
    room = max(0, MOST_CLAIMS - len(disputes))
    chosen, _ = _choose(_unseen(content.claims, shown, make.words), room, lambda group: weigh(group, make.material))
    more = len(content.claims) - len(chosen) + len(content.disputes) - len(disputes)
    shown.update(map(make.words, chosen))
    lines = [*disputes, *(make.claim_line(group) for group in sorted(chosen, key=make.by_date))]
    return Section("claims", "Claims, and who makes them", tuple(lines), _more(more, "claim", "threads", make))


def _clashes(make: LineMaker) -> Section:
    """What cannot both be true: between two texts before what only a table of facts contradicts."""
    found = sorted(make.material.contradictions, key=lambda one: len(one.records) == 1)
    lines = tuple(clash_line(one, make) for one in found[:MOST_CLASHES])
    more = _more(len(found) - len(lines), "contradiction", "contradictions", make)
    return Section("contradictions", "Where sources contradict each other", lines, more)


def _assessments(items: Sequence[Assessment], make: LineMaker) -> Section:
    """The latest word of each voice, then its second latest, and so on; copies of one passage are one line."""
    telling = [item for item in items if item.level or item.trend] or items
    together = same_words([item for item in telling if len(item.quote.split()) > MOST_TERSE] or telling, make.material)
    latest = sorted(together, key=lambda shelf: (_told(shelf[0], make), sort_key(shelf[0].date)), reverse=True)
    kept = sorted(
        _in_turns(latest)[:MOST_ASSESSMENTS], key=lambda shelf: (sort_key(shelf[0].date), _told(shelf[0], make))
    )
    lines = [make.assessment_line(shelf) for shelf in kept]
    left = len(together) - len(kept)
    return Section(
        "relations", "How the two are said to get on", tuple(lines), _more(left, "assessment", "assessments", make)
    )


def _in_turns(shelves: Sequence[tuple[Assessment, ...]]) -> list[tuple[Assessment, ...]]:
    """One of each voice and direction in turn, so that a talkative text does not crowd out the others."""
    seen: dict[tuple[str, str, str, str], int] = {}
    turns = []
    for place, shelf in enumerate(shelves):
        item = shelf[0]
        key = item.document if item.voice == "author" else "", item.voice, item.level, item.trend
        seen[key] = seen.get(key, -1) + 1
        turns.append((seen[key], place, shelf))
    return [shelf for _, _, shelf in sorted(turns, key=lambda turn: turn[:2])]


def _statements(make: LineMaker, shown: set[str]) -> Section:
    """The latest ones that are more than a few words and not quoted above; what stands in quotation marks first."""
    longer = _joint([item for item in make.material.statements if len(item.quote.split()) > MOST_SHORT])
    fresh = _unseen(longer, shown, lambda joint: make.statement_words(joint[0]))
    latest = sorted(fresh, key=lambda joint: _said(joint[0], make), reverse=True)
    chosen = sorted(latest, key=lambda joint: joint[0].mode != "direct")[:MOST_STATEMENTS]
    lines = [make.statement_line(joint) for joint in sorted(chosen, key=lambda joint: _said(joint[0], make))]
    shown.update(make.statement_words(joint[0]) for joint in chosen)
    left = len(longer) - len(lines)
    return Section("words", "What their officials say", tuple(lines), _more(left, "statement", "statements", make))


def _joint(items: Sequence[Statement]) -> list[tuple[Statement, ...]]:
    """Statements of the same words, one for each speaker, put together."""
    shelves: dict[tuple[str, tuple[int, int]], list[Statement]] = {}
    for item in items:
        shelves.setdefault((item.document, item.span), []).append(item)
    return [tuple(shelf) for shelf in shelves.values()]


def _said(item: Statement, make: LineMaker) -> tuple[str, str]:
    return sort_key(item.date) if item.date else "", _told(item, make)


def _unseen(items: Sequence[Item], shown: set[str], words: Callable[[Item], str]) -> list[Item]:
    """Those whose words are not shown yet; of several with the same words the first."""
    fresh: dict[str, Item] = {}
    for item in items:
        if words(item) not in shown:
            fresh.setdefault(words(item), item)
    return list(fresh.values())


def _history(content: Sorted, make: LineMaker, shown: set[str]) -> Section:
    fresh = _unseen(content.history, shown, make.words)
    chosen, _ = _choose(fresh, MOST_HISTORY, lambda group: weigh(group, make.material))
    more = len(content.history) - len(chosen)
    lines = [_past_line(group, make) for group in sorted(chosen, key=make.by_date)]
    former = same_words(content.former, make.material)
    room = max(0, MOST_HISTORY - len(lines)) if lines else MOST_HISTORY
    lines += [make.assessment_line(shelf) for shelf in former[:room]]
    left = more + max(0, len(former) - room)
    return Section("background", "Background", tuple(lines), _more(left, "record", "events", make))


def _past_line(group: Group, make: LineMaker) -> Line:
    told = group.best.status == "happened" and not group.is_claim
    return make.event_line(group) if told else make.claim_line(group)


def _readers(make: LineMaker) -> Section:
    """What readers of the texts wrote, the latest first: nobody is named, and nothing above rests on it."""
    latest = sorted(make.material.readers, key=lambda item: (sort_key(make.material.told(item)), item.id), reverse=True)
    chosen = _unseen(latest, set(), lambda item: make.material.passage(item).text)[:MOST_READERS]
    lines = [make.reader_line(item) for item in chosen]
    left = _more(len(latest) - len(lines), "record", "events", make)
    return Section("readers", "What readers wrote in comments", tuple(lines), left)


def _choose(items: Sequence[Item], most: int, weight: Callable[[Item], float]) -> tuple[list[Item], int]:
    """The `most` weightiest items, and how many are left out."""
    ranked = sorted(items, key=weight, reverse=True)
    return ranked[:most], max(0, len(ranked) - most)


def _told(item: Assessment | Statement, make: LineMaker) -> str:
    return sort_key(make.material.told(item))


def _more(number: int, noun: str, command: str, make: LineMaker) -> str:
    if not number:
        return ""
    option = spell_cut(make.material.cut) if command != "documents" else ""
    return f"{count_words(number, f'more {noun}')}: dragoman {command} --pair {' '.join(make.material.pair)}{option}"


def _subtitle(material: Material) -> str:
    if material.since and material.until:
        return f"{spell(material.since)} to {spell(material.until)}"
    if material.since:
        return f"since {spell(material.since)}"
    as_of = material.as_of
    return f"as of {spell(as_of)}" if as_of else ""


def _colophon(material: Material) -> str:
    readers = count_words(len(material.readers), "record")
    comments = f" {readers} from readers' comments stand apart and count nowhere." if material.readers else ""
    return (
        f"{material.program}. Composed from fields and quotes of the record; numbers lead to the words of the texts. "
        f"A status without a name is the text's own; with a name it is what that source says. A line that names no "
        f"number of sources rests on one.{comments}"
    )
