"""The contradiction of a record and a known fact, which names where the fact stands."""

from dragoman.model.records import Event
from dragoman.model.resolution import Clash, Contradiction
from dragoman.text.hashing import make_id


def against_fact(clash: Clash, event: Event, value: str, fact: str, reason: str, source: str) -> Contradiction:
    """A record against a fact; `value` is what the text says, `source` names the table row."""
    return Contradiction(
        make_id("c", [clash, event.id, value, fact]), clash, "", (event.id,), (value, fact), reason, source
    )
