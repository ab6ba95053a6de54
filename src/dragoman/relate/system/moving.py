"""Who moved from one division to another.

Camps have no names and are known only by who stands with whom; so of a group that parts, the smaller half moved.
"""

from collections.abc import Mapping

from dragoman.model.network import Camps


def find_moved(camps: Camps, sides: Mapping[str, int]) -> tuple[str, ...]:
    """Those sides of earlier camps that stand apart now from most of the others; of two halves not the first one's.

    Args:
        camps: the earlier ones.
        sides: +1 or -1 by code, as they stand now; sides of the earlier camps that are not here are left out.

    Example:
        >>> find_moved(Camps(("IND", "RUS", "USA"), ("PAK",), 0, 0), {"IND": 1, "PAK": 1, "RUS": -1, "USA": 1})
        ('PAK', 'RUS')
    """
    was = dict.fromkeys(camps.first, 1) | dict.fromkeys(camps.second, -1)
    codes = sorted(code for code in was if code in sides)
    alike = [code for code in codes if was[code] == sides[code]]
    unlike = [code for code in codes if was[code] != sides[code]]
    if len(alike) == len(unlike):
        return tuple(max(alike, unlike))
    return tuple(alike if len(alike) < len(unlike) else unlike)
