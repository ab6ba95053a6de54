"""Whether a record tells of a visit, and who came to whom.

In: an event. Out: guests and hosts. Talks of two states in a city of one of them are a visit of the other's.
"""

from functools import cache

from dragoman.model.records import Event
from dragoman.resolve.contradictions.loci import read_locus
from dragoman.vocab.clash_words import clash_group

VISITS = frozenset({"visit", "trip", "tour", "stay", "journey"})
_OF_THE_HOST = frozenset({"received", "hosted", "stopover"})
Sides = tuple[frozenset[str], frozenset[str]]


def is_visit(event: Event) -> bool:
    """Whether the event is told with a word of visiting ("tour", "came"), or as talks in the host's country."""
    words = set(event.trigger.lower().split())
    return event.type == "CONSULT" and (bool(words & _visiting()) or _host_of_talks(event) != "")


def guests_and_hosts(event: Event) -> Sides:
    """The sides of a visit; of talks those who came and those in whose country they were."""
    host = _host_of_talks(event)
    if host:
        return frozenset(event.actors) - {host}, frozenset({host})
    return frozenset(event.actors), frozenset(event.recipients)


def _host_of_talks(event: Event) -> str:
    """The one of two states that talked in whose country they did; "" for all else."""
    mutual = event.type == "CONSULT" and len(event.actors) == 2 and not event.recipients
    if not mutual or not event.place or not set(event.trigger.lower().split()) & clash_group("kin-meet"):
        return ""
    locus = read_locus(event.place)
    at_home = set(event.actors) & locus.states if locus else set()
    return at_home.pop() if len(at_home) == 1 else ""


@cache
def _visiting() -> frozenset[str]:
    return (clash_group("kin-visit") - _OF_THE_HOST) | VISITS
