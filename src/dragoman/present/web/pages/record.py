"""`POST /record`: a record that the program did not find, at words of a text; in place of another if one is named.

A form in, the page to go to out. All checks and all writing stand in `flow/adding.py` and `flow/deciding.py`.
"""

from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request

from dragoman.flow import deciding
from dragoman.flow.adding import Words, add
from dragoman.flow.replacing import say_replaced
from dragoman.model.decisions import RECORD_KINDS, Change, RecordKind
from dragoman.model.document import Document
from dragoman.model.errors import UsageError
from dragoman.present.web.asked import read_word
from dragoman.present.web.desk import Desk
from dragoman.present.web.pages.decide import find_shown, go_back, read_changes
from dragoman.present.web.person import deciding_of
from dragoman.record.dossier import Dossier
from dragoman.resolve.decisions.evidence import Record, kind_of
from dragoman.resolve.decisions.fields import FIELDS
from dragoman.text.quoting import find_quote

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a form asks for: a kind of record, its words, its fields, and the record whose place it takes, if any."""

    kind: RecordKind
    words: Words
    changes: tuple[Change, ...]
    replaced: Record | None = None


def do_record(desk: Desk, request: Request, form: FormData) -> str:
    """Add a record: `document`, its words as `quote` or as `start` and `end`, `kind`, and fields as `event-type`.

    With `replaces`, the id of a record, the new one has the fields of that one, which is rejected.

    Raises:
        UsageError: nobody was named, there are no such words, or a field is missing or not right.
    """
    person, why = deciding_of(desk, request), read_word(form, "why")
    wanted = _read_replacement(desk, form) if read_word(form, "replaces") else _read_new(desk, form)

    def take() -> deciding.Done:
        done = add(person, wanted.kind, wanted.words, wanted.changes, why)
        if wanted.replaced:
            deciding.reject(person, wanted.replaced.id, say_replaced(done.decision.targets[0].id, why))
        return done

    done = desk.work.wait_for(take)
    shown = done.decision.targets[0].id if done and done.refreshed else ""
    return go_back(form, done, record=shown)


def _read_new(desk: Desk, form: FormData) -> _Wanted:
    kind = next((each for each in RECORD_KINDS if each == (read_word(form, "kind") or "event")), None)
    if kind is None:
        raise UsageError(f"A record is one of: {', '.join(RECORD_KINDS)}.")
    changes = tuple(change for change in read_changes(kind, form, prefix=f"{kind}-") if any(change.values))
    return _Wanted(kind, _read_words(desk, form, read_word(form, "document"), _read_span(form)), changes)


def _read_replacement(desk: Desk, form: FormData) -> _Wanted:
    old = find_shown(desk.folder, read_word(form, "replaces"))
    kind = kind_of(old)
    words = _read_words(desk, form, old.document, old.span)
    if words.span == old.span:
        raise UsageError("These are the words that the record has. Go back, and begin or end them elsewhere.")
    values = {field: deciding.values_of(old, field) for field in FIELDS[kind]}
    changes = tuple(Change(field, given) for field, given in values.items() if any(given))
    return _Wanted(kind, words, changes, old)


def _read_words(desk: Desk, form: FormData, document: str, near: Span | None) -> Words:
    """The words of the form in their document; of several places the one `near` which they were selected."""
    quote, trigger = read_word(form, "quote"), read_word(form, "trigger")
    with Dossier(desk.folder) as opened:
        doc, _ = opened.find(document)
    if not isinstance(doc, Document):
        raise UsageError(f"{document} is no document: name the one that holds the words.")
    span = _choose(doc.text, quote, near) if quote else near
    if span is None:
        raise UsageError("Which words? Select them in the text, or copy them into the field.")
    return Words(doc.id, span, _within(doc.text, span, trigger) if trigger else None)


def _choose(text: str, quote: str, near: Span | None) -> Span:
    places = find_quote(text, quote)
    if not places:
        raise UsageError("These words do not stand in the text. Copy them from it, letter by letter.")
    if near is not None:
        return min(places, key=lambda span: (abs(span[0] - near[0]) + abs(span[1] - near[1]), span))
    if len(places) > 1:
        raise UsageError(f"These words stand in the text {len(places)} times. Give some words around them as well.")
    return places[0]


def _within(text: str, span: Span, trigger: str) -> Span:
    """The first place within the words where the word that names the act stands."""
    places = find_quote(text[slice(*span)], trigger)
    if not places:
        raise UsageError(f"{trigger!r} does not stand in the words of the record. Take a word out of them.")
    return span[0] + places[0][0], span[0] + places[0][1]


def _read_span(form: FormData) -> Span | None:
    if not read_word(form, "start"):
        return None
    return _place(form, "start"), _place(form, "end")


def _place(form: FormData, key: str) -> int:
    text = read_word(form, key)
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise UsageError(f"{key} {text!r}: not a place in the text. Select the words once more.")
    return int(text)
