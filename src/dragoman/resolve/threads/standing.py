"""Says what a thread as a whole has become: its standing, the reason, and who dissents.

Tellings and a grouping of their documents into independent sources in, a verdict out. The rules are the design's: a
claim becomes `happened` only by an outlet in its own voice, by the actor's admission, or by two independent sources
without an interest. What is told later counts over what was planned before; one misread telling does not turn a thread.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dragoman.model.records import Status
from dragoman.model.resolution import Standing
from dragoman.resolve.threads.told import Telling
from dragoman.text.edtf import sort_key

SourceOf = Callable[[str], str]
"""From a document's id to its independent source."""

CHARGES = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "PROTEST", "REJECT", "ACCUSE"})
"""Types of acts that a side gains nothing by admitting."""
TURN = 0.5
"""A plan called off stands against tellings that it happened if it has at least this share of their support."""
AHEAD: tuple[Status, ...] = ("planned", "proposed", "possible")
OFF: tuple[Status, ...] = ("postponed", "cancelled")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of an event, why that is taken to be so, and who says otherwise."""

    standing: Standing
    reason: str
    dissent: tuple[str, ...] = ()


def judge_standing(tellings: Sequence[Telling], source_of: SourceOf = lambda document: document) -> Verdict:
    """The verdict on a thread; `lapsed` is no verdict but a question of the day on which one asks."""
    votes = _Votes.of(tellings, source_of)
    verdict = _judge_past(votes) or _judge_ahead(votes)
    return Verdict(verdict.standing, verdict.reason, _dissent(tellings, verdict.standing))


@dataclass(frozen=True, slots=True)
class _Votes:
    """Tellings by what they vouch for; `support` is the sum over independent sources of their best confidence."""

    tellings: tuple[Telling, ...]
    source_of: SourceOf

    @classmethod
    def of(cls, tellings: Iterable[Telling], source_of: SourceOf) -> "_Votes":
        ordered = sorted(tellings, key=lambda t: (sort_key(t.source.published), t.event.id))
        return cls(tuple(ordered), source_of)

    def told(self, *statuses: Status, by_author: bool | None = None) -> list[Telling]:
        return [
            t for t in self.tellings
            if t.event.status in statuses and by_author in (None, t.event.voice == "author")
        ]  # fmt: skip

    def support(self, tellings: Iterable[Telling]) -> float:
        best: dict[str, float] = defaultdict(float)
        for telling in tellings:
            source = self.source_of(telling.event.document)
            best[source] = max(best[source], telling.event.confidence)
        return sum(best.values())

    def disinterested(self, claims: Iterable[Telling]) -> int:
        """Independent sources whose speakers take no part: the smaller of the number of speakers and of sources."""
        free = [t for t in claims if t.event.voice != "comment" and not t.voice_actor & t.sides and t.voice_actor]
        return min(len({t.event.voice for t in free}), len({self.source_of(t.event.document) for t in free}))


def _judge_past(votes: _Votes) -> Verdict | None:
    """The verdict on what is told as past, None where nobody says that it took place or did not."""
    told = votes.told("happened", by_author=True)
    claims = [t for t in votes.told("happened", by_author=False) if t.event.voice != "comment"]
    off, denials = votes.told(*OFF), votes.told("denied")
    if told:
        return _judge_told(votes, told, off, denials)
    admitted = next((t for t in claims if _admits(t)), None)
    if admitted:
        return Verdict("happened", f"admitted by {admitted.event.voice}")
    if claims and votes.disinterested(claims) >= 2:
        return Verdict("happened", "two independent sources without an interest say so")
    by_others = [t for t in denials if t.event.voice not in {c.event.voice for c in claims}]
    if claims and by_others:
        return Verdict("disputed", f"said by {_voices(claims)}, denied by {_voices(by_others)}")
    if claims and votes.support(claims) > votes.support(off):
        return Verdict("claimed", f"said by {_voices(claims)}, vouched for by no text")
    if denials and votes.support(denials) > votes.support([*off, *votes.told(*AHEAD)]):
        return _judge_denied(denials)
    return None


def _judge_told(votes: _Votes, told: list[Telling], off: list[Telling], denials: list[Telling]) -> Verdict | None:
    """Of an event that a text tells as past in its own voice."""
    support, against = votes.support(told), votes.support(off)
    ahead = votes.support(votes.told("planned"))
    if against > support * TURN and against >= support:
        return None
    if ahead > support and _latest(told) <= _earliest(votes.told("planned")):
        return None
    denied = [t for t in denials if t.event.voice == "author"]
    if denied and votes.support(denied) > support:
        return _judge_denied(denied)
    if denied and votes.support(denied) == support:
        return Verdict("disputed", "told as a fact and told not to be one")
    number = len({votes.source_of(t.event.document) for t in told})
    return Verdict("happened", f"told as a fact by {number} independent source{'s' if number > 1 else ''}")


def _judge_denied(denials: list[Telling]) -> Verdict:
    if any(t.event.voice == "author" for t in denials):
        return Verdict("did not happen", "told as a fact that it did not")
    return Verdict("disputed", f"denied by {_voices(denials)}")


def _judge_ahead(votes: _Votes) -> Verdict:
    """Of a plan: the latest word on it, and of words of one day the gravest."""
    words = votes.told(*AHEAD, *OFF) or list(votes.tellings)
    decided = [t for t in words if t.event.status in ("planned", *OFF)]
    last = max(map(_day, decided), default="")
    latest = [t for t in decided if _day(t) == last] or words
    gravest = max(latest, key=lambda t: (_GRAVITY[t.event.status], t.event.confidence, t.event.id))
    off = votes.told("cancelled")
    status: Status = gravest.event.status
    if status in ("postponed", "planned") and votes.support(off) > votes.support(latest):
        status, gravest = "cancelled", off[-1]
    return Verdict(_STANDINGS[status], f"the latest word, by {_voice(gravest)}")


_GRAVITY: dict[Status, int] = {
    "possible": 0, "proposed": 1, "planned": 2, "postponed": 3, "cancelled": 4, "denied": 1, "happened": 0,
}  # fmt: skip
_STANDINGS: dict[Status, Standing] = {
    "possible": "possible", "proposed": "proposed", "planned": "planned", "postponed": "postponed",
    "cancelled": "cancelled", "denied": "did not happen", "happened": "claimed",
}  # fmt: skip
_AGREES: dict[Standing, frozenset[Status]] = {
    "happened": frozenset({"happened", "planned", "proposed", "possible", "postponed"}),
    "claimed": frozenset({"happened", "planned", "proposed", "possible"}),
    "disputed": frozenset(),
    "did not happen": frozenset({"denied", "planned", "proposed", "possible", "cancelled", "postponed"}),
    "cancelled": frozenset({"cancelled", "planned", "proposed", "possible", "denied"}),
    "postponed": frozenset({"postponed", "planned", "proposed", "possible", "denied"}),
    "planned": frozenset({"planned", "proposed", "possible", "postponed"}),
    "proposed": frozenset({"proposed", "possible", "planned"}),
    "possible": frozenset({"possible", "proposed"}),
    "lapsed": frozenset({"planned", "proposed", "possible", "postponed"}),
}


def _dissent(tellings: Iterable[Telling], standing: Standing) -> tuple[str, ...]:
    """Who tells what does not go with the standing, as "cancelled, says X"; of a dispute all sides."""
    agreed = _AGREES[standing]
    found = {
        f"{t.event.status}, says {_voice(t)}"
        for t in tellings
        if t.event.status not in agreed and t.event.voice != "comment"
        and not (standing == "disputed" and t.event.status in AHEAD)
    }  # fmt: skip
    return tuple(sorted(found))


def _admits(telling: Telling) -> bool:
    """Whether the one who did it says so himself, of an act that is no honour."""
    return telling.event.type in CHARGES and bool(telling.voice_actor & set(telling.event.actors))


def _voice(telling: Telling) -> str:
    if telling.event.voice == "author":
        return telling.source.outlet or telling.source.author or telling.source.title or "the text"
    return telling.event.voice


def _voices(tellings: Iterable[Telling]) -> str:
    return ", ".join(dict.fromkeys(_voice(t) for t in tellings))


def _day(telling: Telling) -> str:
    return sort_key(telling.source.published)


def _latest(tellings: Iterable[Telling]) -> str:
    return max(map(_day, tellings), default="")


def _earliest(tellings: Iterable[Telling]) -> str:
    return min(map(_day, tellings), default="")
