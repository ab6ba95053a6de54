"""Makes a dossier as large as a newsroom's in a few minutes: invented words, real codes, shapes as in read corpora.

Usage: python bench/large_dossier.py FOLDER [DOCUMENTS] [EVENTS], by default 20,000 and 300,000. The same numbers give
the same dossier. It goes through the project's own writers, so sums, indices and full text are as after a `read`;
what only resolving looks at (fingerprints, keys and links of events) and the bytes under raw/ are left out.

Shapes are those of 2,081 read articles: four threads of five have one telling, half of them a confidence below .3, a
quarter of the events name one side only, a twelfth of all threads is of one pair.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from large_plan import Language, Plan, invent_language, make_id, plan_all

from dragoman.flow.resolving import resolving_version
from dragoman.flow.steps import CODING, RESOLVING, version_of
from dragoman.model.document import Document, Part
from dragoman.model.records import (
    Assessment,
    Event,
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

SEED = 6
OUTLETS = 60
STANDING_OF: dict[Status, Standing] = {
    "happened": "happened", "planned": "planned", "proposed": "proposed", "postponed": "postponed",
    "cancelled": "cancelled", "denied": "did not happen", "possible": "possible",
}  # fmt: skip
WORDS = 600
BATCH = 250


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
