"""Items of a coding as one line each, for people who look for the errors.

One item, or a gold item with what was found for it, in; a line out, empty where both agree.
"""

from dragoman.evaluate.manual.agreement import EVENT_FIELDS, fold_name
from dragoman.evaluate.manual.items import CodedAssessment, CodedEvent, CodedStatement

QUOTED = 110
"""Characters of a quote that are shown."""
_FIELDS = ("type", "actors", "recipients", "status", "date", "voice", "place", "people")
_LOUD = ("type", "participants", "actors", "recipients", "status", "date")
"""A paired event is shown if one of these is wrong."""


def show_event(gold: CodedEvent, found: CodedEvent | None) -> str:
    """The event, or what is wrong in `found`."""
    if found is None:
        sides = f"{','.join(gold.actors)}>{','.join(gold.recipients)}"
        return f"{gold.type} {gold.status} {sides} [{gold.trigger}] {_cut(gold.quote)}"
    if all(EVENT_FIELDS[name](gold, found) for name in _LOUD):
        return ""
    faults = (
        f"{name}: {_value(found, name)} for {_value(gold, name)}"
        for name in _FIELDS
        if not EVENT_FIELDS[name](gold, found)
    )
    return f"[{gold.trigger}] {'; '.join(faults)} | {_cut(gold.quote)}"


def show_statement(gold: CodedStatement, found: CodedStatement | None) -> str:
    """The statement, or the two speakers if they differ."""
    if found is None:
        return f"{gold.speaker} | {_cut(gold.quote)}"
    same = fold_name(gold.speaker) == fold_name(found.speaker)
    return "" if same else f"speaker: {found.speaker} for {gold.speaker} | {_cut(gold.quote)}"


def show_assessment(gold: CodedAssessment, found: CodedAssessment | None) -> str:
    """The assessment, or parties and trend of both if they differ."""
    if found is None:
        return f"{_judgement(gold)} | {_cut(gold.quote)}"
    same = _judgement(gold) == _judgement(found)
    return "" if same else f"{_judgement(found)} for {_judgement(gold)} | {_cut(gold.quote)}"


def _value(event: CodedEvent, name: str) -> str:
    value = getattr(event, name)
    return value or "none" if isinstance(value, str) else ",".join(value) or "none"


def _judgement(item: CodedAssessment) -> str:
    return f"{','.join(sorted(item.parties))} {item.trend or 'no trend'}"


def _cut(text: str) -> str:
    return " ".join(text[:QUOTED].split())
