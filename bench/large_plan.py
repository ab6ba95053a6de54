"""Plans a made-up dossier: which threads there are, on which days, between whom, and which text tells which of them.

Numbers of texts and events in, a plan and invented words out; the same numbers give the same. Nothing is written here.
"""

import random
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dragoman.model.records import EVENT_TYPES, STATUSES, EventType, Status
from dragoman.text.hashing import hash_content
from dragoman.vocab.states import load_states

FIRST, LAST = date(1999, 1, 1), date(2016, 12, 31)
STATES = 200
HEAVY = 1.25
"""Exponent of how often a state is named, by its rank."""
SIZES = (81, 12, 3.3, 1.5, 0.9, 0.4, 0.3, 0.15, 0.15, 0.1, *(0.02,) * 19, 0.05)
"""Threads of 1, 2 ... 30 tellings, in percent."""
SURE = (3, 25, 24, 17, 11, 8, 5, 4, 2.5, 0.5)
"""Events whose confidence begins with 0.0, 0.1 ... 0.9, in percent."""
TYPES = (9, 17, 7, 2, 3, 4, 4, 7, 9, 5, 3, 1, 4, 3, 5, 18)
STATUS_SHARES = (67, 10, 10, 1, 1, 5, 6)


def make_id(kind: str, *content: object) -> str:
    """An id as the program makes them."""
    return f"{kind}-{hash_content([str(each) for each in content])[:16]}"


@dataclass(slots=True)
class Plan:
    """What is to be told, before any text is made."""

    dice: random.Random
    days: list[date] = field(default_factory=list)
    topics: list[tuple[str, str]] = field(default_factory=list)
    told: dict[int, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    """Document to (thread, telling)."""
    threads: list["Happening"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of the world: what its tellings have in common."""

    day: date
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    type: EventType
    status: Status
    sure: float
    documents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """Invented words, the common ones first, and how often each is used."""

    words: tuple[str, ...]
    shares: tuple[float, ...]

    def draw(self, dice: random.Random, count: int) -> list[str]:
        """Some words, as often as they are common."""
        return dice.choices(self.words, cum_weights=self.shares, k=count)


def invent_language(dice: random.Random, size: int = 20_000) -> Language:
    """Words of two to four syllables; the n-th is used as often as Zipf's law has it."""
    syllables = [a + b + c for a in "bdfgklmnprstvz" for b in "aeiou" for c in ("", "n", "r", "l", "s")]
    words: dict[str, None] = {}
    while len(words) < size:
        words["".join(dice.choices(syllables, k=dice.randint(2, 4)))] = None
    total, shares = 0.0, []
    for rank in range(1, size + 1):
        total += 1 / (rank + 2)
        shares.append(total)
    return Language(tuple(words), tuple(shares))


def plan_all(dice: random.Random, documents: int, events: int) -> Plan:
    """Draws the days and topics of all texts and who tells which event, until there are enough of them."""
    codes = [state.code for state in load_states().states if state.kind == "state"]
    codes = dice.sample(sorted(codes), min(STATES, len(codes)))
    shares = [1 / rank**HEAVY for rank in range(1, len(codes) + 1)]
    plan = Plan(dice)
    span = (LAST - FIRST).days
    plan.days = sorted(FIRST + timedelta(dice.randint(0, span)) for _ in range(documents))
    plan.topics = [_draw_pair(dice, codes, shares) for _ in range(documents)]
    of_topic: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, topic in enumerate(plan.topics):
        of_topic[topic].append(number)
    count = 0
    while count < events:
        size = min(dice.choices(range(1, len(SIZES) + 1), SIZES)[0], documents, events - count)
        start = dice.randrange(documents)
        topic = plan.topics[start]
        near: Sequence[int] = of_topic[topic]
        if len(near) < size or dice.random() < 0.3:
            near = range(documents)
            topic = topic if dice.random() < 0.6 else _draw_pair(dice, codes, shares)
        where = min(bisect_left(near, start), max(0, len(near) - 3 * size))
        told = sorted(dice.sample(near[where : where + 3 * size], size))
        plan.threads.append(_draw_happening(dice, plan.days[told[0]], topic, codes, tuple(told)))
        for place, number in enumerate(told):
            plan.told[number].append((len(plan.threads) - 1, place))
        count += size
    return plan


def _draw_pair(dice: random.Random, codes: Sequence[str], shares: Sequence[float]) -> tuple[str, str]:
    while True:
        a, b = sorted(dice.choices(codes, shares, k=2))
        if a != b:
            return a, b


def _draw_happening(
    dice: random.Random, told: date, topic: tuple[str, str], codes: Sequence[str], documents: tuple[int, ...]
) -> Happening:
    a, b = dice.sample(topic, 2)
    kind = dice.random()
    recipients = () if kind < 0.26 else (b, dice.choice(codes)) if kind > 0.96 else (b,)
    status = dice.choices(STATUSES, STATUS_SHARES)[0]
    shift = dice.randint(5, 60) if status in ("planned", "proposed") else -dice.randint(0, 4)
    sure = min(0.98, dice.choices(range(10), SURE)[0] / 10 + dice.random() / 10)
    type = dice.choices(EVENT_TYPES, TYPES)[0]
    day = told + timedelta(shift)
    return Happening(day, (a,), tuple(dict.fromkeys(code for code in recipients if code != a)), type, status,
                     round(sure, 2), documents)  # fmt: skip
