"""Reads claims to be the first: "the first visit by a Russian president since 1999", "no premier had ever set foot".

In: an event and its page. Out: `FirstClaim`s with the span that they cover. It must not know other events.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.model.records import Event
from dragoman.model.resolution import SourceDocument
from dragoman.resolve.contradictions.first_forms import AFTER_THE_FACT, DENYING, TELLING, year_of_last
from dragoman.resolve.contradictions.numbers import read_number
from dragoman.resolve.contradictions.tellings import safe_bounds
from dragoman.resolve.contradictions.visits import VISITS, guests_and_hosts, is_visit
from dragoman.resolve.contradictions.years import find_years
from dragoman.text.edtf import MONTHS
from dragoman.vocab.clash_words import clash_group
from dragoman.vocab.offices import load_offices

_LONGEST = 2000
_BESIDE = 40
"""Characters before a claim in which its verb stands."""
MARGIN = 2
"""Years by which "almost 40 years" may be short, and by which the span is cut at its far end."""
_THIS_VISIT = re.compile(r"\b(?:this|the present|the current)\s+(?:week['’]s\s+)?(?:visit|trip|tour|stay|journey)\b")
_DAY_AND_YEAR = re.compile(rf"\b(?:{'|'.join(MONTHS)})(?:\s+\d\d?(?:st|nd|rd|th)?)?,?\s+\d{{4}}\b")
_WORD = re.compile(r"[A-Za-z]+")
_PRESENT = re.compile(r"\b(?:is|will|would|marks|marking|becomes|becoming)\b", re.IGNORECASE)
_IN_YEARS = re.compile(
    r"\b(?:in|for)\s+(?:almost|nearly|about|over|more than|some|around)?\s*(?P<number>[a-z]+(?:[ -][a-z]+)?|\d+)\s+"
    r"(?P<unit>years|decades)\b"
)
_EVER = re.compile(r"\b(?:ever|in history|in (?:the )?history of)\b|\bfirst-ever\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|of|for)\s+(?:a|an|any)\s+(?P<who>[^.;,]{3,60})")
_NOT_ALL = frozenset({"state", "working", "joint", "solo", "private", "major", "foreign", "overseas", "bilateral"})
_INITIALS = re.compile(r"\b([A-Z])\.(?=[A-Z]\b|\s)")
LEADER = "LEADER"
"""Whoever rules, as head of state or of government."""
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
    return year_of_last(claim.words) > 0


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
    forms = DENYING if event.status == "denied" else TELLING
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
    year = _year_told(event, match) or _year_of_news(match, published) or (of_visit if match.re in DENYING else 0)
    since = _since(match.group(), year) if year else None
    office = _office_in(match["who"]) if "who" in match.groupdict() else _office_of(match["rest"])
    if since is None or not office:
        return None
    return FirstClaim(event, year, since, office, act, " ".join(match.group().split()))


def _since(words: str, year: int) -> int | None:
    """The first year of the span, with a margin; None if the claim names none."""
    named = year_of_last(words)
    if named:
        return named
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
    """The first office that a few words name; `LEADER` for "a Norwegian leader"."""
    words = text.lower().split()
    for first in range(len(words)):
        for last in range(min(len(words), first + 4), first, -1):
            phrase = " ".join(words[first:last])
            titles = load_offices().find(phrase)
            if titles and titles[0].kind == "title":
                return LEADER if phrase in clash_group("ruler") else titles[0].office
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
    counted = match.re in DENYING and _IN_YEARS.search(match.group()) and not find_years(match.string)
    news = _PRESENT.search(before) or match.re in AFTER_THE_FACT or counted or _tells_of_now(match.string)
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
        and guests_and_hosts(other) == guests_and_hosts(event)
    }  # fmt: skip
    return years.pop() if len(years) == 1 else 0


def _year_of(event: Event) -> int:
    first, last = safe_bounds(event.date)
    day: date | None = last or first
    return day.year if day else 0
