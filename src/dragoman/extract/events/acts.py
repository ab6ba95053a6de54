"""Whether a row is an act between sides at all: a chance, from who is named around it and what is spoken of.

In: a `Reading` and the drafts of its acts, sides settled. Out: the drafts without those that are more likely none: what
the people, parties, courts and papers of one state do among themselves, while other states are only named beside it.
The weights of `act_weights.tsv` are fitted on coded texts by `scripts/fit_acts.py`; without weights nothing is dropped.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.extract.events.drafts import Draft
from dragoman.extract.grammar.tree import clause_of, is_verbal, subtree
from dragoman.extract.reading import Reading
from dragoman.vocab.word_groups import word_group

LEAST = 0.33
"""A row less likely an act is dropped. Swept .2-.45 in steps of .01 on the coded texts, by documents left out: F1 of
triggers is flat from .3 to .38 and falls on both sides; below .33 stand 9 of the 968 rows that are right throughout."""
AROUND = 2
"""Sentences before and after an act in which who is named and what is spoken of counts."""
FAR = 60
SHORT = 60
"""Tokens of a text that is too short to be about anything in particular: of it nothing is dropped."""
_HOME = word_group("home-affairs")
_MOST_NAMED = 0.6


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for all acts of a document.

    Attributes:
        named: code to how often it is named other than as a place.
        heads: code to the tokens that name it, in text order.
        home: tokens that speak of affairs inside a state, in text order.
        about: features of the document as a whole.
    """

    reading: Reading
    named: Counter[str]
    heads: Mapping[str, Sequence[int]]
    home: Sequence[int]
    about: Mapping[str, float]

    @classmethod
    def of(cls, reading: Reading, drafts: Sequence[Draft]) -> "Setting":
        """Count what is named and spoken of."""
        an = reading.an
        named = Counter(code for m in an.mentions if m.kind != "place" for code in m.codes)
        heads: dict[str, list[int]] = {}
        for mention in an.mentions:
            for code in mention.codes:
                heads.setdefault(code, []).append(mention.head)
        home = [token for token, lemma in enumerate(an.lemma) if lemma in _HOME]
        return cls(reading, named, heads, home, _about(reading, drafts, named, home))


def keep_acts(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The drafts that are likely enough acts."""
    weights = reading.world.act_weights
    if not weights or not drafts or len(reading.an) < SHORT:
        return drafts
    setting = Setting.of(reading, drafts)
    return [
        draft for draft in drafts
        if _names_both(reading, draft) or find_chance(weights, features_of_act(setting, draft)) >= LEAST
    ]  # fmt: skip


def _names_both(reading: Reading, draft: Draft) -> bool:
    """Whether the grammar of its own clause gives two sides: then no other evidence is asked."""
    return not draft.lent and len(draft.sides) > 1 and draft.sides <= _codes_of_clause(reading, draft)


def _codes_of_clause(reading: Reading, draft: Draft) -> set[str]:
    first, last = subtree(reading.an, clause_of(reading.an, draft.token))
    mentions = reading.by_sentence.get(reading.an.sentence[draft.token], ())
    return {code for m in mentions if first <= m.head < last for code in m.codes}


def find_chance(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """The chance that a row with these features is an act; features without a weight count nothing."""
    total = weights.get("constant", 0.0) + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def features_of_act(setting: Setting, draft: Draft) -> dict[str, float]:
    """Features by name; a yes is 1."""
    found = {"weight": draft.predicate.weight, "sureness": draft.sureness, **setting.about}
    found |= _of_sides(setting, draft)
    found |= dict.fromkeys((*_of_act(setting.reading, draft), *_of_nearness(setting, draft)), 1.0)
    return found


def _about(
    reading: Reading, drafts: Sequence[Draft], named: Counter[str], home: Sequence[int]
) -> dict[str, float]:  # fmt: skip
    """What the document is about: acts between states, or life in one of them."""
    counts, total = [n for _, n in named.most_common(2)], named.total() or 1
    number = len(drafts) or 1
    return {
        "text: acts of two sides": sum(len(each.sides) > 1 for each in drafts) / number,
        "text: sides in own words": sum(not each.lent for each in drafts) / number,
        "text: sureness": sum(each.sureness for each in drafts) / number,
        "text: acts a sentence": min(len(drafts) / len(reading.an.sentences), 1.5),
        "text: home affairs": 10 * len(home) / len(reading.an),
        "text: actors": min(len(named), 20) / 20,
        "text: most named": counts[0] / total if counts else 1.0,
        "text: second most named": counts[1] / total if len(counts) > 1 else 0.0,
    }


def _of_act(reading: Reading, draft: Draft) -> Iterator[str]:
    type_, lent, status = draft.type, draft.lent or "own words", draft.judgement.status
    yield f"{type_}"
    yield f"{type_} {status}"
    yield f"{type_} from {lent}"
    yield f"{type_} by {'verb' if is_verbal(reading.an, draft.token) else 'noun'}"
    yield f"from {lent}"
    yield f"status {status}"
    yield f"frame {draft.match.frame.name}"
    yield f"needs {draft.predicate.needs_actor}"
    if draft.roles.mutual:
        yield "mutual"
        return
    if not draft.roles.actors.codes:
        yield "no actor"
        yield f"{type_} without actor"
    if not draft.roles.recipients.codes:
        yield "no recipient"
        yield f"{type_} without recipient"


def _of_sides(setting: Setting, draft: Draft) -> dict[str, float]:
    """How far off the sides are named, and how much the text is about them."""
    named, total = setting.named, setting.named.total() or 1
    seldom = min((named[code] for code in draft.sides), default=0) / total
    leader, times = next(iter(named.most_common(1)), ("", 0))
    far = max((_distance(setting.heads.get(code, ()), draft.token) for code in draft.sides), default=FAR)
    found = {"side seldom named": seldom, "far side": far / FAR}
    if times > _MOST_NAMED * total:
        found["one actor all over"] = 1.0
    if draft.sides == {leader}:
        found["most named alone"] = 1.0
    return found


def _distance(heads: Sequence[int], token: int) -> int:
    at = bisect_left(heads, token)
    return min((abs(head - token) for head in heads[max(0, at - 1) : at + 1]), default=FAR)


def _of_nearness(setting: Setting, draft: Draft) -> Iterator[str]:
    """Who is named in the clause, the sentence and around, and how much is said of home affairs there."""
    reading, an, sides = setting.reading, setting.reading.an, draft.sides
    number = an.sentence[draft.token]
    first, last = subtree(an, clause_of(an, draft.token))
    mentions = reading.by_sentence.get(number, ())
    clause = _codes_of_clause(reading, draft)
    sentence = {code for m in mentions for code in m.codes}
    around = range(max(0, number - AROUND), number + AROUND + 1)
    near = {code for each in around for m in reading.by_sentence.get(each, ()) for code in m.codes}
    acting = {code for m in mentions if m.kind != "place" for code in m.codes}
    yield f"{min(len(near), 6)} actors around"
    yield f"{min(len(sentence), 4)} actors in the sentence"
    yield f"{min(len(acting), 4)} actors in the sentence other than as places"
    yield f"{len(sides & sentence)} of {min(len(sides), 3)} sides in the sentence"
    yield f"{len(sides & clause)} of {min(len(sides), 3)} sides in the clause"
    yield "sides: " + "+".join(sorted({code.partition(":")[0] if ":" in code else "state" for code in sides}))
    for token in (*draft.roles.actors.tokens, *draft.roles.recipients.tokens):
        mention = reading.who.mention_at(token)
        yield f"side by {mention.kind if mention else 'owner'}"
    home = min(_home_between(setting, first, last), 3)
    yield f"{home} words of home affairs in the clause"
    yield f"home affairs {min(home, 1)}, {min(len({c for c in clause if ':' not in c}), 2)} states in the clause"
    held = an.sentences[number]
    yield f"{min(_home_between(setting, held.first, held.last), 4)} words of home affairs in the sentence"


def _home_between(setting: Setting, first: int, last: int) -> int:
    return bisect_left(setting.home, last) - bisect_left(setting.home, first)
