"""States, organisations and groups as actors: their codes come from the record, their spellings from its words.

In: side namings, a code with the words that stand for it in one document. Out: one entry for each code.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.model.resolution import ActorEntry, Spelling
from dragoman.vocab.word_groups import word_group

OF_A_CLASS = "words for a class of groups, not for one actor"
Kind = Literal["state", "organisation", "group"]


@dataclass(frozen=True, slots=True)
class SideNaming:
    """A code that one document names, in these words; `name` is "" where the words cannot be told."""

    code: str
    name: str
    document: str
    mentions: int = 1


def find_coded_actors(namings: Iterable[SideNaming], names: Mapping[str, str]) -> tuple[ActorEntry, ...]:
    """One entry for each code, in their order.

    Args:
        namings: in any order.
        names: code to the name under which it is shown; a code without one is shown in its own words.
    """
    mentions: dict[str, Counter[str]] = defaultdict(Counter)
    documents: dict[tuple[str, str], set[str]] = defaultdict(set)
    for naming in namings:
        mentions[naming.code][naming.name] += naming.mentions
        documents[naming.code, naming.name].add(naming.document)
    entries = []
    for code in sorted(mentions):
        found = [Spelling(name, n, len(documents[code, name])) for name, n in mentions[code].items() if name]
        spellings = tuple(sorted(found, key=lambda spelling: (-spelling.mentions, spelling.name)))
        shown = names.get(code) or code.partition(":")[2].replace("-", " ").title() or code
        reason = OF_A_CLASS if code.lower() in word_group("class-group") else "one code in the record"
        entries.append(ActorEntry(code, kind_of(code), shown, code, spellings, reasons=(reason,)))
    return tuple(entries)


def kind_of(code: str) -> Kind:
    """What a code stands for, by its prefix."""
    return "organisation" if code.startswith("IGO:") else "group" if code.startswith("GRP:") else "state"
