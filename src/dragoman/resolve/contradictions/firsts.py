"""Claims to be the first: "the first visit by a Russian president since 1999", and earlier visits that refute them.

In: events. Out: the claims, and contradictions with an earlier act of the same sides in the span that the claim covers.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from dragoman.model.records import Event
from dragoman.model.resolution import Contradiction, SourceDocument
from dragoman.resolve.contradictions.numbers import read_number
from dragoman.resolve.contradictions.tellings import safe_bounds
from dragoman.resolve.contradictions.titles import read_titles
from dragoman.resolve.contradictions.years import find_years
from dragoman.text.edtf import spell
from dragoman.text.hashing import make_id
from dragoman.text.names import same_person
from dragoman.vocab.holders import load_holders
from dragoman.vocab.offices import load_offices

_LONGEST = 2000
_BESIDE = 40
"""Characters before a claim in which its verb stands."""
_MARGIN = 2
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
_PRESENT = re.compile(r"\b(?:is|will|would|marks|marking|becomes|becoming)\b", re.IGNORECASE)
_SINCE_YEAR = re.compile(r"\bsince\s+(?:the\s+)?(?:[A-Z][a-z]+\s+)?(?P<year>1[89]\d\d|20\d\d)\b")
_IN_YEARS = re.compile(
    r"\b(?:in|for)\s+(?:almost|nearly|about|over|more than|some|around)?\s*(?P<number>[a-z]+(?:[ -][a-z]+)?|\d+)\s+"
    r"(?P<unit>years|decades)\b"
)
_EVER = re.compile(r"\b(?:ever|in history|in (?:the )?history of)\b|\bfirst-ever\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|of|for)\s+(?:a|an|any)\s+(?P<who>[^.;,]{3,60})")
_NOT_ALL = frozenset({"state", "working", "joint", "solo", "private", "major", "foreign", "overseas", "bilateral"})
_INITIALS = re.compile(r"\b([A-Z])\.(?=[A-Z]\b|\s)")
_VISITS = frozenset({"visit", "trip", "tour", "stay", "journey"})


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


def find_first_claims(event: Event, source: SourceDocument | None = None) -> list[FirstClaim]:
    """The claims of an event's quote that name their span; what is told as present is of the year of publication.

    Example:
        "the first visit by a Russian president since 1999" gives since 1999 and office HOS.
    """
    if event.type != "CONSULT" or event.status not in ("happened", "planned", "denied"):
        return []
    quote = _INITIALS.sub(r"\1", event.quote[:_LONGEST])
    forms = (_NO_OTHER,) if event.status == "denied" else (_FIRST, _FIRST_OF_IT, _FIRST_TO, _NO_OTHER)
    published = source.published if source else ""
    found = [_claim(event, match, published) for form in forms for match in form.finditer(quote)]
    return [claim for claim in found if claim]


def check_first_claims(claims: Iterable[FirstClaim], events: Iterable[Event]) -> list[Contradiction]:
    """Claims that an earlier act of the same sides and office refutes.

    Args:
        claims: of `find_first_claims`.
        events: of the whole dossier, or of the threads of the same sides.

    Returns:
        One contradiction for each claim and refuting year, by id.
    """
    by_sides: dict[tuple[frozenset[str], frozenset[str]], list[Event]] = {}
    for event in events:
        if event.type == "CONSULT" and event.status == "happened" and event.voice != "comment":
            by_sides.setdefault(_sides(event), []).append(event)
    found: dict[str, Contradiction] = {}
    known = sorted(claims, key=lambda claim: (claim.event.id, claim.words))
    for clash in _claims_at_odds(known):
        found[clash.id] = clash
    for claim in known:
        for clash in _refutations(claim, by_sides.get(_sides(claim.event), ())):
            found[clash.id] = clash
    return [found[key] for key in sorted(found)]


def _claims_at_odds(claims: Sequence[FirstClaim]) -> Iterator[Contradiction]:
    """Two claims of one visit of which one names, as the last before it, a year within the span of the other."""
    shelves: dict[tuple[object, ...], list[FirstClaim]] = {}
    for claim in claims:
        shelves.setdefault((_sides(claim.event), claim.office, claim.year), []).append(claim)
    for shelf in shelves.values():
        for a, b in combinations(shelf, 2):
            wide, narrow = sorted((a, b), key=lambda claim: claim.since)
            if _SINCE_YEAR.search(narrow.words) and narrow.since > wide.since + _MARGIN and a.event.id != b.event.id:
                records = (wide.event.id, narrow.event.id)
                yield Contradiction(
                    make_id("c", ["first", *records]), "first", wide.event.thread, records, (wide.words, narrow.words),
                    "one names as the last visit before it a year in which the other says that there was none",
                )  # fmt: skip


def _sides(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(event.actors), frozenset(event.recipients)


def _claim(event: Event, match: re.Match[str], published: str) -> FirstClaim | None:
    act = match["act"].lower() or "visit"
    if any(word.lower() in _NOT_ALL for word in match["kind"].split()) or act not in _VISITS:
        return None
    year = _year_told(event, match) or _year_of_news(match, published)
    since = _since(match.group(), year) if year else None
    office = _office_in(match["who"]) if "who" in match.groupdict() else _office_of(match["rest"])
    if since is None or not office:
        return None
    return FirstClaim(event, year, since, office, act, " ".join(match.group().split()))


def _since(words: str, year: int) -> int | None:
    """The first year of the span, with a margin; None if the claim names none."""
    named = _SINCE_YEAR.search(words)
    if named:
        return int(named["year"])
    counted = _IN_YEARS.search(words)
    if counted:
        value = read_number(counted["number"])
        years = (10 if counted["unit"] == "decades" else 1) * value
        return year - int(years) + _MARGIN if value else None
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
    """The year of publication, of a visit that the words before the claim tell as present; else 0."""
    days = safe_bounds(published)
    known = days[0] is not None and days[1] is not None and days[0].year == days[1].year
    before = match.string[max(match.start() - _BESIDE, 0) : match.start()]
    return days[0].year if known and days[0] and _PRESENT.search(before) else 0


def _year_of(event: Event) -> int:
    first, last = safe_bounds(event.date)
    day: date | None = last or first
    return day.year if day else 0


def _refutations(claim: FirstClaim, events: Iterable[Event]) -> Iterator[Contradiction]:
    latest = claim.year
    seen: set[int] = set()
    for event in sorted(events, key=lambda e: (-e.confidence, e.id)):
        first, last = safe_bounds(event.date)
        if first is None or last is None or first.year != last.year or first.year in seen:
            continue
        if claim.since < first.year < latest and _is_visit(event) and _held_office(event, claim):
            seen.add(first.year)
            yield _build(claim, event)


def _is_visit(event: Event) -> bool:
    return any(word.rstrip("s") in _VISITS or word.startswith("visit") for word in event.trigger.lower().split())


def _held_office(event: Event, claim: FirstClaim) -> bool:
    """Whether the visitor held the office of the claim: by his title in the quote, or by the table of holders."""
    titled = [
        held for held in read_titles(event.quote)
        if held.office == claim.office and held.plain and (not held.state or held.state in event.actors)
    ]  # fmt: skip
    for person in event.people[:4]:
        if any(same_person(person, held.name) for held in titled):
            return True
        terms = load_holders().in_office(person, event.date)
        if any(row.code in event.actors and row.office == claim.office for row in terms):
            return True
    return False


def _build(claim: FirstClaim, event: Event) -> Contradiction:
    values = (claim.words, f"{event.trigger}, {spell(event.date)}")
    records = (claim.event.id, event.id)
    return Contradiction(
        make_id("c", ["first", *records]), "first", claim.event.thread, records, values,
        "an earlier act of the same sides and office lies in the span of the claim",
    )  # fmt: skip
