"""`POST /decide`, `/refresh`: what a person decides at the desk, the same lines as on the command line.

A form in, the page to go to out. All checks and all writing stand in `flow/deciding.py`.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from starlette.datastructures import FormData, QueryParams
from starlette.requests import Request

from dragoman.flow import deciding
from dragoman.flow.refreshing import refresh
from dragoman.model.decisions import Change, RecordKind
from dragoman.model.document import Document
from dragoman.model.errors import UsageError
from dragoman.model.resolution import Contradiction, Family, Thread
from dragoman.present.deciding import find_codes
from dragoman.present.web.asked import find_back, read_word
from dragoman.present.web.desk import Desk
from dragoman.present.web.links import with_query
from dragoman.present.web.person import deciding_of
from dragoman.record.dossier import Dossier
from dragoman.resolve.decisions.evidence import Record, kind_of
from dragoman.resolve.decisions.fields import FIELDS

FIELD = "field-"
"""Before the names of the fields of a record, in forms."""
Decide = Callable[[deciding.Desk, FormData], deciding.Done]


def do_decide(desk: Desk, request: Request, form: FormData) -> str:
    """Take the decision that the pressed button names.

    Raises:
        UsageError: nobody was named, there is no such record, or a value is not right.
    """
    decide = _ACTIONS.get(read_word(form, "action"))
    if decide is None:
        raise UsageError(f"No decision is called {read_word(form, 'action')!r}. There are: {', '.join(_ACTIONS)}.")
    person = deciding_of(desk, request)
    return go_back(form, desk.work.wait_for(lambda: decide(person, form)))


def do_refresh(desk: Desk, request: Request, form: FormData) -> str:
    """Make the rows follow the decisions, where another process was writing when they were taken.

    Raises:
        LockedError: it still is.
    """
    desk.work.wait_for(lambda: refresh(desk.folder, desk.work.tools(), settings=desk.work.settings))
    return find_back(form)


def go_back(form: FormData, done: deciding.Done | None, *, record: str = "") -> str:
    """The page that the form came from, to say there what was done; what is not done yet is said there anyhow.

    `record` is one that the page shall open.
    """
    if done is None:
        return find_back(form)
    back = urlsplit(find_back(form))
    opened = {"record": record} if record else {}
    return with_query(back.path, QueryParams(back.query), done=done.decision.id, **opened)


def read_changes(kind: RecordKind, form: FormData, *, prefix: str = FIELD) -> list[Change]:
    """Every field of a record of that kind that the form holds, with codes for names.

    Raises:
        UsageError: a name is nobody's.
    """
    names = [name for name in FIELDS[kind] if prefix + name in form]
    given = (deciding.read_change(kind, f"{name}={read_word(form, prefix + name)}") for name in names)
    return [find_codes(change) for change in given]


def _correct(person: deciding.Desk, form: FormData) -> deciding.Done:
    """Only what differs from what stands there is a correction."""
    target = deciding.find_record(person.folder, read_word(form, "record"))
    shown = find_shown(person.folder, target.id)
    changes = [c for c in read_changes(kind_of(shown), form) if c.values != deciding.values_of(shown, c.field)]
    if not changes:
        raise UsageError("Nothing is corrected: all fields are as they were. Go back, and accept the record instead.")
    return deciding.correct(person, target.id, changes, read_word(form, "why"))


def find_shown(folder: Path, id: str) -> Record:
    """The record with that id, as it is shown.

    Raises:
        UsageError: there is none, or it is no record.
    """
    with Dossier(folder) as opened:
        found, _ = opened.find(id)
    if isinstance(found, Document | Thread | Family | Contradiction):
        raise UsageError(f"{found.id} is no record.")
    return found


def _pair(take: Callable[[deciding.Desk, str, str, str], deciding.Done]) -> Decide:
    def decide(person: deciding.Desk, form: FormData) -> deciding.Done:
        other = read_word(form, "other")
        if not other:
            raise UsageError("Say with which other record or thread: give its id.")
        return take(person, read_word(form, "record"), other, read_word(form, "why"))

    return decide


_ACTIONS: Mapping[str, Decide] = {
    "accept": lambda person, form: deciding.accept(person, read_word(form, "record"), read_word(form, "why")),
    "reject": lambda person, form: deciding.reject(person, read_word(form, "record"), read_word(form, "why")),
    "correct": _correct,
    "join": _pair(deciding.join),
    "part": _pair(deciding.part),
    "outcome": lambda person, form: deciding.judge(
        person, read_word(form, "record"), read_word(form, "verdict"), read_word(form, "why")
    ),
    "note": lambda person, form: deciding.note(person, read_word(form, "record"), read_word(form, "why")),
    "undo": lambda person, form: deciding.undo(person, read_word(form, "decision"), read_word(form, "why")),
}
