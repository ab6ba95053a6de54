"""Demands made in speech: "Moscow said Kyiv must pull back" asks Kyiv to act, though no verb of asking stands there.

In: a `Reading` whose statements are known, the drafts so far. Out: further drafts of type REQUEST, by the speaker's
state towards whoever "must", "should" or "needs to"; what another "should not" do is opposed: REJECT. A demand on the
speaker's own side is none.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from dragoman.extract.dates import find_date
from dragoman.extract.events.drafts import Draft
from dragoman.extract.events.matching import Match
from dragoman.extract.events.roles import Roles
from dragoman.extract.grammar.arguments import subjects
from dragoman.extract.grammar.participants import Side
from dragoman.extract.grammar.slots import slots_of
from dragoman.extract.grammar.tree import is_verbal
from dragoman.extract.reading import Reading
from dragoman.extract.status import Judgement
from dragoman.model.analysis import Analysis
from dragoman.model.records import Statement
from dragoman.vocab.predicate_types import Predicate
from dragoman.vocab.word_groups import word_group

_DUTY = word_group("duty")
_DUTY_VERBS = word_group("duty-verb")
_OMITS = word_group("omits")
DEMAND = Predicate(
    "must", "verb", (), "REQUEST", "", "requests", 0.6, "both", "said to be another's duty", "rule: demand in speech"
)
"""The entry that stands for all such demands."""
_OPPOSED = replace(DEMAND, type="REJECT", frame="tells")


def find_demands(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Demands that no draft tells yet, in text order; at most one for each statement."""
    asked = {reading.an.sentence[draft.token] for draft in drafts if draft.type == "REQUEST"}
    found: list[Draft] = []
    for statement in reading.statements:
        if statement.role != "official" or not statement.speaker_actor:
            continue
        demand = next(_demands_of(reading, statement), None)
        if demand is not None and reading.an.sentence[demand.token] not in asked:
            asked.add(reading.an.sentence[demand.token])
            found.append(demand)
    return found


def _demands_of(reading: Reading, statement: Statement) -> Iterator[Draft]:
    an = reading.an
    at = bisect_left(an.start, statement.span[0])
    while at < len(an.start) and an.start[at] < statement.span[1]:
        bound = _bound(an, at)
        draft = None if bound is None else _demand(reading, statement, at, bound)
        if draft is not None:
            yield draft
        at += 1


def _bound(an: Analysis, verb: int) -> int | None:
    """The verb whose subject must do `verb`: itself beside "must", the one above it in "needs to go"."""
    if not is_verbal(an, verb):
        return None
    helpers = {an.lemma[kid] for kid in an.children[verb] if an.dep[kid] == "aux"}
    if helpers & _DUTY:
        return None if "have" in helpers else verb  # "must have travelled" is a guess
    above = an.head[verb]
    return above if an.dep[verb] == "xcomp" and an.tag[verb] == "VB" and an.lemma[above] in _DUTY_VERBS else None


def _is_warned_off(an: Analysis, verb: int) -> bool:
    """Whether the act itself is opposed: "should not intervene", but not "should not give up"."""
    return any(an.dep[kid] == "neg" for kid in an.children[verb]) and an.lemma[verb] not in _OMITS


def _demand(reading: Reading, statement: Statement, verb: int, bound: int) -> Draft | None:
    who = reading.who
    asked = [who.side_of(subject) for subject in subjects(reading.an, bound) if who.mention_at(subject)]
    side = next((each for each in asked if each), Side())
    if not side.codes or statement.speaker_actor in side.codes:
        return None
    speaker = Side((statement.speaker_actor,), ("GOV",), (), (), (f"speaker {statement.speaker}",))
    opposed = bound == verb and _is_warned_off(reading.an, verb)
    predicate = _OPPOSED if opposed else DEMAND
    match = Match(predicate, reading.world.lexicon.frames[predicate.frame], slots_of(reading.an, verb))
    roles = Roles(speaker, side, ("speaker", "subj"))
    return Draft(verb, match, roles, Judgement(predicate.type or ""), find_date(reading, verb))
