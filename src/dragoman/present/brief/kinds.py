"""What the 16 types and their modes are called in a brief, who stands in which relation, and how much each weighs.

The nouns are deliberately broad: a record of type CONSULT says that they met or talked, the quote beside it says how.
Weights put what is done above what is only said: attacks, seizures, sanctions, treaties and visits above demands and
accusations. They were set by reading the briefs of `examples/news`, not fitted.
"""

from dataclasses import dataclass

from dragoman.present.wording import join_words


@dataclass(frozen=True, slots=True)
class Kind:
    """A type's noun, the words before doer and target, a weight .8..3, and noun and weight when it is mutual."""

    noun: str
    target: str
    weight: float
    mutual: str = ""
    mutual_weight: float = 0.0


_KINDS = {
    "AGREE": Kind("promise or offer", "to", 1.2, "agreement", 2.2),
    "CONSULT": Kind("visit or talks", "with", 1.5, "talks", 1.6),
    "SUPPORT": Kind("support", "for", 1.5, "treaty or recognition", 2.4),
    "CONCEDE": Kind("concession", "to", 1.7),
    "COOPERATE": Kind("joint work or trade", "with", 1.3, "joint work or trade"),
    "AID": Kind("aid", "for", 2.0),
    "RETREAT": Kind("withdrawal, release or truce", "towards", 1.7, "truce", 2.2),
    "REQUEST": Kind("demand or request", "to", 0.8),
    "ACCUSE": Kind("accusation or criticism", "against", 0.9),
    "REJECT": Kind("refusal or opposition", "towards", 1.0),
    "THREATEN": Kind("threat or warning", "to", 1.3),
    "PROTEST": Kind("protest", "against", 1.3),
    "SANCTION": Kind("sanction or break", "against", 2.2),
    "MOBILIZE": Kind("move of forces", "against", 2.2),
    "COERCE": Kind("seizure, arrest or blockade", "against", 2.4),
    "ASSAULT": Kind("attack", "on", 3.0, "fighting"),
}
_MODES = {
    ("ACCUSE", "allege"): Kind("accusation", "against", 1.0),
    ("ACCUSE", "disapprove"): Kind("criticism or protest", "against", 0.8),
    ("CONSULT", "visit"): Kind("visit", "to", 2.2, "visit"),
    ("CONSULT", "phone"): Kind("call or message", "to", 1.4, "call"),
    ("CONSULT", "multilateral"): Kind("multilateral talks", "with", 1.3, "multilateral talks"),
    ("CONSULT", "third-party"): Kind("talks in a third country", "with", 1.5, "talks in a third country"),
    ("RETREAT", "ceasefire"): Kind("ceasefire", "towards", 2.4, "ceasefire"),
    ("RETREAT", "release"): Kind("release", "towards", 1.9),
    ("RETREAT", "withdraw"): Kind("withdrawal", "from", 1.7),
    ("COERCE", "arrest"): Kind("arrest", "against", 2.3),
    ("COERCE", "deport"): Kind("deportation", "against", 2.3),
    ("COERCE", "seize"): Kind("seizure", "against", 2.4),
    ("COERCE", "cyber"): Kind("cyber attack", "on", 2.4),
    ("SANCTION", "expel"): Kind("expulsion", "against", 2.3),
    ("ASSAULT", "aerial"): Kind("air attack", "on", 3.0, "fighting"),
    ("ASSAULT", "drone"): Kind("drone attack", "on", 3.0, "fighting"),
}


def kind_of(type: str, mode: str) -> Kind:
    """The kind for a type and its mode; the type's own where the mode has none."""
    return _MODES.get((type, mode)) or _KINDS[type]


def spell_act(kind: Kind, doers: list[str], targets: list[str]) -> str:
    """The act with its sides: "visit by Russia to Pakistan", "talks between Pakistan and Russia"."""
    if not targets and len(doers) > 1:
        return f"{kind.mutual or kind.noun} between {join_words(doers)}"
    who = f" by {join_words(doers)}" if doers else ""
    whom = f" {kind.target} {join_words(targets)}" if targets else ""
    return f"{kind.noun}{who}{whom}{'' if doers else ', by whom is not said'}"


def weigh_kind(type: str, mode: str, *, mutual: bool) -> float:
    """The weight of an act of that type and mode; an agreement of both weighs more than the promise of one."""
    kind = kind_of(type, mode)
    return kind.mutual_weight if mutual and kind.mutual_weight else kind.weight
