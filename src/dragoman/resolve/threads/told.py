"""One record as threads see it: the event, the page that tells it, and what can be compared, worked out once.

Event and source in, `Telling` out. No comparison happens here.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dragoman.model.records import Event
from dragoman.model.resolution import SourceDocument
from dragoman.text.edtf import Bounds, bounds_of
from dragoman.text.names import fold_name
from dragoman.vocab.act_words import load_act_words
from dragoman.vocab.rarity import STEM, weigh_words
from dragoman.vocab.thread_cues import load_thread_cues

Days = tuple[date, date]
UNKNOWN = 100_000
NARROW = 45
"""Days: a date wider than this says in which time, not on which occasion."""
NEAR = 7
"""Words on either side of the trigger that are compared by themselves."""
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
        weight: how rare the words are, summed up.
        near: those next to the trigger, without its own; `near_weight`: how rare they are.
        numbers: those among them that begin with a digit.
        lead: "taken up", "new", "first" ... by the words before the trigger, "" if they tell nothing.
        ordinals: numbers that tell occasions apart, as "second", "66th".
        place: folded.
        days: first and last day of a narrow date: one that tells an occasion and not only a time.
        recent: the weeks before publication, for a telling that gives no other hold than that it is news or a plan.
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
    weight: float = 0.0
    near: frozenset[str] = frozenset()
    near_weight: float = 0.0
    numbers: frozenset[str] = frozenset()
    days: Days | None = None
    recent: Days | None = None
    voice_actor: frozenset[str] = frozenset()

    @property
    def width(self) -> int:
        """Days that the date may mean; a very large number if it is open or missing."""
        return _width(self.first, self.last)


def tell(event: Event, source: SourceDocument, voice_actor: str = "") -> Telling:
    """The telling of an event on a page; `voice_actor` is the code of its speaker, if he has one."""
    first, last = _bounds(event.date)
    cues = load_thread_cues()
    at = event.trigger_span[0] - event.span[0]
    before = event.quote[:at].casefold().split()[-BEFORE:] if at > 0 else []
    words, names = _content(event.quote)
    near = _near(event)
    told = _days(source.published)
    return Telling(
        event=event,
        source=source,
        sides=frozenset((*event.actors, *event.recipients)),
        people=tuple(sorted({fold_name(name) for name in event.people} - {""})),
        kinds=load_act_words().kinds_of(event.trigger),
        first=first,
        last=last,
        told=told,
        words=words,
        names=names,
        lead=cues.lead_of(before),
        ordinals=cues.ordinals_of((*before, *event.trigger.casefold().split())),
        place=fold_name(event.place),
        weight=weigh_words(words),
        near=near,
        near_weight=weigh_words(near),
        numbers=frozenset(word for word in words if word[0].isdigit()),
        days=(first, last) if first and last and _width(first, last) <= NARROW else None,
        recent=_recent(event.date, (first, last), told),
        voice_actor=frozenset((voice_actor,)) if voice_actor else frozenset(),
    )


@lru_cache(maxsize=16384)
def _bounds(value: str) -> Bounds:
    return bounds_of(value)


def _width(first: date | None, last: date | None) -> int:
    return (last - first).days + 1 if first and last else UNKNOWN


def _recent(value: str, bounds: Bounds, told: Days | None) -> Days | None:
    """The weeks before publication, where a date is missing, ends there or later, or only repeats that of the page.

    The last is "news of this month" on a page that can only be dated within a year.
    """
    if told is None:
        return None
    first, last = bounds
    repeats = _width(first, last) > NARROW and bounds == told
    ends_early = first is not None or (last is not None and last < told[0])
    if value and ends_early and not repeats:
        return None
    return told[0] - timedelta(days=NARROW), told[1]


def _days(value: str) -> Days | None:
    first, last = _bounds(value)
    return (first, last) if first and last else None


def content_words(text: str) -> frozenset[str]:
    """Stems of the words of a text that carry meaning."""
    return _content(text)[0]


def _content(quote: str) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the words that carry meaning, and those of them that begin with a capital."""
    read = [_stem(raw) for raw in quote.split()]
    words = frozenset(stem for stem, _ in read)
    names = frozenset(stem for stem, capital in read[1:] if capital)
    return words - {""}, names - {""}


def _near(event: Event) -> frozenset[str]:
    """Stems of the words next to the trigger."""
    start, end = (max(0, at - event.span[0]) for at in event.trigger_span)
    return content_words(" ".join((*event.quote[:start].split()[-NEAR:], *event.quote[end:].split()[:NEAR])))


@lru_cache(maxsize=1 << 16)
def _stem(raw: str) -> tuple[str, bool]:
    """The stem of a word as it stands in a text, "" if it tells nothing, and whether it has a capital."""
    word = raw.strip(".,;:!?'\"()[]“”‘’—–-").removesuffix("'s").removesuffix("’s")
    folded = word.casefold()
    if len(folded) < 3 or folded in load_thread_cues().plain:
        return "", False
    return folded[:STEM], word[0].isupper()
