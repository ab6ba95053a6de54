"""`/add`: files dropped or chosen, or a text pasted, read in the background; `/add/status`: how far that is."""

import shutil
import tempfile
from pathlib import Path

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from dragoman.flow.uploads import Upload, clean_name, write_pasted
from dragoman.ingest.readers import known_suffixes
from dragoman.model.errors import UsageError
from dragoman.present.asking import check_date
from dragoman.present.fields import Fields, reject_fields
from dragoman.present.web.answering import LARGEST, Page
from dragoman.present.web.asked import read_word
from dragoman.present.web.desk import Desk, find_examples
from dragoman.present.web.working import Progress
from dragoman.present.wording import count_words

STATUS = "/add/status"
MEGABYTE = 2**20
PASTED = "pasted.jsonl"


def show_add(desk: Desk, request: Request) -> Page:
    """The forms; what was read last stands on the page of its progress."""
    progress = desk.work.progress()
    context = {
        "suffixes": known_suffixes().split(), "largest": LARGEST // MEGABYTE, "progress": progress,
        "folder": str(desk.folder), "fresh": not desk.has_dossier(), "examples": find_examples(),
    }  # fmt: skip
    return Page("Add", "add.html.jinja", context, (_row(progress),))


def show_status(desk: Desk, request: Request) -> Page:
    """How far the reading is."""
    progress = desk.work.progress()
    rejects = tuple(reject_fields(reject) for reject in progress.rejects)
    data: Fields = {**_row(progress), "rejects": list(rejects)}
    return Page("Reading", "status.html.jinja", {"progress": progress, "rejects": rejects}, (_row(progress),), data)


def do_add(desk: Desk, request: Request, form: FormData) -> str:
    """Take in what was sent, begin to read it, and go to its progress.

    Raises:
        UsageError: nothing was sent, the date is none, or something is being read already.
    """
    scratch = Path(tempfile.mkdtemp(prefix="dragoman-"))
    try:
        uploads = [*_take_files(form, scratch), *_take_pasted(form, scratch)]
        if not uploads:
            raise UsageError("Nothing was sent. Choose files, or paste a text.")
        what = uploads[0].name if len(uploads) == 1 else count_words(len(uploads), "file")
        desk.work.read_uploads(desk.folder, uploads, what, scratch)
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise
    return STATUS


def do_example(desk: Desk, request: Request, form: FormData) -> str:
    """Begin to read the example articles, and go to their progress.

    Raises:
        UsageError: there is no example, or the folder holds a dossier already.
    """
    examples = find_examples()
    if examples is None:
        raise UsageError("The example articles are not on this machine; they come with the repository of the program.")
    if desk.has_dossier():
        raise UsageError("This folder holds a dossier already. Start `dragoman serve` with another --dossier.")
    desk.work.read_folder(desk.folder, examples, "the example")
    return STATUS


def _take_files(form: FormData, scratch: Path) -> list[Upload]:
    """Each file that was sent, under a number of our own."""
    uploads: list[Upload] = []
    for sent in form.getlist("files"):
        if isinstance(sent, UploadFile) and sent.filename:
            path = scratch / f"{len(uploads) + 1:04}"
            with path.open("wb") as file:
                shutil.copyfileobj(sent.file, file, MEGABYTE)
            uploads.append(Upload(clean_name(sent.filename, len(uploads) + 1), path))
    return uploads


def _take_pasted(form: FormData, scratch: Path) -> list[Upload]:
    text = read_word(form, "text").replace("\r\n", "\n")
    if not text:
        return []
    published = check_date("The date", read_word(form, "published"))
    path = scratch / PASTED
    path.write_bytes(
        write_pasted(text, title=read_word(form, "title"), published=published, outlet=read_word(form, "outlet"))
    )
    return [Upload(PASTED, path)]


def _row(progress: Progress) -> Fields:
    done = progress.summary
    return {
        "running": progress.running, "stage": progress.stage, "what": progress.what,
        "seconds": int(progress.seconds), "files": done.files, "known": done.skipped, "documents": done.documents,
        "events": done.events, "statements": done.statements, "assessments": done.assessments,
        "rejected": done.rejects, "uncoded": done.uncoded, "faults": done.faults, "error": progress.error,
    }  # fmt: skip
