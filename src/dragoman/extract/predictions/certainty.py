"""How sure a forecast is, and what a word above, a doubt or a negation makes of that.

In: two certainties. Out: one.
"""

from typing import cast

from dragoman.model.records import Certainty

_OPPOSITE: dict[str, Certainty] = {
    "will": "will not", "likely": "unlikely", "may": "unlikely", "unlikely": "likely", "will not": "will",
}  # fmt: skip
_WEAKENED: dict[tuple[str, str], Certainty] = {
    ("will", "likely"): "likely", ("will not", "likely"): "unlikely", ("will", "may"): "may",
    ("will not", "may"): "may", ("likely", "may"): "may", ("unlikely", "may"): "may",
    ("will", "unlikely"): "unlikely", ("likely", "unlikely"): "unlikely", ("may", "unlikely"): "unlikely",
    ("will not", "unlikely"): "may", ("unlikely", "unlikely"): "may",
    ("will", "will not"): "will not", ("likely", "will not"): "unlikely", ("may", "will not"): "will not",
    ("will not", "will not"): "will", ("unlikely", "will not"): "likely",
}  # fmt: skip


def weaken(certainty: str, above: str) -> Certainty:
    """What a forecast of that certainty is worth below a word that speaks for itself as `above`.

    Example:
        >>> weaken("will", "likely"), weaken("will not", "likely"), weaken("will", "unlikely"), weaken("may", "will")
        ('likely', 'unlikely', 'unlikely', 'may')
    """
    return _WEAKENED.get((certainty, above), cast(Certainty, certainty))


def oppose(certainty: str) -> Certainty:
    """The certainty of the opposite.

    Example:
        >>> oppose("will"), oppose("likely"), oppose("may")
        ('will not', 'unlikely', 'unlikely')
    """
    return _OPPOSITE[certainty]
