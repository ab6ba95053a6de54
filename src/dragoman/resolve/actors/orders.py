"""Which states' names stand in both orders in the news, and which have two family names.

In: `name_orders.tsv`. Out: sets of codes.
"""

from functools import cache

from dragoman.vocab.tables import read_table

_ALSO_TURNING = frozenset(("HUN", "JPN"))
"""News turns their names round, mostly; then the family name may stand at either end."""


@cache
def turning_codes() -> frozenset[str]:
    """States whose family names stand first, at home or in the news as well."""
    return _codes("first") | _ALSO_TURNING


@cache
def double_codes() -> frozenset[str]:
    """States where a person has two family names, of which news may drop the last."""
    return _codes("both")


def _codes(short: str) -> frozenset[str]:
    rows = read_table("name_orders.tsv", ("code", "short"))
    return frozenset(row["code"] for row in rows if row["short"] == short)
