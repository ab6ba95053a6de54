"""What a brief is made of: the records of one pair in one period and the facts of their documents. Plain data."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dragoman.model.records import Assessment, Event, Statement
from dragoman.model.relation import Relation
from dragoman.model.resolution import Contradiction, Thread
from dragoman.present.cut import DEFAULT_CUT
from dragoman.text.edtf import bounds_of

HISTORY_DAYS = 365
"""An event that ended longer than this before its text was published is history, not news."""

NARROW_DAYS = 31


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A document without its text; `copy` says in words whose text it carries, `copied` that others carry its own."""

    id: str
    title: str
    outlet: str
    carrier: str
    author: str
    genre: str
    published: str
    basis: str
    reason: str
    url: str
    copy: str = ""
    copied: str = ""

    @property
    def teller(self) -> str:
        """Who tells: the outlet, else the author, else the title in quotation marks."""
        return self.outlet or self.author or f"“{self.title}”"


@dataclass(frozen=True, slots=True)
class Passage:
    """The words shown for a record: its quote, or the sentence around it; the quote begins at `offset` of them."""

    text: str
    offset: int


@dataclass(frozen=True)  # no slots: `as_of` is kept once computed
class Material:
    """The records of one pair; those of readers' comments stand apart.

    Attributes:
        pair: the two codes.
        names: from a code to the name that people read.
        since: EDTF, "" for no limit; `until` likewise.
        events: events in which both take part, by date.
        assessments: what is said of the two, by date.
        statements: what officials of either side say in the words of those events.
        sources: facts of the documents that hold these, by id.
        passages: for each event and assessment, by id, the words to show.
        documents: number of documents in the dossier.
        readers: events and assessments that a reader's comment holds: shown as such, counted nowhere.
        aside: documents of which nothing but such records is shown.
        cut: confidence from which rows count; `hidden`: number of the pair's rows below it.
        threads: of the events, by id, with their standing on the day of the brief.
        contradictions: what in these threads cannot both be true; `clashing` are the events in it, by id.
        independent: the documents of each independent source.
        relation: how the pair gets on, None where nobody asked for it.
        program: version of Dragoman and the model that coded the texts.
    """

    pair: tuple[str, str]
    names: Callable[[str], str]
    events: tuple[Event, ...]
    assessments: tuple[Assessment, ...]
    statements: tuple[Statement, ...]
    sources: Mapping[str, SourceFacts]
    documents: int
    passages: Mapping[str, Passage] = field(default_factory=dict)
    readers: tuple[Event | Assessment, ...] = ()
    aside: frozenset[str] = frozenset()
    cut: float = DEFAULT_CUT
    hidden: int = 0
    since: str = ""
    until: str = ""
    program: str = ""
    threads: Mapping[str, Thread] = field(default_factory=dict)
    contradictions: tuple[Contradiction, ...] = ()
    clashing: Mapping[str, Event] = field(default_factory=dict)
    independent: tuple[tuple[str, ...], ...] = ()
    relation: Relation | None = None

    @cached_property
    def as_of(self) -> str:
        """The day on which the brief stands: the end of the period, else the latest publication; "" if unknown."""
        until = bounds_of(self.until)[1]
        if until:
            return until.isoformat()
        return find_last_day(source.published for source in self.tellers)

    @property
    def tellers(self) -> list[SourceFacts]:
        """The documents that tell of the pair themselves."""
        return [source for source in self.sources.values() if source.id not in self.aside]

    def passage(self, record: Event | Assessment | Statement) -> Passage:
        """The words to show for a record; its bare quote if nothing wider is at hand."""
        return self.passages.get(record.id) or Passage(record.quote, 0)

    def told(self, record: Event | Assessment | Statement) -> str:
        """When its text was published, as EDTF; "" if unknown."""
        return self.sources[record.document].published

    def day(self, record: Event | Assessment) -> str:
        """When it was, as EDTF; "" if not told. A meeting has an end: one dated "since 2011" is not dated at all."""
        if isinstance(record, Event) and record.type == "CONSULT" and record.status == "happened":
            return "" if record.date.endswith("/..") else record.date
        return record.date

    def dissenting(self, thread: Thread) -> list[Event]:
        """The records that tell otherwise than the thread as a whole, in the order of the dissent that it names."""
        found = []
        for dissent in thread.dissent:
            status, _, voice = dissent.partition(", says ")
            tellings = [event for event in self._by_thread.get(thread.id, ()) if event.status == status]
            named = [event for event in tellings if event.voice == voice]
            own = [event for event in tellings if event.voice == "author"]
            found += [*named, *own][:1]
        return found

    @cached_property
    def _by_thread(self) -> Mapping[str, list[Event]]:
        found: dict[str, list[Event]] = {}
        for event in self.events:
            found.setdefault(event.thread, []).append(event)
        return found

    def count_sources(self, documents: Collection[str]) -> int:
        """How many independent sources stand behind some of the documents; one of which nothing is known is its own."""
        source_of = {document: group[0] for group in self.independent for document in group}
        return len({source_of.get(document, document) for document in documents})

    def recency(self, event: Event) -> float:
        """1 for news of the last half year before the day of the brief, falling to 0 for what is four years old."""
        today = bounds_of(self.as_of)[1]
        told = bounds_of(self.day(event) or self.sources[event.document].published)[1]
        if not today or not told:
            return 0.0
        return min(1.0, max(0.0, (1460 - (today - told).days) / (1460 - 180)))

    def is_history(self, record: Event | Assessment) -> bool:
        """Whether a text tells it as background, or long after it was over."""
        if isinstance(record, Event) and record.background:
            return True
        ended = bounds_of(record.date)[1]
        published = bounds_of(self.sources[record.document].published)[0]
        return bool(ended and published and (published - ended).days > HISTORY_DAYS)


def find_last_day(published: Iterable[str]) -> str:
    """The last day on which one of some texts had surely reached readers: ISO, "" if none has a date."""
    return max(map(_latest_day, published), default="")


def _latest_day(published: str) -> str:
    """The day a text surely had reached readers: the end of a narrow date, the beginning of one wider than a month."""
    first, last = bounds_of(published)
    if first and last:
        return (last if (last - first).days <= NARROW_DAYS else first).isoformat()
    known = first or last
    return known.isoformat() if known else ""
