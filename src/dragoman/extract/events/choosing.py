"""Which sets of actors fill the roles of an act: sets are compared as wholes, because sides are right only together.

In: for each role a `Ballot`, the chance of each candidate by itself and what grammar and the rules say of the role.
Out: the likeliest set for each role, nobody in both, and how sure that is. The weights are those of a log-linear model
over sets (`side_choices.tsv`, fitted by `scripts/fit_sides.py`); the names of what they weigh are an analyst's.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

FRONT = 3
"""Likeliest candidates of a role that are tried alone, in pairs, and beside those that grammar names (3 or 4 alike)."""
EVEN, LIKELY = 0.5, 0.35
"""Chances from which all candidates together are a set to be tried."""
MANY = 3
"""Sizes from which a set is just large."""
DOUBT = 0.4
"""Log-odds by which a set must be ahead that neither grammar nor a rule gives whole (swept 0-1.5 on coded texts)."""
LEAST = 1e-4
LIKELIHOOD = "as likely as each for itself"
"""Name of what the candidates' own chances say of a set: the logarithm of their product, not a yes or no."""
TOGETHER = "together"
"""In the place of a role: weights of what holds of all sides of an act."""
Weights = Mapping[str, float]
Codes = frozenset[str]


@dataclass(frozen=True, slots=True)
class Ballot:
    """What is known of one role of an act.

    Attributes:
        role: actor, recipient, or party of a mutual act.
        type: the act's PLOVER type.
        chances: code to chance of being in the role, each candidate for itself.
        grammar: codes that grammar names for the role; `lent`: those that it has once the rules have lent some.
        here: codes that are named in the act's own sentence.
        companies: codes that are in the role together or not at all: one name or one coordination stands for them.
        foes: code to those with whom it is at war in the text.
    """

    role: str
    type: str
    chances: Mapping[str, float]
    grammar: Codes
    lent: Codes
    here: Codes
    companies: tuple[Codes, ...] = ()
    foes: Mapping[str, Codes] = field(default_factory=dict)


def list_options(ballot: Ballot) -> list[Codes]:
    """The sets of candidates that are worth comparing, in a fixed order."""
    chances = ballot.chances
    front = sorted(chances, key=lambda code: (-chances[code], code))[:FRONT]
    grammar, lent = ballot.grammar & chances.keys(), ballot.lent & chances.keys()
    found: dict[Codes, None] = dict.fromkeys([frozenset[str](), frozenset(grammar), frozenset(lent)])
    for code in front:
        found |= dict.fromkeys(frozenset({code}) | base for base in (frozenset[str](), grammar, lent))
    found |= dict.fromkeys(frozenset(pair) for pair in combinations(front, 2))
    found |= dict.fromkeys(frozenset(c for c in chances if chances[c] >= least) for least in (EVEN, LIKELY))
    return list(dict.fromkeys(_complete(each, ballot) for each in found))


def _complete(chosen: Codes, ballot: Ballot) -> Codes:
    """With all the company of each that is chosen."""
    for company in ballot.companies:
        if chosen & company:
            chosen |= company & ballot.chances.keys()
    return chosen


def find_likelihood(ballot: Ballot, chosen: Codes) -> float:
    """Logarithm of the chance that exactly these are in the role, each judged for itself."""
    return sum(
        math.log(max(LEAST, chance if code in chosen else 1.0 - chance)) for code, chance in ballot.chances.items()
    )


def features_of_choice(ballot: Ballot, chosen: Codes) -> list[str]:
    """The names of all that holds of a set as a whole, each once."""
    type_, grammar = ballot.type, ballot.grammar
    size = f"{min(len(chosen), MANY)} of them"
    kinds = f"{size}, {'+'.join(sorted({kind_of(code) for code in chosen})) or 'nobody'}"
    found = [size, f"{size}, {type_}", kinds, f"{kinds}, {type_}"]
    if grammar:
        kept = "as grammar has it" if chosen == grammar else "not as grammar has it"
        found += [kept, f"{kept}, {type_}"]
        if grammar < chosen:
            found += ["more than grammar has", f"more than grammar has, {type_}"]
        elif not chosen:
            found.append("nobody, though grammar has somebody")
        elif not chosen & grammar:
            found.append("others than grammar has")
    if chosen:
        found.append(f"{min(len(chosen - ballot.here), 2)} named elsewhere")
    return found


def features_of_sides(ballots: Sequence[Ballot], chosen: Sequence[Codes]) -> list[str]:
    """The names of what holds of all sides of an act together: whether they are at war with each other."""
    pairs = [(one, other) for one in chosen[0] for other in chosen[-1] if one != other] if chosen else []
    if not pairs or not ballots[0].foes:
        return []
    foes = ballots[0].foes
    hostile = sum(other in foes.get(one, ()) for one, other in pairs)
    if hostile:
        found = "all foes" if hostile == len(pairs) else "some foes"
    else:
        found = "foes of others" if any(one in foes or other in foes for one, other in pairs) else "foes of nobody"
    return [found, f"{found}, {ballots[0].type}"]


def kind_of(code: str) -> str:
    """State, body or group."""
    return {"IGO": "body", "GRP": "group"}.get(code.partition(":")[0], "state")


def score_choice(ballot: Ballot, chosen: Codes, weights: Weights) -> float:
    """Log-odds of a set, up to a constant of the role."""
    own = weights.get(LIKELIHOOD, 1.0) * find_likelihood(ballot, chosen)
    if chosen - ballot.grammar - ballot.lent:
        own -= DOUBT
    return own + sum(weights.get(name, 0.0) for name in features_of_choice(ballot, chosen))


def choose_sides(
    ballots: Sequence[Ballot], weights: Mapping[str, Weights]
) -> tuple[dict[str, Codes], float]:
    """The likeliest set of each role, nobody in two, and the chance that all of them are right.

    Args:
        ballots: one for each role of the act.
        weights: role to weights of sets.
    """
    scored = [
        [(score_choice(each, chosen, weights.get(each.role, {})), chosen) for chosen in list_options(each)]
        for each in ballots
    ]
    joint = weights.get(TOGETHER, {})
    ways = []
    for way in product(*scored):
        sets = tuple(chosen for _, chosen in way)
        if _are_apart(sets):
            together = sum(joint.get(name, 0.0) for name in features_of_sides(ballots, sets))
            ways.append((sum(score for score, _ in way) + together, sets))
    best, chosen = max(ways, key=lambda way: way[0])
    total = sum(math.exp(score - best) for score, _ in ways)
    return {ballot.role: codes for ballot, codes in zip(ballots, chosen, strict=True)}, 1.0 / total


def _are_apart(sets: Iterable[Codes]) -> bool:
    taken: set[str] = set()
    for each in sets:
        if taken & each:
            return False
        taken |= each
    return True
