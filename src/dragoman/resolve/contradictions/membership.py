"""A membership outside its dates: "Pakistan had left CENTO in 1974", "NATO member Poland, in 1995".

In: an event. Out: contradictions with the row of `memberships.tsv` that speaks against it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dragoman.model.records import Event
from dragoman.model.resolution import Contradiction
from dragoman.resolve.contradictions.facts import against_fact
from dragoman.resolve.contradictions.tellings import date_words, safe_bounds
from dragoman.resolve.contradictions.years import find_years
from dragoman.text.edtf import spell
from dragoman.vocab.clash_words import clash_group
from dragoman.vocab.cue_table import load_small_words
from dragoman.vocab.memberships import Membership, load_memberships
from dragoman.vocab.organisations import load_organisations
from dragoman.vocab.states import load_states

_LONGEST = 2000
_BEFORE = 60
_REACH = 90
_BEFORE_THE_UNION = "IGO:EC"
_WORD = re.compile(r"[a-z]+")


def find_membership_clashes(event: Event, published: str) -> Iterator[Contradiction]:
    """Memberships that the quote lets begin, end or hold in a year in which they did not."""
    quote = event.quote[:_LONGEST]
    if event.status != "happened" or not (date_words(event) or find_years(quote)):
        return
    yield from _joins_and_leaves(event, quote)
    yield from _called_members(event, quote)


def _joins_and_leaves(event: Event, quote: str) -> Iterator[Contradiction]:
    for kind in ("join", "leave"):
        for match in _verbs(kind).finditer(quote):
            if _not_yet(quote[: match.start()]):
                continue
            on = _year_of(event, quote, match.end())
            member = _subject(event, quote[: match.start()]) if on else ""
            for code, name in _organisations_after(quote, match.end()) if member else ():
                clash = _clash_of_step(event, kind, member, code, name, on)
                if clash:
                    yield clash


def _clash_of_step(event: Event, kind: str, member: str, code: str, name: str, on: str) -> Contradiction | None:
    table = load_memberships()
    stays = table.stays(code, member)
    days = [stay.joined if kind == "join" else stay.left for stay in stays]
    if not table.knows(code, member) or any(day and _same_years(day, on) for day in days):
        return None
    if kind == "leave" and any(not stay.left for stay in stays) and not any(days):
        fact = f"{member} in {name}: {stays[0].told}"
    else:
        fact = f"{member} in {name}: " + ("; ".join(stay.told for stay in stays) or "never a member")
    verb = "joined" if kind == "join" else "left"
    return against_fact("membership", event, f"{member} {verb} {name}, {spell(on)}", fact,
                        f"{member} had not {verb} it then, by the list of its members", _source(stays))  # fmt: skip


def _called_members(event: Event, quote: str) -> Iterator[Contradiction]:
    """"NATO member Poland", "Poland, a member of NATO": held against the event's own date."""
    on = event.date if date_words(event) and len(find_years(quote)) <= 1 else ""
    first, last = safe_bounds(on)
    if first is None or last is None or (last - first).days > 366:
        return
    for match in _member_words().finditer(quote):
        name = match["before"] or match["after"] or match["title"] or match["as"] or match["by"]
        code = _organisation_codes()[name]
        for state in _state_pattern().findall(match["states"] or match["owner"] or match["bearer"]):
            member = _state(state)
            if not member or not load_memberships().knows(code, member) or _is_doubted(quote[: match.start()]):
                continue
            stays = load_memberships().stays(code, member)
            if not any(stay.may_hold_on(on) for stay in stays):
                fact = f"{member} in {name}: " + ("; ".join(stay.told for stay in stays) or "never a member")
                yield against_fact("membership", event, f"{member} a member of {name}, {spell(on)}", fact,
                                   f"{member} was no member then", _source(stays))  # fmt: skip


def _is_doubted(before: str) -> bool:
    """ "Aspiring NATO member Georgia", "the then EU member Britain": words before that say less than a membership."""
    return any(word in clash_group("member-doubt") for word in _WORD.findall(before.lower())[-2:])


def _source(stays: tuple[Membership, ...]) -> str:
    return stays[0].where if stays else "editorial (memberships.tsv: the list is whole)"


def _same_years(day: str, on: str) -> bool:
    """Whether the two can lie in one year."""
    (a1, a2), (b1, b2) = safe_bounds(day), safe_bounds(on)
    return not (a1 and a2 and b1 and b2) or a1.year <= b2.year and b1.year <= a2.year


def _not_yet(before: str) -> bool:
    """Whether words right before the verb say that it is not told as done: "wants to join"."""
    near = _WORD.findall(before.lower())[-3:]
    return any(word in clash_group("not-yet") for word in near)


def _year_of(event: Event, quote: str, at: int) -> str:
    """The only year near the verb; of several, none is sure."""
    years = find_years(quote)
    near = [dated for dated in years if abs(dated.start - at) <= _REACH]
    return near[0].value if len(near) == 1 else ""


def _subject(event: Event, before: str) -> str:
    """The state that joins: the last one named before the verb, if it is a side of the event; "which": its doer."""
    if before.strip().lower() in ("which", "who") and len(event.actors) == 1:
        return event.actors[0]
    sides = {*event.actors, *event.recipients}
    found = [code for name, code in _state_names_in(before[-_BEFORE:]) if code in sides]
    return found[-1] if found else ""


def _state_names_in(text: str) -> list[tuple[str, str]]:
    return [(m.group(), _state(m.group())) for m in _state_pattern().finditer(text)]


@cache
def _state_pattern() -> re.Pattern[str]:
    names = {name.lstrip("?") for state in load_states().states for name in state.names if not name.startswith("?")}
    return re.compile(rf"\b(?:{_any_of(names)})\b")


def _any_of(names: Iterable[str]) -> str:
    """A pattern for any of the vocabulary's names, the longest first."""
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


def _state(name: str) -> str:
    hits = [hit for hit in load_states().hits(name) if hit.row.kind == "name" and not hit.doubtful]
    codes = {hit.row.state.code for hit in hits}
    return codes.pop() if len(codes) == 1 else ""


@cache
def _organisation_codes() -> dict[str, str]:
    """Sure names of the organisations whose members are listed."""
    listed = {row.organisation for row in load_memberships().rows}
    rows = [row for row in load_organisations().organisations if row.code in listed or row.code == _BEFORE_THE_UNION]
    return {
        name: "IGO:EU" if row.code == _BEFORE_THE_UNION else row.code
        for row in rows for name in row.names if not name.startswith("?") and _is_proper(name)
    }  # fmt: skip


def _is_proper(name: str) -> bool:
    """Whether a name is of the organisation itself: one may join NATO and not belong to "NATO forces"."""
    return all(word[:1].isupper() or word in load_small_words() for word in name.split())


@cache
def _organisation_pattern() -> str:
    return _any_of(_organisation_codes())


@cache
def _verbs(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of(clash_group(kind))})\b(?= )")


@cache
def _named_organisation() -> re.Pattern[str]:
    others = "forces|troops|summit|talks|meeting|-?led|allies|states|members?\\b|in (?!1|2|[A-Z])"
    return re.compile(rf"\b({_organisation_pattern()})\b(?! ?(?:{others}))")


def _organisations_after(quote: str, at: int) -> list[tuple[str, str]]:
    """The organisations named right after the verb, several joined by "and"."""
    window = quote[at : at + _REACH]
    stop = re.search(r"[.;:]| (?:when|after|before|while|because|which|who|but)\b", window)
    window = window[: stop.start()] if stop else window
    return [(_organisation_codes()[m.group(1)], m.group(1)) for m in _named_organisation().finditer(window)]


@cache
def _member_words() -> re.Pattern[str]:
    """ "NATO members Chad and Niger", "Chad, which is a NATO member", "Chad is a member of NATO", "as an EU member"."""
    organisations, state = _organisation_pattern(), _state_pattern().pattern
    states = rf"{state}(?:(?:, | and |, and ){state}){{0,5}}"
    kind = r"(?:full |founding |new |fellow )?"
    is_a = r"(?:itself |which is |which was |who is |now |already |then |by then |also ){0,2}an? "
    return re.compile(
        rf"\b(?P<before>{organisations})[ -](?:members?|all(?:y|ies))(?: states?)? (?P<states>{states})"
        rf"|(?P<owner>{state})(?:, {is_a}| is an? | was an? ){kind}(?:member of (?:the )?(?P<after>{organisations})\b"
        rf"|(?P<title>{organisations})[ -]member\b)"
        rf"|\b[Aa]s an? {kind}(?:member of (?:the )?(?P<as>{organisations})|(?P<by>{organisations})[ -]member),"
        rf" (?P<bearer>{state})"
    )
