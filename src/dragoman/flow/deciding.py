"""Takes decisions: what a person wants of a record or document in, a line in their file and changed rows out.

For the command line and for any other interface. Each function writes one line and makes the rows follow it. A line
that is written stays, also where the rows cannot follow at once because another process is writing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from dragoman.flow.decided import LONGEST_TEXT, LONGEST_WHO, check_decision
from dragoman.flow.reading import ReadSettings
from dragoman.flow.refreshing import Refreshed, refresh
from dragoman.flow.replacing import find_companions
from dragoman.flow.reviewing import find_oppositions
from dragoman.flow.steps import Tools
from dragoman.model.decisions import Action, Change, Decision, Evidence, Opposition
from dragoman.model.document import Document, Part
from dragoman.model.errors import LockedError, UsageError
from dragoman.model.records import Event, Statement
from dragoman.model.resolution import Contradiction, Family, Thread
from dragoman.record.decisions import append_decision, name_decision, read_decisions
from dragoman.record.dossier import Dossier
from dragoman.resolve.decisions.borders import set_borders, write_parts
from dragoman.resolve.decisions.evidence import Record, evidence_of_document, evidence_of_record
from dragoman.resolve.decisions.fields import LISTS, TRUTHS, check_field
from dragoman.resolve.decisions.force import select_in_force
from dragoman.resolve.decisions.matching import records_in
from dragoman.resolve.decisions.outcomes import OUTCOME

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_ID = re.compile(r"[a-z]-[0-9a-f]*\Z")


@dataclass(frozen=True, slots=True)
class Desk:
    """Who decides, on which dossier, and what it takes to code a document again.

    Attributes:
        folder: of the dossier.
        who: the person, as lists and reasons shall call them.
        tools: the steps.
        settings: the user's own actors, holders and model, as in `read`.
    """

    folder: Path
    who: str
    tools: Tools
    settings: ReadSettings = ReadSettings()


@dataclass(frozen=True, slots=True)
class Done:
    """A decision that is on disk, and what came of it.

    Attributes:
        refreshed: what became of the rows; None while another process writes the dossier.
        opposed: where others have decided otherwise, so that neither is applied.
    """

    decision: Decision
    refreshed: Refreshed | None
    opposed: tuple[Opposition, ...] = ()


def accept(desk: Desk, id: str, why: str = "") -> Done:
    """Vouch for a record as it is shown: it gets full confidence."""
    return take_decision(desk, "accept", (find_record(desk.folder, id),), why=why)


def reject(desk: Desk, id: str, why: str) -> Done:
    """Leave a record out of everything."""
    return take_decision(desk, "reject", (find_record(desk.folder, id),), why=why)


def correct(desk: Desk, id: str, changes: Sequence[Change], why: str) -> Done:
    """Give fields of a record their right values."""
    return _correct(desk, "correct", find_record(desk.folder, id), changes, why)


def correct_document(desk: Desk, id: str, changes: Sequence[Change], why: str) -> Done:
    """Give a document its right date, outlet, author or genre; it is coded again."""
    return _correct(desk, "correct-document", find_document(desk.folder, id), changes, why)


def correct_parts(desk: Desk, id: str, given: Sequence[Part], why: str) -> Done:
    """Say where parts of a document lie; a kind that is named lies nowhere else. The document is coded again."""
    if not given:
        raise UsageError("Nothing is corrected. Give the borders of at least one part, as --body 120-3400.")
    with Dossier(desk.folder) as opened:
        doc = _find_whole(opened, id)
        set_borders(doc.parts, given, len(doc.text))
    return correct_document(desk, doc.id, [Change("parts", write_parts(given))], why)


def join(desk: Desk, a: str, b: str, why: str = "") -> Done:
    """Say that two events are one, that two documents are one family, or that two names are one actor."""
    return take_decision(desk, "join", (find_target(desk.folder, a), find_target(desk.folder, b)), why=why)


def part(desk: Desk, a: str, b: str, why: str = "") -> Done:
    """Say that two events, documents or names do not belong together."""
    return take_decision(desk, "part", (find_target(desk.folder, a), find_target(desk.folder, b)), why=why)


def judge(desk: Desk, id: str, verdict: str, why: str) -> Done:
    """Say what became of a prediction: true, false, partly, or open."""
    target = find_record(desk.folder, id)
    with Dossier(desk.folder) as opened:
        record, _ = opened.find(target.id)
    if not isinstance(record, Statement) or not record.foretells:
        raise UsageError(f"{target.id} foretells nothing. `dragoman predictions` lists what does.")
    return take_decision(desk, "outcome", (target,), changes=(Change(OUTCOME, (verdict.strip().lower(),)),), why=why)


def note(desk: Desk, id: str, text: str) -> Done:
    """Write a remark on a record or document."""
    if not text.strip():
        raise UsageError("The note is empty.")
    return take_decision(desk, "note", (find_target(desk.folder, id),), why=text)


def undo(desk: Desk, id: str, why: str = "") -> Done:
    """Take a decision back, and what was decided with it in one step; both stay in the file, and so does this."""
    decisions = read_decisions(desk.folder).decisions
    found = [d for d in decisions if d.id == id] or [d for d in decisions if id and d.id.startswith(id)]
    if len(found) != 1:
        count = "several decisions" if found else "no decision"
        raise UsageError(f"{id!r} is the id of {count}. `dragoman decisions` lists them.")
    if found[0].action == "undo":
        raise UsageError(f"{found[0].id} takes a decision back itself. To have that decision again, decide anew.")
    valid = select_in_force(decisions)
    if found[0] not in valid:
        raise UsageError(f"{found[0].id} is undone already.")
    step = (found[0], *find_companions(found[0], valid))
    targets = tuple(Evidence("decision", d.id, *page) for d in step for page in sorted({t.page for t in d.targets}))
    return take_decision(desk, "undo", targets, why=why)


def remove(desk: Desk, id: str, why: str) -> Done:
    """Delete a document for good: bytes, text, what was derived, and the lines that quote it."""
    target = find_document(desk.folder, id)
    return take_decision(desk, "remove", (Evidence("document", target.id, target.sha256, target.record),), why=why)


def restore(desk: Desk) -> tuple[Done, ...]:
    """Take back the removal of each document that is in the dossier again, because it was read on purpose."""
    with Dossier(desk.folder) as opened:
        removals = [d for d in select_in_force(read_decisions(desk.folder).decisions) if d.action == "remove"]
        back = [d for d in removals if any(opened.find_page(target.page) for target in d.targets)]
    return tuple(undo(desk, decision.id, "read again with --removed-too") for decision in back)


def find_record(folder: Path, id: str) -> Evidence:
    """Evidence of the record with that id, or whose id begins so.

    Raises:
        UsageError: there is none, several, or it is a document.
    """
    with Dossier(folder) as opened:
        record, _ = opened.find(id)
        if isinstance(record, Document):
            raise UsageError(f"{record.id} is a document: `dragoman decide document` corrects it.")
        if isinstance(record, Thread | Family | Contradiction):
            raise UsageError(f"{record.id} is derived: decide on one of its records (`dragoman show {record.id}`).")
        return _evidence(opened, record)


def find_document(folder: Path, id: str) -> Evidence:
    """Evidence of the document with that id, or whose id begins so.

    Raises:
        UsageError: there is none, several, or it is a record.
    """
    with Dossier(folder) as opened:
        return evidence_of_document(_find_whole(opened, id))


def find_target(folder: Path, words: str) -> Evidence:
    """Evidence of a record or document by its id; other words are the name of an actor, with its code or without.

    Raises:
        UsageError: nothing has that id.
    """
    if not _ID.match(words):
        return _actor(words)
    with Dossier(folder) as opened:
        record, _ = opened.find(words)
        if isinstance(record, Thread):
            record = opened.find(_surest(opened.events_of_thread(record.id)).id)[0]
        if isinstance(record, Family):
            record = opened.document(record.original)
        if isinstance(record, Thread | Family | Contradiction):
            raise UsageError(f"{record.id} is a contradiction: join or part the records that it names.")
        return evidence_of_document(record) if isinstance(record, Document) else _evidence(opened, record)


def _surest(events: Sequence[Event]) -> Event:
    """The record that stands for a thread: joined or parted is the thread that holds it."""
    return max(events, key=lambda event: (event.confidence, event.id))


def read_change(kind: str, words: str) -> Change:
    """A change from "FIELD=VALUE"; values of a list are parted by commas.

    Raises:
        UsageError: no "=" in it, or the field cannot be corrected.

    Example:
        >>> read_change("event", "actors=PAK, RUS").values
        ('PAK', 'RUS')
    """
    name, mark, value = words.partition("=")
    if not mark:
        raise UsageError(f"{words!r}: write FIELD=VALUE, as date=2012-10-04 or actors=PAK,RUS.")
    field = check_field(kind, name.strip().lower())  # type: ignore[arg-type]
    if field in LISTS:
        return Change(field, tuple(item.strip() for item in value.split(",") if item.strip()))
    value = value.strip()
    return Change(field, (value.lower() if field in TRUTHS else value,))


def _correct(desk: Desk, action: Action, target: Evidence, changes: Sequence[Change], why: str) -> Done:
    if not changes:
        raise UsageError("Nothing is corrected. Give at least one FIELD=VALUE.")
    if len({change.field for change in changes}) < len(changes):
        raise UsageError("A field is given twice.")
    with Dossier(desk.folder) as opened:
        shown = opened.find(target.id)[0]
        assert not isinstance(shown, Thread | Family | Contradiction)  # no evidence is made of them
    known = tuple(replace(change, was=values_of(shown, change.field)) for change in changes)
    return take_decision(desk, action, (target,), changes=known, why=why)


def take_decision(
    desk: Desk, action: Action, targets: tuple[Evidence, ...], *, changes: tuple[Change, ...] = (), why: str = ""
) -> Done:
    """Write the line, if it fits the manual, and make the rows follow it."""
    now = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    who = _words("who decides", desk.who, LONGEST_WHO).replace("\n", " ").strip()
    if not who:
        raise UsageError("Nobody decides. Give a name with --who or in DRAGOMAN_WHO.")
    decision = Decision("", now, who, action, targets, changes, _words("why", why, LONGEST_TEXT).strip())
    decision = name_decision(check_decision(decision))
    append_decision(desk.folder, decision)
    try:
        refreshed = refresh(desk.folder, desk.tools, settings=desk.settings)
    except LockedError:
        return Done(decision, None)
    with Dossier(desk.folder) as opened:
        return Done(decision, refreshed, find_oppositions(opened, decision))


def _words(what: str, text: str, longest: int) -> str:
    """A person's words, without what could do something to a terminal; refused if they are endless."""
    if len(text) > longest:
        raise UsageError(f"{what}: at most {longest:,} characters, not {len(text):,}.")
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


def _find_whole(opened: Dossier, id: str) -> Document:
    record, _ = opened.find(id)
    if not isinstance(record, Document):
        raise UsageError(f"{record.id} is no document. `dragoman show {record.id}` names the document it stands in.")
    return record


def _evidence(opened: Dossier, shown: Record) -> Evidence:
    doc, records = opened.machine_of(shown.document)
    record = next((r for r in records_in(records) if r.id == shown.id), shown)
    return evidence_of_record(doc, record, shown)


def _actor(words: str) -> Evidence:
    name, _, code = words.rpartition(",")
    code = code.strip()
    if not name or not re.fullmatch(r"[A-Z]{3}|(?:IGO|GRP):[A-Z0-9+-]+", code):
        name, code = words, ""
    name = " ".join(_words("an actor's name", name, LONGEST_WHO).split())
    if not name:
        raise UsageError("Name two records, two documents or two actors.")
    return Evidence("actor", f"{name}, {code}" if code else name, name=name, type=code)


def values_of(shown: Document | Record, field: str) -> tuple[str, ...]:
    """What stands in a field, as the values of a change."""
    if field == "parts" and isinstance(shown, Document):
        return write_parts(shown.parts)
    value = getattr(shown, field, "")
    if isinstance(value, bool):
        return (str(value).lower(),)
    return tuple(value) if isinstance(value, tuple) else (value,)
