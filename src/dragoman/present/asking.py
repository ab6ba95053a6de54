"""What a user asks for, as typed, and the same checked: filters, periods, days, words of a closed list.

Words from a command line or an address in, checked values out; every refusal says what would be accepted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal, get_args

from dragoman.model.errors import UsageError
from dragoman.model.records import EVENT_TYPES, STATUSES
from dragoman.model.relation import PERIODS, Period
from dragoman.model.resolution import COMMITMENT_STANDINGS, STANDINGS, Clash, CommitmentStanding
from dragoman.present.cut import choose_cut
from dragoman.record.filters import Filters

CLASHES: tuple[str, ...] = get_args(Clash)
Count = Literal["documents", "sources"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters as typed."""

    pair: str | None = None
    actor: str | None = None
    type: str | None = None
    status: str | None = None
    voice: str | None = None
    since: str | None = None
    until: str | None = None
    document: str | None = None
    limit: int = 0
    everything: bool = False
    least: float | None = None
    standing: str | None = None
    clash: str | None = None
    as_of: str | None = None
    outlet: str | None = None

    @property
    def shows_confidence(self) -> bool:
        """Whether the rows are asked for by their confidence, so that a table shows it."""
        return self.everything or self.least is not None


def check_filters(wanted: Wanted, *, foretells: bool = False) -> Filters:
    """Filters with codes and dates that exist; `foretells` asks for predictions only.

    Raises:
        UsageError: names the word that is wrong and what would be right.
    """
    since, until = check_period(wanted.since, wanted.until)
    filters = Filters(
        type=_choice("type", (wanted.type or "").upper(), EVENT_TYPES),
        status=_choice("status", (wanted.status or "").lower(), STATUSES),
        voice=wanted.voice or "",
        since=since,
        until=until,
        document=wanted.document or "",
        min_confidence=choose_cut(wanted.everything, wanted.least),
        foretells=foretells,
        limit=wanted.limit,
        standing=_choice("standing", (wanted.standing or "").lower(), STANDINGS),
        clash=_choice("clash", (wanted.clash or "").lower(), CLASHES),
        as_of=check_day("--as-of", wanted.as_of),
        outlet=wanted.outlet or "",
    )
    if wanted.actor is None and wanted.pair is None:
        return filters
    from dragoman.present.actors import find_code, find_pair

    actor = find_code(wanted.actor) if wanted.actor is not None else ""
    pair = find_pair(wanted.pair.split("\t")) if wanted.pair is not None else None
    return replace(filters, actor=actor, pair=pair)


def check_period(since: str | None, until: str | None) -> tuple[str, str]:
    """Both ends as EDTF, "" for none.

    Raises:
        UsageError: a date does not exist, or the period ends before it begins.
    """
    from dragoman.text.edtf import bounds_of

    first, last = check_date("--since", since), check_date("--until", until)
    begin, end = bounds_of(first)[0], bounds_of(last)[1]
    if begin and end and begin > end:
        raise UsageError(f"--since {first} is after --until {last}: no day lies between. Exchange the two.")
    return first, last


def check_date(option: str, value: str | None) -> str:
    """The value as EDTF, "" for none.

    Raises:
        UsageError: it is no date, or no such day exists.
    """
    from dragoman.text.edtf import check_edtf

    text = (value or "").strip()
    try:
        return check_edtf(text)
    except ValueError as error:
        reason = "no such day" if "not a date" not in str(error) else "not a date"
        raise UsageError(f"{option} {text}: {reason}. Write dates as 2012-10-04, 2012-10 or 2012.") from error


def check_day(option: str, value: str | None) -> str:
    """The last day of a date as ISO, "" for none.

    Raises:
        UsageError: it is no date, or has no last day.
    """
    from dragoman.text.edtf import bounds_of

    date = check_date(option, value)
    last = bounds_of(date)[1]
    if date and last is None:
        raise UsageError(f"{option} {date}: has no last day. Write dates as 2012-10-04, 2012-10 or 2012.")
    return last.isoformat() if last else ""


def check_by(option: str, value: str) -> Period:
    """The length of the periods of a relation.

    Raises:
        UsageError: there is no such period.
    """
    found = next((known for known in PERIODS if known == value.lower()), None)
    if found is None:
        raise UsageError(f"{option} {value}: no such period. There are: {', '.join(PERIODS)}.")
    return found


def first_and_last(since: str | None, until: str | None) -> tuple[str, str]:
    """ISO days of a period, "" where it is open.

    Raises:
        UsageError: as `check_period`.
    """
    from dragoman.text.edtf import bounds_of

    begin, end = check_period(since, until)
    first, last = bounds_of(begin)[0], bounds_of(end)[1]
    return first.isoformat() if first else "", last.isoformat() if last else ""


def check_count(value: str) -> Count:
    """What is counted.

    Raises:
        UsageError: neither documents nor sources.
    """
    return "documents" if _choice("count", value.lower(), ("documents", "sources")) == "documents" else "sources"


def check_kept(value: str | None) -> CommitmentStanding | None:
    """How a commitment stands, None for any.

    Raises:
        UsageError: a commitment never stands so.
    """
    wanted = _choice("standing", (value or "").lower(), COMMITMENT_STANDINGS)
    return next((standing for standing in COMMITMENT_STANDINGS if standing == wanted), None)


def _choice(what: str, value: str, known: Sequence[str]) -> str:
    if not value or value in known:
        return value
    near = get_close_matches(value, known, n=2, cutoff=0.5)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    raise UsageError(f"Unknown {what} {value!r}.{hint} There are: {', '.join(known)}.")
