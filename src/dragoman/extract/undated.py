"""The date of an act whose sentence names no time for it: of these days, bounded by publication, or none.

In: a `Reading`, the trigger, what became of the act. Out: an EDTF date with its reason. It must not know how times are
read from words (`dates`).
"""

from datetime import date
from typing import TYPE_CHECKING

from dragoman.extract.dates import EventDate, is_earlier, verb_tense
from dragoman.extract.grammar.tree import clause_of, is_verbal
from dragoman.extract.status.grammar import is_definite
from dragoman.model.analysis import Analysis
from dragoman.text.edtf import bounds_of, month_or_span, move_day
from dragoman.vocab.word_groups import word_group

if TYPE_CHECKING:
    from dragoman.extract.reading import Reading

_OF_LATE = word_group("of-late")
LONG_AGO = 60
"""Days after which the only time of a sentence shows that it tells no news."""
_DONE = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "PROTEST", "ASSAULT"})
_WORDS_OF_STATES = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONSULT", "PROTEST"})


def lies_ahead(date: str, published: str) -> bool:
    """Whether a date lies wholly after publication, or is a term ("by 2014") that had not run out by then."""
    if not date or not published:
        return False
    first, last = bounds_of(date)
    told = bounds_of(published)[1]
    if told is None:
        return False
    if first is None and last is not None:
        return last > told
    return first is not None and first > told


def lie_apart(one: str, other: str) -> bool:
    """Whether two dates have no day in common; False where one is not known."""
    if not one or not other:
        return False
    (first, last), (start, end) = bounds_of(one), bounds_of(other)
    return bool(last and start and last < start or end and first and end < first)


def told_as_past(reading: "Reading", trigger: int, event_type: str) -> bool:
    """Whether an act is told as done: a verb in the past or the perfect ("warned them this weekend").

    So is a definite noun of words or of war ("hailed the deal"): a time to come is that of what was agreed on.
    """
    an = reading.an
    if is_verbal(an, trigger):
        return verb_tense(an, trigger) == "past"
    return event_type in _DONE and is_definite(an, trigger)


def recent(reading: "Reading", trigger: int, event_type: str) -> EventDate:
    """The time of an undated act that a news text tells as news: the month of publication, for talks the days.

    News in the present or the perfect is of these days, and so are words between governments in the simple past.
    """
    doc, an = reading.doc, reading.an
    if not doc.published:
        return EventDate()
    if any(an.lemma[kid] in _OF_LATE for kid in an.children[trigger]):
        return EventDate(month_or_span(doc.published), "called recent: month of publication")
    if doc.genre not in ("news", "official", "editorial"):
        return EventDate()
    verb = clause_of(an, trigger)
    perfect = any(an.lemma[kid] == "have" and an.tag[kid] in ("VBZ", "VBP") for kid in an.children[verb])
    past_perfect = any(an.lemma[kid] == "have" and an.tag[kid] == "VBD" for kid in an.children[verb])
    present = an.tag[verb] in ("VBZ", "VBP") or any(an.tag[kid] in ("VBZ", "VBP") for kid in an.children[verb])
    told = an.tag[verb] in ("VBD", "VBN", "VBG") and event_type in _WORDS_OF_STATES and not past_perfect
    title = an.sentences[an.sentence[trigger]].part == "title"
    if not (perfect or present or told or title) or is_earlier(an, trigger):
        return EventDate()
    if not (perfect or present) and _is_history(reading, trigger):
        return EventDate()
    if event_type == "CONSULT" and (days := _days_of_news(doc.published)):
        day = bounds_of(doc.published)[0]
        if day and _is_on_eve(an, trigger):
            return EventDate(f"{day}~/{move_day(day, 1, 'day')}~", "its eve is news: the day of publication or after")
        return EventDate(days, "told as news without a time: about the day of publication or the day before")
    return EventDate(month_or_span(doc.published), "told as news without a time: month of publication")


def _is_on_eve(an: Analysis, noun: int) -> bool:
    """ "On the eve of a meeting": what is told took place the day before."""
    link = an.head[noun]
    return an.dep[noun] == "pobj" and an.lemma[link] == "of" and an.lemma[an.head[link]] == "eve"


def _is_history(reading: "Reading", trigger: int) -> bool:
    """Whether the only times of an act's sentence lie long before publication: it tells no news."""
    an = reading.an
    told = bounds_of(reading.doc.published)[0]
    ends = [bounds_of(time.value)[1] for time in reading.times.get(an.sentence[trigger], ()) if time.kind == "date"]
    return told is not None and bool(ends) and all(end is not None and (told - end).days > LONG_AGO for end in ends)


def _days_of_news(published: str) -> str:
    """The day of publication and the one before, both approximate; "" where that day is not known.

    Visits and talks are told on the day or the next. On the development texts 430 of 560 dates agree so, and 431 with
    the month for them; for acts of all types it would be 417. Of 118 leaders' visits in the news (`evaluate visits`)
    38 are found among the rows shown by default, and 19 with the month.
    """
    first, last = bounds_of(published)
    if first is None or first != last or first == date.min:
        return ""
    return f"{move_day(first, -1, 'day')}~/{first}~"


def bound_by_publication(reading: "Reading", status: str, trigger: int) -> EventDate:
    """What the day of publication alone says of an undated act: what happened is over by then, a plan lies ahead.

    So is what was not done ("they did not meet"); of 30 such acts on the development texts 19 have a date.
    """
    month = month_or_span(reading.doc.published)
    if not month or "/" in month:
        return EventDate()
    if status == "happened" or status == "denied" and _is_told_undone(reading.an, trigger):
        return EventDate(f"../{month}", "told as past, without a time: not after publication")
    if status == "planned":
        return EventDate(f"{month}/..", "told as to come, without a time: not before publication")
    return EventDate()


def _is_told_undone(an: Analysis, trigger: int) -> bool:
    """Whether an act is a finite verb, or the participle of one, that is not of the future."""
    if not is_verbal(an, trigger) or any(an.tag[kid] in ("MD", "TO") for kid in an.children[trigger]):
        return False
    auxiliaries = (kid for kid in an.children[trigger] if an.dep[kid] in ("aux", "auxpass"))
    finite = any(an.tag[kid] in ("VBZ", "VBP", "VBD") for kid in auxiliaries)
    return finite or verb_tense(an, trigger) in ("past", "present")
