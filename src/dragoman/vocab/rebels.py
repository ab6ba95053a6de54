"""Armed opponents of a state: the codes of those who have no name of their own, and where groups are at home.

"Syrian rebels" are GRP:SYRIAN-REBELS: the nationality and the kind of opponents, without a row in a table. Where the
table of groups lists the phrase ("Afghan rebels"), it is the group that bore it at the time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.vocab.groups import Group
from dragoman.vocab.word_groups import word_group

_KINDS = ("opposition", "separatists", "militia", "guerrillas")
_PLAIN = "REBELS"
_AGAINST = frozenset({_PLAIN, "OPPOSITION", "SEPARATISTS", "GUERRILLAS"})
"""Kinds that fight the state of their nationality; a militia may fight for it."""
_POLITICAL = word_group("political-body")
_SUFFIXES = {word: kind.upper() for kind in _KINDS for word in word_group(f"rebel-{kind}")}


@dataclass(frozen=True, slots=True)
class Rebels:
    """Whose armed opponents go by which code.

    Attributes:
        adjectives: code of a state to its nationality adjective.
        listed: phrase ("Afghan rebels") to the groups that the table lists it for.
        homes: code of a group to the states where it is at home.
        restless: states where some group of the table is at home; elsewhere nameless rebels are nobody's.
        bodies: groups that speak for those who fight, and are not "the rebels" themselves: councils, oppositions.
    """

    adjectives: Mapping[str, str]
    listed: Mapping[str, tuple[Group, ...]]
    homes: Mapping[str, tuple[str, ...]]
    restless: frozenset[str]
    bodies: frozenset[str]

    @classmethod
    def of(cls, groups: Iterable[Group], adjectives: Mapping[str, str]) -> "Rebels":
        """Index the phrases that a nationality and a kind of opponents make."""
        groups = tuple(groups)
        phrases = {_phrase(word, kind) for word in adjectives.values() for kind in _all_kinds()}
        listed: dict[str, tuple[Group, ...]] = {}
        for group in groups:
            for form in group.names:
                if form in phrases:
                    listed[form] = (*listed.get(form, ()), group)
        restless = frozenset(state for group in groups for state in group.home)
        bodies = frozenset(group.code for group in groups if _POLITICAL & set(group.name.lower().split()))
        return cls(adjectives, listed, homes_of(groups, adjectives), restless, bodies)

    def code_of(self, state: str, words: Sequence[str] = (), day: str = "") -> str:
        """The code of armed opponents of a state, by the kind of opponents that the words tell; "" of no state.

        Args:
            state: the state's code.
            words: words of the phrase ("separatist", "leaders").
            day: the ISO day of the text, "" if unknown.
        """
        adjective = self.adjectives.get(state, "")
        if not adjective:
            return ""
        kind = next((suffix for word, suffix in _SUFFIXES.items() if word in words), _PLAIN)
        groups = self.listed.get(_phrase(adjective, kind), ())
        listed = next((group.code for group in groups if not day or group.period.holds_on(day)), "")
        return listed or _code(adjective, kind)


def homes_of(groups: Iterable[Group], adjectives: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Code of a group to the codes of the states where it is at home; `adjectives` are those of the states."""
    homes = {_code(word, kind): (state,) for state, word in adjectives.items() for kind in _all_kinds()}
    return homes | {group.code: group.home for group in groups if group.home}


def find_rebels(code: str, homes: Mapping[str, Sequence[str]]) -> str:
    """The state against which nameless opponents rose, "" if the code is no such opponents."""
    kind = code.rpartition("-")[2]
    return homes.get(code, ("",))[0] if kind in _AGAINST and code.startswith("GRP:") else ""


def _all_kinds() -> tuple[str, ...]:
    return (_PLAIN, *(kind.upper() for kind in _KINDS))


def _phrase(adjective: str, kind: str) -> str:
    return f"{adjective} {kind.lower()}"


def _code(adjective: str, kind: str) -> str:
    return f"GRP:{adjective.upper().replace(' ', '-')}-{kind}"
