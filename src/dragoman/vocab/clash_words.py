"""Groups of words by which two tellings are held against each other, and the words of counting.

In: `clash_words.tsv`, `count_words.tsv`. Out: the words of a group; `CountWords`. It must not know any text.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.vocab.tables import read_table

KINDS = frozenset({"number", "scale", "low", "high", "about", "part", "unit", "person", "money", "role"})


@dataclass(frozen=True, slots=True)
class CountWords:
    """What the words of counting mean.

    `numbers` and `scales` are values by word; `hedges` gives "low", "high" or "about" by phrase; `parts` are the words
    beside which a number is of a part only; `units` and `roles` give one name by phrase; `persons` are the units that
    are people; `money` gives the unit by sign. `longest` is the number of words of the longest unit.
    """

    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    hedges: Mapping[str, str]
    parts: frozenset[str]
    units: Mapping[str, str]
    persons: frozenset[str]
    money: Mapping[str, str]
    roles: Mapping[str, str]
    longest: int


@cache
def _clash_groups() -> dict[str, frozenset[str]]:
    groups: dict[str, frozenset[str]] = {}
    for row in read_table("clash_words.tsv", ("group", "words", "note")):
        if row.required("group") in groups:
            raise row.fault(f"group {row['group']} stands twice. Merge the two rows")
        row.required("words")
        groups[row["group"]] = frozenset(row.list_of("words"))
    return groups


def clash_group(name: str) -> frozenset[str]:
    """The words of one group; a KeyError names a group that the table lacks.

    Raises:
        VocabError: the table is faulty, with file and line.
    """
    return _clash_groups()[name]


@cache
def clash_groups(prefix: str) -> tuple[str, ...]:
    """The names of all groups that begin so, in the order of the table."""
    return tuple(name for name in _clash_groups() if name.startswith(prefix))


@cache
def groups_of(prefix: str) -> tuple[frozenset[str], ...]:
    """The words of all groups whose names begin so, in the order of the table."""
    return tuple(words for name, words in _clash_groups().items() if name.startswith(prefix))


@cache
def load_count_words() -> CountWords:
    """Read the words of counting once.

    Raises:
        VocabError: a row is faulty, with file and line.
    """
    found: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    for row in read_table("count_words.tsv", ("kind", "value", "words", "note")):
        if row["kind"] not in KINDS:
            raise row.fault(f"kind {row['kind']!r} is none of {', '.join(sorted(KINDS))}")
        if row["kind"] in ("number", "scale") and not row["value"].isdigit():
            raise row.fault(f"value {row['value']!r} is no number")
        row.required("words")
        for word in row.list_of("words"):
            found[row["kind"]][word] = row["value"]
    return CountWords(
        numbers={word: int(value) for word, value in found["number"].items()},
        scales={word: int(value) for word, value in found["scale"].items()},
        hedges={word: kind for kind in ("low", "high", "about") for word in found[kind]},
        parts=frozenset(found["part"]),
        units=found["unit"],
        persons=frozenset(found["person"]),
        money={value: word for word, value in found["money"].items()},
        roles=found["role"],
        longest=max(unit.count(" ") + 1 for unit in found["unit"]),
    )
