"""What is said of an outlet wherever it is listed: its name, how its word stood, and which outlet a name means.

Pages of sources in, words and fields out.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.model.errors import UsageError

if TYPE_CHECKING:
    from dragoman.resolve.sources import SourcePage

UNKNOWN = "(unknown)"
"""How texts are listed whose outlet nobody names."""


def spell_outlet_name(outlet: str) -> str:
    """The name of an outlet, also of the one that nobody names."""
    return outlet or UNKNOWN


def spell_stood(page: "SourcePage") -> str:
    """How often what it alone vouched for is held to have happened: "12 of 15"."""
    happened = dict(page.stood).get("happened", 0)
    return f"{happened} of {sum(number for _, number in page.stood)}" if page.stood else ""


def find_source(name: str, pages: "Sequence[SourcePage]") -> "SourcePage":
    """The page of the outlet that is called so, else the only one whose name has these words in it.

    Raises:
        UsageError: no outlet is called so, or several may be meant.
    """
    from dragoman.vocab.owners import fold_usual

    exact = [page for page in pages if spell_outlet_name(page.outlet) == name]
    if exact:
        return exact[0]
    words = name.strip().lower()
    hits = [page for page in pages if fold_usual(spell_outlet_name(page.outlet)) == fold_usual(name.strip())]
    hits = hits or [page for page in pages if words and words in spell_outlet_name(page.outlet).lower()]
    if not hits:
        raise UsageError(f"No text of this dossier is of {name!r}. `dragoman sources` lists the outlets.")
    if len(hits) > 1:
        some = ", ".join(spell_outlet_name(page.outlet) for page in hits[:4])
        raise UsageError(f"{name!r} may be any of {len(hits)} outlets: {some} ... Give the whole name.")
    return hits[0]
