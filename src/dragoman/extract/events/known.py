"""Events called by a name that every reader knows: "after 9/11", "the war in Iraq", "since the Falklands War".

In: a `Reading`, the drafts that its words give. Out: drafts for names that no entry of the lexicon covers, and the
sides of all acts so named, unless the words themselves name somebody else ("Norway's war in Iraq").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.extract.dates import find_date
from dragoman.extract.events.drafts import Draft
from dragoman.extract.events.matching import Match
from dragoman.extract.events.places import find_place
from dragoman.extract.events.roles import Roles
from dragoman.extract.grammar.participants import Side
from dragoman.extract.grammar.slots import slots_of
from dragoman.extract.reading import Reading
from dragoman.extract.status import judge_status
from dragoman.model.analysis import Analysis
from dragoman.vocab.gazetteer import fold_word
from dragoman.vocab.known_events import KnownEvent
from dragoman.vocab.predicate_types import Predicate

_WEIGHT = 0.8
_SURE = 0.85
"""How sure the sides are that a name stands for: a judgement, coded texts hold too few of them to sweep it."""
_NEAR = 2
"""How many sentences back the state may be named in which it happened."""
_KNOWN = ("known",)
_DOERS = ("poss", "by", "between", "mod", "against")


@dataclass(frozen=True, slots=True)
class Named:
    """A known event in a text: its first and last token (exclusive), and the one that stands for the act."""

    first: int
    last: int
    token: int
    event: KnownEvent


def find_named(reading: Reading, drafts: Sequence[Draft]) -> list[Named]:
    """The known events that a text names, in its order; names do not overlap."""
    an = reading.an
    folded = [fold_word(word) for word in an.word]
    triggers = {draft.token for draft in drafts}
    found: list[Named] = []
    at = 0
    while at < len(folded):
        hit = next(_holding(reading, folded, at), None) if folded[at] else None
        if hit is None:
            at += 1
            continue
        last, event = hit
        words = [token for token in range(at, last) if folded[token]]
        head = next((t for t in words if an.head[t] == t or not at <= an.head[t] < last), words[-1])
        token = next((t for t in words if t in triggers), head)
        found.append(Named(at, last, token, event))
        at = last
    return found


def _holding(reading: Reading, folded: Sequence[str], at: int) -> Iterator[tuple[int, KnownEvent]]:
    """Names at a word that mean a known event in a text of that day; a text without a date may mean any."""
    for last, event in reading.world.known_events.at(folded, at):
        in_time = not reading.doc.published or event.period.holds_on(reading.doc.published)
        if in_time and (not event.theatre or event.theatre & _named_near(reading, at)):
            yield last, event


def _named_near(reading: Reading, token: int) -> frozenset[str]:
    here = reading.an.sentence[token]
    near = (m for back in range(_NEAR + 1) for m in reading.by_sentence.get(here - back, ()))
    return frozenset(code for mention in near for code in mention.codes)


def add_named(reading: Reading, drafts: list[Draft], named: Sequence[Named]) -> list[Draft]:
    """The drafts with one for each name that no word of the lexicon covers, in text order."""
    triggers = {draft.token for draft in drafts}
    new = [_draft(reading, each) for each in named if each.token not in triggers]
    return sorted([*drafts, *new], key=lambda draft: draft.token)


def _draft(reading: Reading, named: Named) -> Draft:
    an, event, token = reading.an, named.event, named.token
    frame = reading.world.lexicon.frames["acts-on" if event.recipients else "mutual"]
    predicate = Predicate(
        an.lemma[token], "noun", (), event.type, "", frame.name, _WEIGHT, "one", "a known event", event.where
    )
    match = Match(predicate, frame, slots_of(an, token))
    judgement = judge_status(an, reading.world.status_cues, token, event.type)
    place = find_place(an, reading.who, token, match.slots, frame.name)
    return Draft(token, match, _roles(event), judgement, find_date(reading, token), place)


def settle_named(
    reading: Reading, plain: Sequence[Draft], drafts: Sequence[Draft], named: Sequence[Named]
) -> frozenset[int]:
    """Give the acts so named their known sides, and tell which: `plain` are the same drafts as grammar gives them."""
    by_token = {each.token: each for each in named}
    settled: set[int] = set()
    for bare, draft in zip(plain, drafts, strict=True):
        each = by_token.get(draft.token)
        if each is None or each.event.type != draft.type or _is_told(bare) or _names_others(reading, bare, each):
            continue
        settled.add(draft.token)
        draft.roles = replace(_roles(each.event), gave=draft.roles.gave)
        draft.history = _is_history(reading, each.event)
        if draft.history and not _is_any(reading.an, draft.token):
            draft.judgement.become("happened", "a known event of the past: {} -> {}")
        draft.sureness, draft.carried, draft.lent = _SURE, f"a known event ({each.event.where})", "weighed"
    return frozenset(settled)


def _is_any(an: Analysis, token: int) -> bool:
    """ "No blockade of Berlin", "another Falklands war": not the one that everybody knows."""
    return any(an.lemma[kid] in ("a", "an", "any", "no", "another", "new", "next") for kid in an.children[token])


def _is_told(draft: Draft) -> bool:
    """Whether the words themselves name both sides: then no name is needed."""
    roles = draft.roles
    return roles.gave != _KNOWN and bool(roles.actors.codes and roles.recipients.codes)


def _is_history(reading: Reading, event: KnownEvent) -> bool:
    """Whether the event began long before the text, and is not one that goes on from day to day, as strikes do."""
    return not event.theatre and reading.is_background(event.period.since)


def _names_others(reading: Reading, draft: Draft, named: Named) -> bool:
    """Whether the act's own phrase names a side that the known event does not have."""
    own = (token for slot in _DOERS for token in draft.match.slots.own.get(slot, ()))
    beside = (token for token in own if not named.first <= token < named.last)
    return any(not set(reading.who.side_of(token).codes) <= named.event.sides for token in beside)


def _roles(event: KnownEvent) -> Roles:
    return Roles(_side(event.actors), _side(event.recipients), _KNOWN, mutual=not event.recipients)


def _side(codes: tuple[str, ...]) -> Side:
    return Side(codes, ("UNK",) * len(codes), (), (), ("a known event",)) if codes else Side()
