"""Which outlets a state owns, runs or pays for.

In: `outlet_owners.tsv`. Out: a look-up by an outlet's folded usual name. It must not judge an outlet by its owner.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.vocab.page_words import fold_outlet, load_outlets
from dragoman.vocab.tables import read_table

OWNERSHIPS = ("state", "party", "public", "funded")


@dataclass(frozen=True, slots=True)
class Owner:
    """Who stands behind an outlet: code of the state, kind of ownership (see the table's head), source of the fact."""

    state: str
    ownership: str
    source: str


@cache
def load_owners() -> Mapping[str, Owner]:
    """Folded usual name of an outlet to its owner.

    Raises:
        VocabError: an outlet comes twice, or a kind of ownership is not one of `OWNERSHIPS`.
    """
    found: dict[str, Owner] = {}
    for row in read_table("outlet_owners.tsv", ("outlet", "owner", "ownership", "source")):
        name = fold_usual(row.required("outlet"))
        if name in found:
            raise row.fault(f'"{row["outlet"]}" comes twice; outlets.tsv may know both names as one outlet')
        if row["ownership"] not in OWNERSHIPS:
            raise row.fault(f'"{row["ownership"]}" is no kind of ownership; take one of {", ".join(OWNERSHIPS)}')
        found[name] = Owner(row.required("owner"), row["ownership"], row.required("source"))
    return found


@lru_cache(maxsize=4096)
def fold_usual(name: str) -> str:
    """An outlet's name for look-up, an alias as the usual name of its outlet; "" for "".

    Example:
        >>> fold_usual("The Associated Press") == fold_usual("AP")
        True
    """
    known = load_outlets().get(fold_outlet(name)) if name else None
    return fold_outlet(known.name if known else name) if name else ""


def find_owner(outlet: str) -> Owner | None:
    """The owner of an outlet by any of its names, None if no state is known to own it."""
    return load_owners().get(fold_usual(outlet))
