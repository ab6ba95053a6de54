"""Days of publication, as far as they are known: of EDTF strings, for comparing and ordering."""

from datetime import date

from dragoman.text.edtf import Bounds, bounds_of

_PRECISE = 2
"""Days that a date may leave open and still be a day for our purpose: a weekend, "4 or 5 October"."""


def day_of(published: str) -> date | None:
    """The first day of a date that is known to the day or nearly so, else None.

    Example:
        >>> day_of("2012-10-04"), day_of("2012-10")
        (datetime.date(2012, 10, 4), None)
    """
    first, last = _bounds(published)
    return first if first and last and (last - first).days <= _PRECISE else None


def days_between(a: str, b: str) -> int | None:
    """Days between two dates at least, None if one is unknown; 0 where they may be one day.

    Example:
        >>> days_between("2012-10-04", "2012-10-07")
        3
        >>> days_between("2012-10-04", "2012-10")
        0
        >>> days_between("2012-10-04", "") is None
        True
    """
    (first_a, last_a), (first_b, last_b) = _bounds(a), _bounds(b)
    if not (first_a and last_a and first_b and last_b):
        return None
    return max(0, (first_b - last_a).days, (first_a - last_b).days)


def _bounds(published: str) -> Bounds:
    try:
        return bounds_of(published)
    except ValueError:
        return None, None
