"""Makes a dossier as large as a newsroom's in a few minutes: invented words, real codes, shapes as in read corpora.

Usage: python bench/large_dossier.py FOLDER [DOCUMENTS] [EVENTS], by default 20,000 and 300,000. The same numbers give
the same dossier. It goes through the project's own writers, so sums, indices and full text are as after a `read`;
what only resolving looks at (fingerprints, keys and links of events) and the bytes under raw/ are left out.

Shapes are those of 2,081 read articles: four threads of five have one telling, half of them a confidence below .3, a
quarter of the events name one side only, a twelfth of all threads is of one pair.
"""

import random
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from dragoman.flow.resolving import resolving_version
from dragoman.flow.steps import CODING, RESOLVING, version_of
from dragoman.model.document import Document, Part
from dragoman.model.records import (
    EVENT_TYPES,
    STATUSES,
    Assessment,
    Event,
    EventType,
    Reason,
    Records,
    Statement,
    Status,
)
from dragoman.model.resolution import Contradiction, Credit, Family, Overlap, Standing, Thread
from dragoman.model.run import Run
from dragoman.record import settling
from dragoman.record.writing import Batch, DossierWriter, Maker, SourceRow
from dragoman.text.hashing import hash_content
from dragoman.vocab.states import load_states

SEED = 6
FIRST, LAST = date(1999, 1, 1), date(2016, 12, 31)
STATES, OUTLETS = 200, 60
HEAVY = 1.25
"""Exponent of how often a state is named, by its rank."""
SIZES = (81, 12, 3.3, 1.5, 0.9, 0.4, 0.3, 0.15, 0.15, 0.1, *(0.02,) * 19, 0.05)
"""Threads of 1, 2 ... 30 tellings, in percent."""
SURE = (3, 25, 24, 17, 11, 8, 5, 4, 2.5, 0.5)
"""Events whose confidence begins with 0.0, 0.1 ... 0.9, in percent."""
TYPES = (9, 17, 7, 2, 3, 4, 4, 7, 9, 5, 3, 1, 4, 3, 5, 18)
STATUS_SHARES = (67, 10, 10, 1, 1, 5, 6)
STANDING_OF: dict[Status, Standing] = {
    "happened": "happened", "planned": "planned", "proposed": "proposed", "postponed": "postponed",
    "cancelled": "cancelled", "denied": "did not happen", "possible": "possible",
}  # fmt: skip
WORDS = 600
BATCH = 250


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
        near = of_topic[topic]
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


@dataclass(slots=True)
class Teller:
    """Writes the texts of a plan: every record's span holds its quote."""

    plan: Plan
    language: Language
    ids: list[str]
    speakers: list[str]

    def tell(self, number: int) -> tuple[Document, Records]:
        """One text with its records."""
        dice, id = self.plan.dice, self.ids[number]
        sentences = [self._sentence(7)[:-1]]
        start = len(sentences[0]) + 2
        events: list[Event] = []
        statements: list[Statement] = []
        assessments: list[Assessment] = []
        words = 0
        waiting = list(self.plan.told[number])
        while waiting or words < WORDS:
            sentence = self._sentence(dice.randint(9, 20))
            span = (start, start + len(sentence))
            if waiting:
                events.append(self._event(number, *waiting.pop(), sentence, span))
                if dice.random() < 0.7:
                    statements.append(self._statement(id, sentence, span))
            elif dice.random() < 0.07:
                assessments.append(self._assessment(id, number, sentence, span))
            sentences.append(sentence)
            start = span[1] + 1
            words += sentence.count(" ") + 1
        text = f"{sentences[0]}\n\n{' '.join(sentences[1:])}"
        cut = len(sentences[0])
        parts = (Part("title", 0, cut), Part("body", cut + 2, len(text)))
        doc = Document(
            id, f"doc-{number:05}", text, parts, _source(), "large.jsonl", "jsonl/1", f"row {number + 1}",
            published=self.plan.days[number].isoformat(), published_basis="stated", published_reason="made",
            outlet=_outlet(dice), language="en",
        )  # fmt: skip
        return doc, Records(id, tuple(events), tuple(statements), tuple(assessments))

    def _sentence(self, count: int) -> str:
        return " ".join(self.language.draw(self.plan.dice, count)).capitalize() + "."

    def _event(self, number: int, thread: int, place: int, quote: str, span: tuple[int, int]) -> Event:
        dice, told = self.plan.dice, self.plan.threads[thread]
        trigger, _, _ = quote.partition(" ")
        away = dice.random()
        day = "" if away < 0.2 else told.day.strftime("%Y-%m") if away < 0.5 else told.day.isoformat()
        voice = "author" if dice.random() < 0.7 else dice.choice(self.speakers)
        reasons = (
            Reason("type", told.type, "predicates.tsv:1"),
            *(Reason("actors", code, "slots subj: named as such in this sentence") for code in told.actors),
            Reason("status", told.status, "told as a fact"),
            Reason("date", day, 'near day: "yesterday"'),
            Reason("voice", voice, "no speaker"),
            Reason("confidence", f"{told.sure:.2f}", "weight=0.7; sureness=0.34; needs=0; length=0.55; distance=0.2"),
        )
        return Event(
            self.event_id(number, thread, place), self.ids[number], quote, span, trigger,
            (span[0], span[0] + len(trigger)), told.type, told.status, told.actors, told.recipients, date=day,
            place=dice.choice(self.language.words[:400]).title() if dice.random() < 0.3 else "", voice=voice,
            actor_sectors=("GOV",), recipient_sectors=("GOV",) * len(told.recipients), confidence=told.sure,
            background=dice.random() < 0.04, reasons=reasons,
        )  # fmt: skip

    def event_id(self, number: int, thread: int, place: int) -> str:
        """The id of a telling."""
        return make_id("e", self.ids[number], thread, place)

    def _statement(self, document: str, quote: str, span: tuple[int, int]) -> Statement:
        dice = self.plan.dice
        return Statement(
            make_id("s", document, *span), document, quote, span, dice.choice(self.speakers),
            dice.choice(self.plan.topics)[0] if dice.random() < 0.55 else "", confidence=0.8,
            reasons=(Reason("speaker", "named", "attribution_cues.tsv:1"),), foretells=dice.random() < 0.08,
        )  # fmt: skip

    def _assessment(self, document: str, number: int, quote: str, span: tuple[int, int]) -> Assessment:
        dice = self.plan.dice
        return Assessment(
            make_id("a", document, *span), document, quote, span, self.plan.topics[number],
            dice.choice(("good", "bad", "neutral", "")), dice.choice(("improving", "worsening", "steady")),
            date=self.plan.days[number].isoformat(), confidence=0.7,
        )  # fmt: skip


def _source() -> str:
    return hash_content(["large dossier", SEED])


def _outlet(dice: random.Random) -> str:
    rank = min(OUTLETS, int(dice.paretovariate(0.7)))
    return "" if dice.random() < 0.1 else f"The {rank} Gazette"


def make_thread(number: int, plan: Plan, teller: Teller) -> Thread:
    """The thread of a happening."""
    told = plan.threads[number]
    records = sorted(teller.event_id(document, number, place) for place, document in enumerate(told.documents))
    sources = max(1, round(len(records) * 0.6))
    return Thread(
        f"t-{records[0][2:]}", told.type, told.actors, told.recipients, tuple(records), told.day.isoformat(),
        standing=STANDING_OF[told.status], reason=f"told by {sources} independent sources",
        documents=len(records), sources=sources, confidence=told.sure,
        weight=round(sources + len(records) / 10 + told.sure / 100, 4),
    )  # fmt: skip


def find_copies(plan: Plan, ids: Sequence[str]) -> Iterator[tuple[Family, list[Overlap]]]:
    """Every fortieth text and the one or two after it are a family."""
    for number in range(0, len(ids) - 3, 40):
        members = tuple(ids[number : number + plan.dice.choice((2, 3))])
        pairs = [tuple(sorted((members[0], other))) for other in members[1:]]
        overlaps = [Overlap(a, b, "copy", 0.9, 0.9, "12 passages kept") for a, b in pairs]
        yield Family(make_id("f", min(members)), members, members[0], "the first by date"), overlaps


def find_clashes(plan: Plan, threads: Sequence[Thread]) -> Iterator[Contradiction]:
    """Every twentieth thread with several tellings holds a contradiction."""
    for thread in [thread for thread in threads if len(thread.records) > 1][::20]:
        two = thread.records[:2]
        yield Contradiction(make_id("c", *two), "date", thread.id, two, ("3 May", "4 May"), "it was on one day only")


def write(folder: Path, documents: int, events: int) -> None:
    """Write the dossier."""
    dice = random.Random(SEED)
    plan = plan_all(dice, documents, events)
    language = invent_language(dice)
    speakers = [" ".join(language.draw(dice, 2)).title() for _ in range(800)]
    teller = Teller(plan, language, [make_id("d", SEED, number) for number in range(documents)], speakers)
    steps = tuple((step.name, step.version) for step in (*CODING, *RESOLVING))
    run = Run(make_id("r", SEED), "2026-01-01T00:00:00+00:00", "0.1.0", "", "0" * 64, steps)
    maker = Maker(run, "large", version_of("read_pages"), version_of("extract_records"))
    source = SourceRow(_source(), "large.jsonl", 0, "", True)
    with DossierWriter(folder) as writer:
        for start in range(0, documents, BATCH):
            told = tuple(teller.tell(number) for number in range(start, min(documents, start + BATCH)))
            writer.store_batch(Batch((source,), told), maker)
        threads = [make_thread(number, plan, teller) for number in range(len(plan.threads))]
        with writer.resolving(run, dict(steps)) as store:
            for family, overlaps in find_copies(plan, teller.ids):
                store.store_overlaps(overlaps)
                settling.replace_families(store, family.documents, [family])
            settling.replace_threads(store, (), (), threads)
            store.store_contradictions(find_clashes(plan, threads), "find_contradictions")
            for id in teller.ids[::10]:
                store.store_credits(id, [Credit("Reuters", "line", (0, 5), True)])
            store.mark_resolved(teller.ids, resolving_version())


def main() -> None:
    """Make it where the command line says."""
    folder = Path(sys.argv[1])
    documents = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    events = int(sys.argv[3]) if len(sys.argv) > 3 else 15 * documents
    if (folder / "dossier.db").exists():
        sys.exit(f"{folder} holds a dossier already.")
    write(folder, documents, events)


if __name__ == "__main__":
    main()
