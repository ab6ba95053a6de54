"""An event under way: what the passes over a document have found of it so far."""

from dataclasses import dataclass
from typing import cast

from dragoman.extract.dates import EventDate
from dragoman.extract.events.matching import Match
from dragoman.extract.events.roles import Roles
from dragoman.extract.status import Judgement
from dragoman.model.records import EventType
from dragoman.vocab.predicate_types import Predicate


@dataclass(slots=True)
class Draft:
    """An event under way.

    `sureness` is the chance that its sides are exactly right; `history` tells that its name means an event of long ago.
    """

    token: int
    match: Match
    roles: Roles
    judgement: Judgement
    date: EventDate
    place: str = ""
    carried: str = ""
    lent: str = ""
    sureness: float = 1.0
    history: bool = False

    @property
    def people(self) -> tuple[str, ...]:
        """Names of the persons on either side."""
        names = [*self.roles.actors.people, *self.roles.recipients.people]
        return tuple(dict.fromkeys(name for name in names if name))

    @property
    def predicate(self) -> Predicate:
        """The entry that named the act."""
        return self.match.predicate

    @property
    def type(self) -> EventType:
        """PLOVER type; an entry without one never makes a draft."""
        return cast(EventType, self.match.predicate.type)

    @property
    def sides(self) -> frozenset[str]:
        """Codes of both sides."""
        return frozenset(self.roles.actors.codes) | frozenset(self.roles.recipients.codes)
