"""Reads claims to be the first: "the first visit by a Russian president since 1999", "no premier had ever set foot".

In: an event and its page. Out: `FirstClaim`s with the span that they cover. It must not know other events.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.model.records import Event
from dragoman.model.resolution import SourceDocument
from dragoman.resolve.contradictions.numbers import read_number
from dragoman.resolve.contradictions.tellings import safe_bounds
from dragoman.resolve.contradictions.years import find_years
from dragoman.text.edtf import MONTHS
from dragoman.vocab.clash_words import clash_group
from dragoman.vocab.offices import load_offices

_LONGEST = 2000
_BESIDE = 40
"""Characters before a claim in which its verb stands."""
MARGIN = 2
"""Years by which "almost 40 years" may be short, and by which the span is cut at its far end."""
_FIRST = re.compile(
    r"\b(?:the|a|his|her|its|their)?\s*first(?:-ever)?\s+(?P<kind>(?:[a-z-]+\s+){0,3}?)"
    r"(?P<act>visit|trip|tour|summit|meeting|talks)\b(?P<rest>[^.;]{0,160})",
    re.IGNORECASE,
)
_FIRST_OF_IT = re.compile(
    r"\b(?P<act>visit|trip|tour|stay|journey)\b[^.;]{0,60}?,\s+(?:the|his|her|their)\s+first(?P<kind>)(?P<rest>\s[^.;]{0,160})",
    re.IGNORECASE,
)
"""The visit before the claim: "his stay in Oslo, the first by a king of Spain since 1982"."""
_FIRST_TO = re.compile(
    r"\b(?:the|as|is|was|become|becomes|became)\s+(?:the\s+)?first(?P<who>(?:\s+[A-Za-z-]+){1,6}?)\s+"
    r"(?:to\s+(?:visit|travel|come|go|set\s+foot)|to\s+make\s+a\s+visit)(?P<kind>)(?P<act>)\b(?P<rest>[^.;]{0,160})",
    re.IGNORECASE,
)
"""The visitor instead of the visit: "the first Norwegian premier to set foot in Chile since 1971"."""
_NO_OTHER = re.compile(
    r"\bno(?P<who>(?:\s+[A-Za-z-]+){1,6}?)\s+(?:has|had)\s+(?P<rest>(?:(?:ever|yet)\s+)?"
    r"(?:visited|travelled|traveled|been|come|gone|set\s+foot)(?P<kind>)(?P<act>)\b[^.;]{0,160})",
    re.IGNORECASE,
)
"""None before: "no Norwegian premier had set foot in Chile since 1971"."""
_LAST = re.compile(
    r"\b[Tt]he\s+last(?P<who>(?:\s+[A-Za-z-]+){1,6}?)\s+(?:to\s+(?:visit|travel|come|go|set\s+foot)|who\s+(?:visited|came|went))"
    r"(?P<kind>)(?P<act>)\b(?P<rest>[^.;]{0,160}?\b(?:was|had been)\b[^.;]{1,80}?\bin\s+(?P<year>1[89]\d\d|20\d\d)\b)"
)
"""None since: "the last Norwegian premier to visit Chile was Ann Roe, in 1971"."""
_THIS_VISIT = re.compile(r"\b(?:this|the present|the current)\s+(?:week['’]s\s+)?(?:visit|trip|tour|stay|journey)\b")
_DAY_AND_YEAR = re.compile(rf"\b(?:{'|'.join(MONTHS)})(?:\s+\d\d?(?:st|nd|rd|th)?)?,?\s+\d{{4}}\b")
_WORD = re.compile(r"[A-Za-z]+")
_PRESENT = re.compile(r"\b(?:is|will|would|marks|marking|becomes|becoming)\b", re.IGNORECASE)
_SINCE_YEAR = re.compile(
    r"\bsince\s+(?:[^.;:]{1,120}?\s(?:in|of)\s+)?(?:the\s+)?(?:[A-Z][a-z]+\s+)?(?P<year>1[89]\d\d|20\d\d)\b"
)
"""Also by the last one before: "since Ann Roe went there in 1982"."""
_IN_YEARS = re.compile(
    r"\b(?:in|for)\s+(?:almost|nearly|about|over|more than|some|around)?\s*(?P<number>[a-z]+(?:[ -][a-z]+)?|\d+)\s+"
    r"(?P<unit>years|decades)\b"
)
_EVER = re.compile(r"\b(?:ever|in history|in (?:the )?history of)\b|\bfirst-ever\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|of|for)\s+(?:a|an|any)\s+(?P<who>[^.;,]{3,60})")
_NOT_ALL = frozenset({"state", "working", "joint", "solo", "private", "major", "foreign", "overseas", "bilateral"})
_INITIALS = re.compile(r"\b([A-Z])\.(?=[A-Z]\b|\s)")
VISITS = frozenset({"visit", "trip", "tour", "stay", "journey"})
_OF_THE_HOST = frozenset({"received", "hosted", "stopover"})
_DAY = len("2000-01-02")


@dataclass(frozen=True, slots=True)
class FirstClaim:
    """A claim to be first.

    `year` is that of the act; `since` the year after which there was none before, 0 for "ever"; `office` that to
    which the claim is limited; `words` as told; `act` what it is the first of.
    """

    event: Event
    year: int
    since: int
    office: str
    act: str
    words: str


def names_its_year(claim: FirstClaim) -> bool:
    """Whether the claim names the year of the one before: "since 1999", not "in ten years"."""
    return bool(_SINCE_YEAR.search(claim.words) or _LAST.search(claim.words))


def find_first_claims(
    event: Event, source: SourceDocument | None = None, beside: Iterable[Event] = ()
) -> list[FirstClaim]:
    """The claims of an event's quote that name their span; what is told as present is of the year of publication.

    Args:
        event: the record.
        source: its page.
        beside: other events of the same text: "none had come since 1971" is said of the visit that it tells of.

    Example:
        "the first visit by a Russian president since 1999" gives since 1999 and office HOS.
    """
    if event.type != "CONSULT" or event.status not in ("happened", "planned", "denied"):
        return []
    quote = _INITIALS.sub(r"\1", event.quote[:_LONGEST])
    forms = (_NO_OTHER,) if event.status == "denied" else (_FIRST, _FIRST_OF_IT, _FIRST_TO, _NO_OTHER, _LAST)
    published = source.published if source else ""
    matches = [match for form in forms for match in form.finditer(quote)]
    of_visit = _year_of_visit(event, beside) if matches else 0
    found = [_claim(event, match, published, of_visit) for match in matches]
    return [claim for claim in found if claim]


def group_by_document(events: Iterable[Event]) -> dict[str, list[Event]]:
    """The events of each text."""
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(event.document, []).append(event)
    return groups


def _claim(event: Event, match: re.Match[str], published: str, of_visit: int) -> FirstClaim | None:
    act = match["act"].lower() or "visit"
    if any(word.lower() in _NOT_ALL for word in match["kind"].split()) or act not in VISITS:
        return None
    year = _year_told(event, match) or _year_of_news(match, published) or (of_visit if match.re is _NO_OTHER else 0)
    since = _since(match.group(), year) if year else None
    office = _office_in(match["who"]) if "who" in match.groupdict() else _office_of(match["rest"])
    if since is None or not office:
        return None
    return FirstClaim(event, year, since, office, act, " ".join(match.group().split()))


def _since(words: str, year: int) -> int | None:
    """The first year of the span, with a margin; None if the claim names none."""
    named = _SINCE_YEAR.search(words) or _LAST.search(words)
    if named:
        return int(named["year"])
    counted = _IN_YEARS.search(words)
    if counted:
        value = read_number(counted["number"])
        years = (10 if counted["unit"] == "decades" else 1) * value
        return year - int(years) + MARGIN if value else None
    return 0 if _EVER.search(words) else None


def _office_of(rest: str) -> str:
    """The office in "by a Russian president", "of a Pakistani head of state"; "" if there is none."""
    who = _BY.search(rest)
    return _office_in(who["who"]) if who else ""


def _office_in(text: str) -> str:
    """The first office that a few words name."""
    words = text.lower().split()
    for first in range(len(words)):
        for last in range(min(len(words), first + 4), first, -1):
            titles = load_offices().find(" ".join(words[first:last]))
            if titles and titles[0].kind == "title":
                return titles[0].office
    return ""


def _year_told(event: Event, match: re.Match[str]) -> int:
    """The year of the act: the one named beside the claim, else that of the record; not the "since" of the claim."""
    beside = {int(d.value[:4]) for d in find_years(match.string) if not match.start() <= d.start < match.end()}
    if len(beside) == 1:
        return beside.pop()
    year = _year_of(event)
    return 0 if str(year) in match.group() else year


def _year_of_news(match: re.Match[str], published: str) -> int:
    """The year of publication, of a visit that the words tell as present or as news of these weeks; else 0."""
    days = safe_bounds(published)
    known = days[0] is not None and days[1] is not None and days[0].year == days[1].year
    before = match.string[max(match.start() - _BESIDE, 0) : match.start()]
    counted = match.re is _NO_OTHER and _IN_YEARS.search(match.group()) and not find_years(match.string)
    news = _PRESENT.search(before) or match.re is _LAST or counted or _tells_of_now(match.string)
    return days[0].year if known and days[0] and news else 0


def _tells_of_now(quote: str) -> bool:
    """Whether "this visit" or a day without its year shows that the quote tells of its own weeks."""
    if _THIS_VISIT.search(quote):
        return True
    words = _WORD.findall(quote)
    days = {word for word in words if word.lower() in clash_group("near-day")} - {"week", "month", "weekend"}
    return bool(days) or any(month in words for month in MONTHS) and not _DAY_AND_YEAR.search(quote)


def _year_of_visit(event: Event, beside: Iterable[Event]) -> int:
    """The year of the visit between the same sides that the text tells as done on a day; 0 if there are several."""
    years = {
        _year_of(other) for other in beside
        if other.document == event.document and other.id != event.id and other.status == "happened"
        and is_visit(other) and len(other.date) == _DAY
        and (other.actors, other.recipients) == (event.actors, event.recipients)
    }  # fmt: skip
    return years.pop() if len(years) == 1 else 0


def is_visit(event: Event) -> bool:
    """Whether the event is told with a word of visiting: "visit", "tour", "came", "arrived"."""
    words = event.trigger.lower().split()
    return event.type == "CONSULT" and any(word in _visiting() for word in words)


@cache
def _visiting() -> frozenset[str]:
    return (clash_group("kin-visit") - _OF_THE_HOST) | VISITS


def _year_of(event: Event) -> int:
    first, last = safe_bounds(event.date)
    day: date | None = last or first
    return day.year if day else 0
