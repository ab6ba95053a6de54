"""When an event took place or is to take place: the time expression that belongs to it.

In: the times of the sentence, the trigger, the tree. Out: an EDTF date with the rule that gave it. A time belongs to an
event if it hangs under the trigger, or under a verb above it that is no verb of saying; "said on Thursday that ..."
dates the saying, not what is said.
"""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from dragoman.extract.grammar.doing import clauses_of_course, clauses_of_doing
from dragoman.extract.grammar.tree import is_verbal
from dragoman.extract.time_owners import cleft_above, dates_the_last_one, owner_of_weekday
from dragoman.extract.times import Time, find_times
from dragoman.model.analysis import Analysis
from dragoman.model.document import Document
from dragoman.text.edtf import bounds_of
from dragoman.vocab.word_groups import word_group

if TYPE_CHECKING:
    from dragoman.extract.reading import Reading

_INNER = frozenset({"amod", "nummod", "compound", "poss", "nmod"})
_INNER_COST = 3
"""A time before another noun ("the 2008 attack") belongs to that noun rather than to the verb above."""
_SCHEDULED = word_group("scheduled")
_GOES = word_group("goes")
_MOVES = word_group("moves-date")
_EARLIER = word_group("earlier")
_TRIES = word_group("tries")
_STOPS = frozenset({"ccomp", "advcl", "parataxis", "conj", "relcl"})


@dataclass(frozen=True, slots=True)
class EventDate:
    """An EDTF date, "" without hold, and what gave it."""

    value: str = ""
    why: str = "no time in the sentence"
    above: bool = False

    def for_status(self, status: str, published: str) -> str:
        """The date as recorded: a past time above says when an act was planned or asked for, not its day."""
        if not self.above or status not in ("planned", "proposed", "possible") or not (self.value and published):
            return self.value
        last, first = bounds_of(self.value)[1], bounds_of(published)[0]
        return "" if last and first and last <= first else self.value


def times_by_sentence(doc: Document, an: Analysis) -> dict[int, list[Time]]:
    """The time expressions of each sentence, resolved against the publication date."""
    found: dict[int, list[Time]] = {}
    last = ""
    for number, sentence in enumerate(an.sentences):
        start, end = an.span(sentence.first, sentence.last)
        first = sentence.first
        anchor = _anchor(doc, start)
        times = find_times(doc.text, start, end, anchor, tense=partial(tense_at, an, first), last=last)
        if times:
            found[number] = times
            last = next((t.value for t in reversed(times) if t.value and t.kind == "date"), last)
    return found


def _anchor(doc: Document, offset: int) -> str:
    for comment in doc.comments:
        if comment.start <= offset < comment.end and comment.date:
            return comment.date
    return doc.published


def tense_at(an: Analysis, first: int, offset: int) -> str:
    """Tense of the clause that holds a character: "past", "future", "present" or ""."""
    token = first
    while token + 1 < len(an.start) and an.start[token + 1] <= offset:
        token += 1
    token = owner_of_weekday(an, token)
    new_term = token > first and an.lemma[token - 1] in ("until", "till", "to")
    for _ in range(12):
        if is_verbal(an, token) and not (an.dep[token] == "xcomp" and an.lemma[an.head[token]] in _TRIES):
            tense = "future" if new_term and an.lemma[token] in _MOVES else verb_tense(an, token)
            if tense:
                return tense
        if an.head[token] == token:
            return ""
        token = an.head[token]
    return ""


def verb_tense(an: Analysis, verb: int) -> str:
    """Tense of a verb: "past", "future", "present" or ""."""
    auxiliaries = [kid for kid in an.children[verb] if an.dep[kid] in ("aux", "auxpass")]
    lemmas = {an.lemma[kid] for kid in auxiliaries}
    if lemmas & {"will", "shall", "would"}:
        return "future"
    if an.tag[verb] == "VBD" or "have" in lemmas or any(an.tag[kid] == "VBD" for kid in auxiliaries):
        return "past"
    if any(an.tag[kid] == "TO" for kid in auxiliaries):
        return "future"
    if an.tag[verb] not in ("VBZ", "VBP"):
        return ""
    return "future" if an.lemma[verb] in _SCHEDULED else "present"


def find_date(reading: "Reading", trigger: int) -> EventDate:
    """The date of the event that `trigger` names."""
    an = reading.an
    times = [
        t for t in reading.times.get(an.sentence[trigger], ()) if t.value and t.kind in ("date", "time", "duration")
    ]
    if not times:
        return EventDate()
    tokens = _tokens_of(an, trigger, times)
    node, previous = trigger, -1
    for _ in range(8):
        hit = _under(an, node, previous, tokens, depth=6 if node == trigger or not is_verbal(an, node) else 3)
        if hit is not None and an.lemma[node] in _MOVES and node != trigger and tokens[hit].role not in ("until", "to"):
            return EventDate(why="the time is that of the decision")
        if hit is not None:
            time = tokens[hit]
            why = f'{time.rule}: "{reading.doc.text[time.start : time.end]}"'
            moved = an.lemma[node] in _MOVES and time.role in ("until", "to")
            plain = moved or _is_inner(an, hit, time)
            return EventDate(time.value if plain else with_role(time), why, above=node != trigger)
        if (before := _time_before_when(reading, node, times)) is not None:
            words = reading.doc.text[before.start : before.end]
            return EventDate(with_role(before), f'{before.rule} when it was: "{words}"')
        told_of = cleft_above(an, node)
        hit = None if told_of is None else _under(an, told_of, -1, tokens, depth=2)
        if hit is not None:
            time = tokens[hit]
            return EventDate(with_role(time), f'{time.rule}: "{reading.doc.text[time.start : time.end]}"', above=True)
        stops = an.dep[node] in _STOPS and is_verbal(an, node) and an.dep[node] != "conj"
        if an.head[node] == node or stops and not _is_at_that_time(an, node):
            break
        if an.dep[node] == "conj" and not is_verbal(an, node) and is_earlier(an, trigger):
            break
        previous, node = node, an.head[node]
    purpose = _under_purpose(an, trigger, tokens)
    if purpose is not None:
        time = tokens[purpose]
        return EventDate(with_role(time), f"{time.rule}, of what somebody goes there for")
    return EventDate(why="the times of the sentence belong to other acts")


def _is_at_that_time(an: Analysis, clause: int) -> bool:
    """ "Last week 60 died when troops attacked": what a past clause with "when" tells was then."""
    if an.dep[clause] != "advcl" or not any(an.lemma[kid] == "when" and kid < clause for kid in an.children[clause]):
        return False
    return verb_tense(an, clause) == "past" == verb_tense(an, an.head[clause])


def _tokens_of(an: Analysis, trigger: int, times: list[Time]) -> dict[int, Time]:
    """The times by the token at which they are looked for, without what only tells when it was done before."""
    found: dict[int, Time] = {}
    for time in times:
        token = _token_at(an, trigger, time.start)
        if time.role != "since" or not dates_the_last_one(an, token):
            found.setdefault(owner_of_weekday(an, token), time)
    return found


def _under_purpose(an: Analysis, verb: int, tokens: dict[int, Time]) -> int | None:
    """ "Will fly to Rome to meet him on Friday": the day of what somebody goes for is that of the visit."""
    if not is_verbal(an, verb) or an.lemma[verb] not in _GOES:
        return None
    aims = (kid for kid in an.children[verb] if an.dep[kid] in ("advcl", "xcomp") and an.tag[kid] == "VB")
    aim = next((kid for kid in aims if any(an.tag[each] == "TO" for each in an.children[kid])), None)
    return None if aim is None else _under(an, aim, -1, tokens, depth=3)


def _time_before_when(reading: "Reading", verb: int, times: list[Time]) -> Time | None:
    """ "Last year, when they met": the time that a clause with "when" tells of, None without one."""
    an = reading.an
    opening = next((kid for kid in an.children[verb] if an.lemma[kid] == "when" and kid < verb), None)
    if opening is None or an.dep[verb] not in ("advcl", "relcl"):
        return None
    start = an.start[opening]
    return next((t for t in times if t.end <= start and not reading.doc.text[t.end : start].strip(" ,\n")), None)


def is_earlier(an: Analysis, trigger: int) -> bool:
    """ "Previous talks", "subsequent meetings": of another time than what stands beside."""
    return not is_verbal(an, trigger) and any(an.lemma[kid] in _EARLIER for kid in an.children[trigger])


def _token_at(an: Analysis, near: int, offset: int) -> int:
    sentence_first = near
    while sentence_first > 0 and an.sentence[sentence_first - 1] == an.sentence[near]:
        sentence_first -= 1
    token = sentence_first
    while token + 1 < len(an.start) and an.start[token + 1] <= offset:
        token += 1
    return token


def _under(an: Analysis, node: int, done: int, tokens: dict[int, Time], *, depth: int) -> int | None:
    """The nearest time at most `depth` steps under `node` that is not inside another clause of it."""
    best: int | None = None
    stack = [(kid, 1) for kid in an.children[node] if kid != done]
    depth_of: dict[int, int] = {}
    doing = () if is_verbal(an, node) else (*clauses_of_doing(an, node), *clauses_of_course(an, node))
    if node in tokens:
        return node
    while stack:
        kid, steps = stack.pop()
        cost = steps + (_INNER_COST if an.dep[kid] in _INNER and steps > 1 else 0)
        own = kid in tokens and not (steps > 1 and _dates_a_noun(an, kid, node, tokens[kid]))
        if own and (best is None or (cost, abs(kid - node)) < (depth_of[best], abs(best - node))):
            best = kid
            depth_of[kid] = cost
        if steps < depth and not (
            is_verbal(an, kid)
            and an.dep[kid] in ("ccomp", "advcl", "relcl", "conj", "parataxis", "acl", "pcomp", "xcomp")
            and kid not in doing
        ):
            stack.extend((grand, steps + 1) for grand in an.children[kid])
    return best


def _dates_a_noun(an: Analysis, token: int, verb: int, time: Time) -> bool:
    """ "Blamed Rome for the August war": the time is that of the war; "flew in for the May summit" has one for both."""
    if not is_verbal(an, verb) or an.lemma[verb] in _GOES:
        return False
    return _is_inner(an, token, time)


def _is_inner(an: Analysis, token: int, time: Time) -> bool:
    """ "After the 2008 attacks": the year stands within the noun phrase, and "after" before all of it."""
    while an.start[an.head[token]] < time.end and time.start <= an.start[an.head[token]] and an.head[token] != token:
        token = an.head[token]
    return an.dep[token] in _INNER and time.end <= an.start[an.head[token]]


def with_role(time: Time) -> str:
    """The EDTF date of a time with its preposition: "since 2001" is "2001/..", "by 2014" is "../2014"."""
    if "/" in time.value:
        return time.value
    if time.role in ("since", "after"):
        return f"{time.value}/.."
    if time.role in ("by", "until", "before"):
        return f"../{time.value}"
    return time.value
