"""Armed opponents of a state: the codes of those who have no name of their own, and where groups are at home.

"Syrian rebels" are GRP:SYRIAN-REBELS: the nationality and the kind of opponents, without a row in a table.
"""

from collections.abc import Iterable, Mapping, Sequence

from dragoman.vocab.groups import Group
from dragoman.vocab.word_groups import word_group

_KINDS = ("opposition", "separatists", "militia", "guerrillas")
_PLAIN = "REBELS"
_AGAINST = frozenset({_PLAIN, "OPPOSITION", "SEPARATISTS", "GUERRILLAS"})
"""Kinds that fight the state of their nationality; a militia may fight for it."""
_SUFFIXES = {word: kind.upper() for kind in _KINDS for word in word_group(f"rebel-{kind}")}


def rebel_code(adjective: str, words: Sequence[str] = ()) -> str:
    """The code of armed opponents of a nationality, by the kind of opponents that the words tell.

    Example:
        >>> rebel_code("Sri Lankan", ["separatist", "leaders"])
        'GRP:SRI-LANKAN-SEPARATISTS'
    """
    return _code(adjective, next((suffix for word, suffix in _SUFFIXES.items() if word in words), _PLAIN))


def homes_of(groups: Iterable[Group], adjectives: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Code of a group to the codes of the states where it is at home; `adjectives` are those of the states."""
    kinds = (_PLAIN, *(kind.upper() for kind in _KINDS))
    homes = {_code(word, kind): (state,) for state, word in adjectives.items() for kind in kinds}
    return homes | {group.code: group.home for group in groups if group.home}


def find_rebels(code: str, homes: Mapping[str, Sequence[str]]) -> str:
    """The state against which nameless opponents rose, "" if the code is no such opponents."""
    kind = code.rpartition("-")[2]
    return homes.get(code, ("",))[0] if kind in _AGAINST and code.startswith("GRP:") else ""


def restless_states(groups: Iterable[Group]) -> frozenset[str]:
    """Codes of the states where some group of the table is at home; elsewhere nameless rebels are nobody's."""
    return frozenset(state for group in groups for state in group.home)


def _code(adjective: str, kind: str) -> str:
    return f"GRP:{adjective.upper().replace(' ', '-')}-{kind}"
