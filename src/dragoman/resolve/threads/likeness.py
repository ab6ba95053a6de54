"""Compares two tellings field by field: each function says in a word or two how they agree or differ.

Two tellings in, words out, the same in either order. No weight is known here, and no name of a feature.
"""

from bisect import bisect_right
from datetime import date

from dragoman.resolve.threads.told import Days, Telling
from dragoman.text.names import same_person
from dragoman.vocab.rarity import weigh_words

LONGEST_GAP = 10
"""Days between two narrow dates of what is told as past beyond which they are two events."""
OUTCOMES = {
    "happened": "held", "planned": "ahead", "proposed": "ahead", "possible": "ahead",
    "postponed": "off", "cancelled": "off", "denied": "denied",
}  # fmt: skip
_COUNTS = (0.1, 0.2, 0.35, 0.6)
"""Steps of the share that the common words are of the shorter telling."""
_WEIGHTS = (1.0, 3.0, 6.0, 10.0, 16.0)
"""Steps of what the common words weigh: one plain word, one rare one, two rare ones ..."""
_SHARES = (0.05, 0.15, 0.3, 0.5, 0.75)
"""Steps of the share that the common words are of the lighter telling, by weight."""
_LENGTHS = (40, 80, 140, 220)
"""Steps of the characters of the shorter quote: a short one has little in common with any other."""


def compare_kinds(a: Telling, b: Telling) -> str:
    """Whether the triggers are the same words, or of one kind of act."""
    if a.event.trigger.casefold() == b.event.trigger.casefold():
        return "same words"
    return "shared" if a.kinds & b.kinds else "other"


def compare_people(a: Telling, b: Telling) -> str:
    """Whether the same persons are named, some, others, or only one names any."""
    if not a.people and not b.people:
        return "none"
    if not a.people or not b.people:
        return "one"
    shared = sum(any(same_person(x, y) for y in b.people) for x in a.people)
    if not shared:
        return "others"
    return "same" if shared == len(a.people) == len(b.people) else "some"


def compare_dates(a: Telling, b: Telling) -> str:
    """How the times lie to each other, by what is known of them."""
    if a.days and b.days:
        gap = days_between(a.days, b.days)
        if gap <= 0:
            width = max(a.width, b.width)
            return "day" if width <= 2 else "week" if width <= 8 else "month"
        return "next day" if gap <= 2 else "days apart" if gap <= LONGEST_GAP else "moved"
    if a.recent and b.recent:
        return "both news" if days_between(a.recent, b.recent) <= 0 else "news long apart"
    if a.recent or b.recent:
        return _compare_with_news(*((a.recent, b) if a.recent else (b.recent, a)))
    if not a.event.date or not b.event.date:
        return "unknown"
    return "same time" if a.event.date == b.event.date else "wide" if _touch(a, b) else "apart"


def _compare_with_news(news: Days | None, other: Telling) -> str:
    """How what is told with a date lies to what is told as news."""
    if news and other.last and other.last < news[0]:
        return "long before the news"
    if news and other.first and other.first > news[1]:
        return "long after the news"
    return "fits news" if other.days else "wide" if other.event.date else "unknown"


def compare_sides(a: Telling, b: Telling) -> str:
    """Whether the sides are the same, and in the same roles."""
    if not a.sides and not b.sides:
        return "none"
    if a.sides == b.sides:
        if len(a.sides) == 1:
            return "one"
        same = set(a.event.actors) == set(b.event.actors) and set(a.event.recipients) == set(b.event.recipients)
        loose = not a.event.recipients or not b.event.recipients
        return "same roles" if same else "mutual" if loose else "crossed"
    if a.sides <= b.sides or b.sides <= a.sides:
        return "part"
    return "shared"


def compare_places(a: Telling, b: Telling) -> str:
    """Whether the same place is named."""
    if not a.place or not b.place:
        return "none" if a.place == b.place else "one"
    return "same" if a.place == b.place else "other"


def compare_outcomes(a: Telling, b: Telling) -> str:
    """What became of each, in the order of the alphabet."""
    return " and ".join(sorted((OUTCOMES[a.event.status], OUTCOMES[b.event.status])))


def compare_voices(a: Telling, b: Telling) -> str:
    """Whether one voice vouches for both."""
    return "one voice" if a.event.voice == b.event.voice else "two voices"


def compare_modes(a: Telling, b: Telling) -> str:
    """Whether the modes of their types are known and the same."""
    if not a.event.mode or not b.event.mode:
        return "unknown"
    return "same" if a.event.mode == b.event.mode else "other"


def compare_numbers(a: Telling, b: Telling) -> str:
    """Whether the quotes have a number in common."""
    if not a.numbers or not b.numbers:
        return "none" if a.numbers == b.numbers else "one"
    return "same" if a.numbers & b.numbers else "other"


def compare_ordinals(a: Telling, b: Telling) -> str:
    """Whether the same occasion of several is named, as "the second"."""
    if not a.ordinals and not b.ordinals:
        return "none"
    return "same" if a.ordinals == b.ordinals else "other" if a.ordinals and b.ordinals else "one"


def count_words(a: Telling, b: Telling) -> str:
    """How many of the words are common, in steps; the shorter quote decides."""
    if not a.words or not b.words:
        return "0"
    return str(bisect_right(_COUNTS, len(a.words & b.words) / min(len(a.words), len(b.words))))


def weigh_common(a: Telling, b: Telling) -> tuple[str, str]:
    """How much the common words say, and what share of all that the poorer telling says: a rare word says more."""
    return _weigh_in_steps(a.words & b.words, min(a.weight, b.weight))


def weigh_near(a: Telling, b: Telling) -> tuple[str, str]:
    """The same of the words next to the triggers."""
    return _weigh_in_steps(a.near & b.near, min(a.near_weight, b.near_weight))


def measure_shorter(a: Telling, b: Telling) -> str:
    """How long the shorter quote is, in steps."""
    return str(bisect_right(_LENGTHS, min(len(a.event.quote), len(b.event.quote))))


def days_between(a: tuple[date, date], b: tuple[date, date]) -> int:
    """Days between two spans, 0 or less when they touch."""
    return max((b[0] - a[1]).days, (a[0] - b[1]).days)


def _weigh_in_steps(common: frozenset[str], least: float) -> tuple[str, str]:
    """The steps of what common words weigh, and of their share of the lighter telling, which weighs `least`."""
    if not common:
        return "0", "0"
    weight = weigh_words(common)
    return str(bisect_right(_WEIGHTS, weight)), str(bisect_right(_SHARES, weight / least if least else 0.0))


def _touch(a: Telling, b: Telling) -> bool:
    return (a.first is None or b.last is None or a.first <= b.last) and (
        b.first is None or a.last is None or b.first <= a.last
    )
