"""The first six sentences: where the pair stands, what weighs most, what was called off, what is due, what is disputed,
how good the coverage is. Composed from counts, fields and quotes; nothing is concluded that no record says.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from dragoman.model.records import Assessment
from dragoman.present.brief.grouping import MEETING, Group, share_people
from dragoman.present.brief.lines import LineMaker, capital
from dragoman.present.brief.page import Line, Run
from dragoman.present.brief.plans import Dispute, Plan, find_dissent, is_open
from dragoman.present.brief.quoting import clip
from dragoman.present.brief.sorting import Sorted, same_words, weigh, weigh_plan
from dragoman.present.wording import count_words, join_words
from dragoman.text.edtf import bounds_of, sort_key, spell

FEW = 2
"""Assessments that are told one by one; more are counted."""
FIRM = 0.5
"""The confidence that an event needs to be named as the weightiest: right more often than not."""
SHORT = 110
"""Characters of a quote within the first paragraph."""
WEEK = 7
THIN = 3
"""Fewer documents than this are called thin coverage."""
_CONFLICT = {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
_OFF = ("postponed", "cancelled", "did not happen")
_TREND = {"improving": "improvement", "worsening": "decline", "steady": "no change"}


def compose_opening(content: Sorted, make: LineMaker) -> tuple[Line, ...]:
    """At most six sentences; one that has nothing to say is left out."""
    return tuple(
        line
        for line in (
            _standing(content, make),
            _weightiest(content, make),
            _called_off(content, make),
            _due(content, make),
            _disputed(content, make),
            _coverage(make),
        )
        if line
    )


def _standing(content: Sorted, make: LineMaker) -> Line | None:
    sides = capital(" and ".join(make.material.names(code) for code in make.material.pair))
    current = [shelf[0] for shelf in same_words(content.assessments, make.material)]
    if not current:
        return _balance(content, sides)
    by_time = sorted(current, key=lambda item: (_told(item, make), sort_key(item.date)))
    latest = by_time[-1]
    if len(current) <= FEW:
        said = "; ".join(f"{make.level(item)} ({make.when(item)}), says {make.voice(item)}" for item in by_time)
        return Line((Run(f"{sides}: {said}: "), *make.assessment_words(latest)), make.numbering.cite(by_time))
    number = make.material.count_sources({item.document for item in current})
    sources = count_words(number, "independent source")
    head = f"{sides}: of {count_words(len(current), 'assessment')} from {sources}, {_tally(current)}"
    tail = f"; the latest ({make.when(latest)}), by {make.voice(latest)}: "
    return Line((Run(head), Run(tail), *make.assessment_words(latest)), make.numbering.cite([latest]))


def _told(item: Assessment, make: LineMaker) -> str:
    published = make.material.told(item)
    return sort_key(published) if published else ""


def _tally(items: Sequence[Assessment]) -> str:
    trends = Counter(item.trend for item in items if item.trend in _TREND)
    levels = Counter(item.level for item in items if item.level)
    moves = _phrases([(n, _TREND[trend]) for trend, n in trends.most_common()], ("speaks of", "speak of", "of"))
    calls = _phrases([(n, level) for level, n in levels.most_common()], ("calls relations", "call relations", ""))
    return "; ".join(filter(None, (join_words(moves), join_words(calls)))) or "none says which way they go"


def _phrases(counts: Sequence[tuple[int, str]], verbs: tuple[str, str, str]) -> list[str]:
    """ "54 speak of improvement", "5 of decline": `verbs` are for a first one, a first many, and later."""
    first_one, first_many, later = verbs
    phrases = []
    for place, (number, word) in enumerate(counts):
        verb = later if place else first_one if number == 1 else first_many
        phrases.append(" ".join(filter(None, (str(number), verb, word))))
    return phrases


def _balance(content: Sorted, sides: str) -> Line | None:
    told = [group for group in content.news if group.outcome == "happened"]
    if not told:
        return None
    hostile = sum(group.best.type in _CONFLICT for group in told)
    shares = f"{len(told) - hostile} of cooperation and {hostile} of conflict"
    text = f"{sides}: no text says how the two get on; {count_words(len(told), 'event')} told as news, {shares}."
    return Line((Run(text),))


def _weightiest(content: Sorted, make: LineMaker) -> Line | None:
    happened = [group for group in content.news if group.outcome == "happened" and group.confidence >= FIRM]
    ranked = sorted(happened, key=lambda group: -weigh(group, make.material))
    if not ranked:
        return None
    other = next((group for group in ranked[1:] if _is_apart(group, ranked[0], make)), None)
    top = sorted([ranked[0], *([other] if other else [])], key=make.by_date)
    runs = [Run("In the news: " if make.material.since or make.material.until else "Weightiest in the news: ")]
    for place, group in enumerate(top):
        runs += [Run("; and " if place else ""), Run(make.act(group, dated=True)), *_told_as(group, make)]
    return Line((*runs, Run(".")), _refs(top, make))


def _is_apart(group: Group, other: Group, make: LineMaker) -> bool:
    """Whether two groups are worth two places: not of one sentence, nor of one type and the same people in one week."""
    here, there = bounds_of(group.date)[0], bounds_of(other.date)[0]
    near = here is not None and there is not None and abs((here - there).days) <= WEEK
    others = share_people(group.people, other.people) is False
    return make.words(group) != make.words(other) and (group.best.type != other.best.type or not near or others)


def _told_as(group: Group, make: LineMaker) -> tuple[Run, ...]:
    """The words of an act whose name says too little: all but a meeting of named people."""
    if group.best.type == MEETING and group.people:
        return ()
    return Run(": "), Run(f"“{clip(make.words(group), SHORT)}”", "quote")


def _called_off(content: Sorted, make: LineMaker) -> Line | None:
    off = [plan for plan in content.plans if plan.off and (plan.held or plan.thread.standing in _OFF)]
    ended = sorted(off, key=lambda plan: -weigh_plan(plan, make.material))[:2]
    if not ended:
        return None
    return Line(
        (Run(f"Put off or called off: {'; '.join(_fate(plan, make) for plan in ended)}."),),
        _refs([plan.fate for plan in ended], make),
    )


def _fate(plan: Plan, make: LineMaker) -> str:
    """A plan that was put off or called off, with for when it was planned, its standing, and who says otherwise."""
    fate = plan.off or plan.fate
    due = f", planned for {spell(plan.date)}" if plan.date else ""
    held = f", then {make.status(plan.held)} ({make.when(plan.held)})" if plan.held else ""
    status = make.status(fate) if plan.held else f"{plan.thread.standing} ({clip(plan.thread.reason, SHORT)})"
    dissent = [] if plan.held else find_dissent(plan)
    others = f", though {join_words([clip(phrase, SHORT) for phrase in dissent[:2]])}" if dissent else ""
    act = make.act(fate, dated=not plan.date, people=plan.people)
    return f"{act}{due}, {status}{held}{others}"


def _due(content: Sorted, make: LineMaker) -> Line | None:
    """The next dated plan, else the weightiest one that has no date; at the end of what period nothing is due."""
    as_of = make.material.as_of
    if not as_of:
        return None
    planned = [plan for plan in content.plans if plan.thread.standing == plan.first.best.status == "planned"]
    coming = [plan for plan in planned if is_open(plan, as_of)]
    if coming:
        plan = min(coming, key=lambda item: (sort_key(item.date), -weigh_plan(item, make.material)))
        text = f"Due next, as of {spell(as_of)}: {_planned(plan, make)}."
        return Line((Run(text),), _refs([plan.first], make))
    end = "when the period ends" if make.material.until else "when these texts end"
    text = f"No dated plan lies ahead of {spell(as_of)}, {end}"
    undated = [plan for plan in planned if not plan.date and not plan.held and plan.first.confidence >= FIRM]
    if not undated:
        return Line((Run(f"{text}."),))
    latest = max(sort_key(make.material.told(plan.first.best)) for plan in undated)
    last = [plan for plan in undated if sort_key(make.material.told(plan.first.best)) == latest]
    plan = max(last, key=lambda item: weigh_plan(item, make.material))
    return Line((Run(f"{text}; without a date: {_planned(plan, make)}."),), _refs([plan.first], make))


def _planned(plan: Plan, make: LineMaker) -> str:
    act = make.act(plan.first, people=plan.people)
    day = spell(plan.date) if plan.date else make.when(plan.first)
    return f"{act}, {day}, {make.status(plan.first)}"


def _disputed(content: Sorted, make: LineMaker) -> Line | None:
    """What is disputed, how many contradictions there are, and how much rests on somebody's word."""
    if not content.threads:
        return None
    clashes = len(make.material.contradictions)
    verb = "is" if clashes == 1 else "are"
    rest = f"; {count_words(clashes, 'contradiction')} {verb} told below" if clashes else ""
    if content.disputes:
        dispute: Dispute = content.disputes[0]
        sides = "; ".join(make.status(group) for group in dispute.groups)
        text = f"Disputed: {make.act(dispute.groups[0], dated=True)}, {sides}{rest}."
        return Line((Run(text),), _refs(dispute.groups, make))
    claims = len(content.claims)
    rest += f"; {claims} of {count_words(content.threads, 'event')} rest on somebody's word" if claims else ""
    return Line((Run(f"No dispute was found{rest}."),))


def _coverage(make: LineMaker) -> Line | None:
    material = make.material
    sources = material.tellers
    if not sources:
        return None
    independent = len(material.independent)
    named = f", from {count_words(independent, 'independent source')}" if independent else ""
    text = (
        f"Coverage: {len(sources)} of the dossier's {count_words(material.documents, 'document')} "
        f"{'tells' if len(sources) == 1 else 'tell'} of the pair{named}{_span(make)}"
    )
    doubts = list(_doubts(make))
    return Line((Run(text + (f"; {join_words(doubts)}" if doubts else "") + "."),))


def _span(make: LineMaker) -> str:
    dates = sorted((s.published for s in make.material.tellers if s.published), key=sort_key)
    if not dates:
        return ""
    first, last = spell(dates[0]), spell(dates[-1])
    return f", published {first}" if first == last else f", published between {first} and {last}"


def _doubts(make: LineMaker) -> Iterator[str]:
    sources = make.material.tellers
    nameless = sum(not source.outlet for source in sources)
    inferred = sum(source.basis == "inferred" for source in sources)
    undated = sum(not source.published for source in sources)
    copies = sum(bool(source.copy) for source in sources)
    if copies:
        yield f"{copies} {'is a copy' if copies == 1 else 'are copies'} of another text"
    if nameless:
        yield f"{nameless} {'names' if nameless == 1 else 'name'} no outlet"
    if inferred:
        yield f"{count_words(inferred, 'date')} of publication inferred"
    if undated:
        yield f"{undated} undated"
    if make.material.hidden:
        yield f"{count_words(make.material.hidden, 'less certain row')} left out"
    if len(sources) < THIN:
        yield "thin: read it as what these texts say, not as what happened"
    shares = Counter(event.document for event in make.material.events).most_common(1)
    if shares and len(sources) >= THIN and shares[0][1] * 2 > len(make.material.events):
        yield f"one text holds {round(100 * shares[0][1] / len(make.material.events))} % of the events"


def _refs(groups: Sequence[Group], make: LineMaker) -> tuple[int, ...]:
    return make.numbering.cite([event for group in groups for event in group.events[:2]])
