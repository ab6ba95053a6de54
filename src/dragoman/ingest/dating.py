"""Decides when a page was published, to an EDTF interval, with its basis and a reason that a person can check.

In: a page, its parts and comments. Out: a `Dating`. Stated dates come first; readers' comments bound them from above,
dates in the text from below; a date that stands alone at the top of a page yields to both. Never today's date.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.ingest.evidence.incumbents import bound_by_offices
from dragoman.ingest.evidence.inference import Inferred, infer_from_text
from dragoman.ingest.evidence.stamps import Stamp, collect_stamps
from dragoman.ingest.page import Page
from dragoman.ingest.plaintext.dateforms import is_day
from dragoman.model.document import Basis, Comment, Part
from dragoman.text.edtf import bounds_of, interval, spell

COMMENT_LEAD = timedelta(days=2)
"""The first comment follows publication within two days; set by hand, no data at hand to sweep."""
ZONE = timedelta(days=1)
"""Clocks of page and comments may differ by a day."""
STALE = timedelta(days=60)
"""A page date later than the newest dated news in the text by more than this is the day somebody looked at it."""
DOUBTFUL = ("page", "modified")
"""Kinds of stamps that the text itself can refute."""
STATED = ("origin", "metadata", "dateline", "byline", "address", "guess", "page", "modified")


@dataclass(frozen=True, slots=True)
class Dating:
    """When a page was published: EDTF, basis, the reason in words, and the dates that disagree ("" if none do)."""

    published: str = ""
    basis: Basis = "unknown"
    reason: str = ""
    conflict: str = ""


def date_page(page: Page, parts: Sequence[Part], comments: Sequence[Comment]) -> Dating:
    """When `page` was published, as far as it tells; `Dating()` if nothing does."""
    stamps = collect_stamps(page, parts)
    latest = _first_comment(comments)
    dating, conflict = _first_that_holds([one for one in stamps if one.kind not in DOUBTFUL], stamps, latest, None)
    if dating:
        return dating
    years = [stamp.last.year for stamp in stamps if stamp.last]
    inferred = infer_from_text(page.text, parts, years if latest is None else [latest.year])
    doubtful = [one for one in stamps if one.kind in DOUBTFUL]
    dating, against = _first_that_holds(doubtful, stamps, latest, inferred)
    conflict = conflict or against
    found = (
        dating
        or _from_partial(stamps, latest, inferred)
        or _from_comment(latest, inferred)
        or _from_name(stamps, inferred)
        or _from_text(inferred, stamps)
    )
    if not found.published or found.published.endswith("/.."):
        found = _from_offices(page, parts, found)
    return replace(found, conflict=found.conflict or conflict)


def _first_that_holds(
    candidates: Sequence[Stamp], stamps: Sequence[Stamp], latest: date | None, inferred: Inferred | None
) -> tuple[Dating | None, str]:
    """The date of the first stamp that nothing contradicts, and what was said against those before it."""
    conflict = ""
    for stamp in candidates:
        if stamp.kind in STATED and stamp.first and stamp.last:
            against = _contradiction(stamp, latest, inferred)
            if not against:
                return _stated(stamp, stamps, conflict), conflict
            conflict = conflict or f"{stamp.words}, but {against}"
    return None, conflict


def _from_offices(page: Page, parts: Sequence[Part], dating: Dating) -> Dating:
    """`dating`, undated or without an end, closed by the terms of the office holders whom the text names."""
    known = bound_by_offices(page.text, parts)
    if known is None:
        return dating
    first = max(known.first, bounds_of(dating.published)[0] or known.first)
    if first > known.last:
        return dating
    reason = f"{dating.reason}; {known.reason}" if dating.reason else known.reason
    return Dating(interval(first, known.last), "inferred", reason)


def _first_comment(comments: Sequence[Comment]) -> date | None:
    days = [date.fromisoformat(comment.date) for comment in comments if len(comment.date) == 10]
    return min(days, default=None)


def _contradiction(stamp: Stamp, latest: date | None, inferred: Inferred | None) -> str:
    """Why a stamp cannot be the day of publication, "" if it can."""
    if stamp.first is None or stamp.last is None:
        return "it gives no year"
    if latest and stamp.first > latest + ZONE:
        return f"the first comment is of {spell(latest.isoformat())}"
    if stamp.kind in DOUBTFUL and inferred and inferred.last and stamp.first > inferred.last + STALE:
        return inferred.reason
    if stamp.kind == "page" and inferred and stamp.last < inferred.first:
        return inferred.reason
    return ""


def _stated(stamp: Stamp, stamps: Sequence[Stamp], conflict: str) -> Dating:
    assert stamp.first and stamp.last
    for other in stamps:
        if other.kind in ("metadata", "dateline", "byline") and other.first and other.last and not conflict:
            apart = max(other.first - stamp.last, stamp.first - other.last)
            if apart > COMMENT_LEAD and other.kind in ("metadata", "dateline"):
                conflict = f"{stamp.words}, but {other.words}"
    exact = (stamp.last - stamp.first).days < 31 or stamp.kind == "metadata"
    return Dating(interval(stamp.first, stamp.last), "stated" if exact else "inferred", stamp.words, conflict)


def _from_partial(stamps: Sequence[Stamp], latest: date | None, inferred: Inferred | None) -> Dating | None:
    """A dateline or byline without a year: the year comes from weekday, comments, copyright line or the text."""
    for stamp in stamps:
        found = stamp.found
        if stamp.kind not in ("dateline", "byline") or found is None or found.year or not found.day:
            continue
        for year, why in _years(stamps, latest, inferred):
            if not is_day(year, found.month, found.day):
                continue
            day = date(year, found.month, found.day)
            if (not found.weekday or day.isoweekday() == found.weekday) and not (latest and day > latest + ZONE):
                return Dating(day.isoformat(), "inferred", f"{stamp.words}, without a year; for the year, {why}")
    return None


def _years(stamps: Sequence[Stamp], latest: date | None, inferred: Inferred | None) -> Sequence[tuple[int, str]]:
    years = []
    if latest:
        years += [
            (latest.year, "the date of the comments counts"),
            (latest.year - 1, "the date of the comments counts"),
        ]
    years += [(stamp.last.year, stamp.words) for stamp in stamps if stamp.last]
    if inferred:
        years += [
            (inferred.first.year, "the newest past date in the text counts"),
            (inferred.first.year + 1, "the newest past date in the text counts"),
        ]
    return years


def _from_comment(latest: date | None, inferred: Inferred | None) -> Dating | None:
    if latest is None:
        return None
    first = latest - COMMENT_LEAD
    if inferred and first < inferred.first <= latest:
        first = inferred.first
    said = f"not after the first comment, {spell(latest.isoformat())}; first comments come within two days"
    return Dating(interval(first, latest), "inferred", said)


def _from_name(stamps: Sequence[Stamp], inferred: Inferred | None) -> Dating | None:
    for stamp in stamps:
        if stamp.kind == "name" and stamp.first and stamp.last:
            if inferred and stamp.last < inferred.first:
                continue
            return Dating(interval(stamp.first, stamp.last), "inferred", stamp.words)
    return None


def _from_text(inferred: Inferred | None, stamps: Sequence[Stamp]) -> Dating:
    limits = [stamp for stamp in stamps if stamp.kind in ("copyright", "crawled") and stamp.last]
    if inferred is None:
        for stamp in limits:
            if stamp.kind == "copyright" and stamp.first and stamp.last:
                return Dating(interval(stamp.first, stamp.last), "inferred", stamp.words)
        return Dating()
    last, reason = inferred.last, inferred.reason
    for stamp in limits:
        if stamp.last and inferred.first <= stamp.last and (last is None or stamp.last < last):
            last, reason = stamp.last, f"{inferred.reason}; {stamp.words}"
    published = interval(inferred.first, last) if last else f"{inferred.first.isoformat()}/.."
    return Dating(published, "inferred", reason)
