"""One record as threads see it: the event, the page that tells it, and what can be compared, worked out once.

Event and source in, `Telling` out. No comparison happens here.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dragoman.model.records import Event
from dragoman.model.resolution import SourceDocument
from dragoman.text.edtf import bounds_of
from dragoman.text.names import fold_name
from dragoman.vocab.act_words import load_act_words
from dragoman.vocab.thread_cues import load_thread_cues

Days = tuple[date, date]
UNKNOWN = 100_000
NARROW = 45
"""Days: a date wider than this says in which time, not on which occasion."""
BEFORE = 4
"""Words before the trigger that may tell whether it is taken up ("that visit") or new ("another visit")."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One record of an event with what is compared.

    Attributes:
        event: the record; `source`: the page that holds it.
        sides: codes of all who take part.
        people: folded names of those named as taking part.
        kinds: kinds of act that the trigger names.
        first, last: days that the date may mean; None for an open or missing end.
        told: first and last day on which the page may have been published; None if unknown.
        words: folded content words of the quote, cut to stems, without the sides' names.
        names: those among them that are written with a capital.
        lead: "taken up", "new", "first" ... by the words before the trigger, "" if they tell nothing.
        ordinals: numbers that tell occasions apart, as "second", "66th".
        place: folded.
        voice_actor: the code of whoever the voice belongs to, an empty set if unknown or the author.
    """

    event: Event
    source: SourceDocument
    sides: frozenset[str]
    people: tuple[str, ...]
    kinds: frozenset[str]
    first: date | None
    last: date | None
    told: Days | None
    words: frozenset[str]
    names: frozenset[str]
    lead: str
    ordinals: frozenset[str]
    place: str
    voice_actor: frozenset[str] = frozenset()

    @property
    def width(self) -> int:
        """Days that the date may mean; a very large number if it is open or missing."""
        return (self.last - self.first).days + 1 if self.first and self.last else UNKNOWN

    @property
    def days(self) -> Days | None:
        """First and last day of a narrow date: one that tells an occasion and not only a time."""
        return (self.first, self.last) if self.first and self.last and self.width <= NARROW else None

    @property
    def recent(self) -> Days | None:
        """The weeks before publication, for a telling that gives no other hold than that it is news or a plan."""
        if self.told is None:
            return None
        open_end = self.last is None or self.last >= self.told[0]
        if self.event.date and (self.first or not open_end) and not self._is_published_date():
            return None
        return self.told[0] - timedelta(days=NARROW), self.told[1]

    def _is_published_date(self) -> bool:
        """Whether the date only repeats that of the page: "news of this month", or of a page dated within a year."""
        return self.told is not None and self.width > NARROW and (self.first, self.last) == self.told


def tell(event: Event, source: SourceDocument, voice_actor: str = "") -> Telling:
    """The telling of an event on a page; `voice_actor` is the code of its speaker, if he has one."""
    first, last = _bounds(event.date)
    cues = load_thread_cues()
    at = event.trigger_span[0] - event.span[0]
    before = event.quote[:at].casefold().split()[-BEFORE:] if at > 0 else []
    words, names = _content(event.quote)
    return Telling(
        event=event,
        source=source,
        sides=frozenset((*event.actors, *event.recipients)),
        people=tuple(sorted({fold_name(name) for name in event.people} - {""})),
        kinds=load_act_words().kinds_of(event.trigger),
        first=first,
        last=last,
        told=_days(source.published),
        words=words,
        names=names,
        lead=cues.lead_of(before),
        ordinals=cues.ordinals_of((*before, *event.trigger.casefold().split())),
        place=fold_name(event.place),
        voice_actor=frozenset((voice_actor,)) if voice_actor else frozenset(),
    )


@lru_cache(maxsize=16384)
def _bounds(value: str) -> tuple[date | None, date | None]:
    return bounds_of(value)


def _days(value: str) -> Days | None:
    first, last = _bounds(value)
    return (first, last) if first and last else None


def _content(quote: str) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the words that carry meaning, and those of them that begin with a capital."""
    cues = load_thread_cues()
    words, names = set(), set()
    for place, raw in enumerate(quote.split()):
        word = raw.strip(".,;:!?'\"()[]“”‘’—–-").removesuffix("'s").removesuffix("’s")
        folded = word.casefold()
        if len(folded) < 3 or folded in cues.plain:
            continue
        stem = folded[:6]
        words.add(stem)
        if place and word[0].isupper():
            names.add(stem)
    return frozenset(words), frozenset(names)
