"""Which records, documents or actors people want together and which apart.

Decisions and the present ids of their targets in; pairs of ids out, for whoever groups threads, families and actors.
Where one person joins what another parts, neither pair is given: the opposition is reported instead.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.model.decisions import Decision, Evidence, Opposition
from dragoman.resolve.decisions.force import LINK, Settled, select_in_force, settle

Pair = tuple[str, str]
Found = Mapping[Evidence, str]
"""The present id of what each evidence means; an actor's is `actor_key`. Left out: what is not there any more."""


def together(decisions: Iterable[Decision], found: Found) -> tuple[Pair, ...]:
    """Pairs that must be in one thread, family or actor; sorted, the smaller id first."""
    return _linked(decisions, found, "together")


def apart(decisions: Iterable[Decision], found: Found) -> tuple[Pair, ...]:
    """Pairs that must not be in one; sorted, the smaller id first."""
    return _linked(decisions, found, "apart")


def opposed_pairs(decisions: Iterable[Decision], found: Found) -> tuple[Opposition, ...]:
    """Pairs that one person joins and another parts."""
    settled = settle_pairs(decisions, found)
    return tuple(o for pair in sorted(settled) for o in settled[pair].oppositions)


def settle_pairs(decisions: Iterable[Decision], found: Found) -> dict[Pair, Settled]:
    """What the decisions on each pair come to."""
    by_pair: dict[Pair, list[Decision]] = defaultdict(list)
    for decision in select_in_force(decisions):
        pair = _pair_of(decision.targets, found)
        if decision.action in ("join", "part") and pair:
            by_pair[pair].append(decision)
    return {pair: settle(" ".join(pair), on_it) for pair, on_it in by_pair.items()}


def actor_key(evidence: Evidence) -> str:
    """An actor as decisions name one: "Sergei Lavrov, RUS", without the code if none was given."""
    return f"{evidence.name}, {evidence.type}" if evidence.type else evidence.name


def _linked(decisions: Iterable[Decision], found: Found, wanted: str) -> tuple[Pair, ...]:
    held = {pair: settled.claims.get(LINK) for pair, settled in settle_pairs(decisions, found).items()}
    return tuple(sorted(pair for pair, claim in held.items() if claim and claim.values == (wanted,)))


def _pair_of(targets: Sequence[Evidence], found: Found) -> Pair | None:
    ids = sorted({actor_key(t) if t.kind == "actor" else found.get(t, "") for t in targets})
    return (ids[0], ids[1]) if len(ids) == 2 and ids[0] else None
