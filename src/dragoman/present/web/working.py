"""Reads in the background, one thing at a time, in a thread of the server: the model is loaded once and kept.

Files in, a dossier that holds them; how far it is can be asked at any time. Everything read is on disk batch by batch,
so that a desk that is closed meanwhile loses nothing but the rest. No process is forked.
"""

import logging
import shutil
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from dragoman.flow.reading import ReadSettings, Summary, read_into
from dragoman.flow.refreshing import refresh
from dragoman.flow.steps import PipelineLike, Tools, load_tools
from dragoman.flow.uploads import Upload, finder_of
from dragoman.model.errors import DragomanError, UsageError
from dragoman.model.issues import Reject
from dragoman.record.dossier import Dossier

Taken = TypeVar("Taken")
Load = Callable[[str | None], PipelineLike]
PATIENCE = 1.5
"""Seconds that a page waits for the rows to follow a decision."""
FAULT = "This is a fault in Dragoman; the terminal shows where it happened. What was read before is kept."


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is.

    Attributes:
        stage: what is done at present, in words; "" when nothing runs.
        what: what is read, in words; "" as long as nothing was.
        summary: what is on disk so far.
        seconds: since the work began, until it ended.
        error: why it ended early, "" if it did not.
        rejects: what was not read, with reason and remedy; known when the work is done.
    """

    stage: str = ""
    what: str = ""
    summary: Summary = field(default_factory=Summary)
    seconds: float = 0.0
    error: str = ""
    rejects: tuple[Reject, ...] = ()

    @property
    def running(self) -> bool:
        """Whether it is not done yet."""
        return bool(self.stage)


class Work:
    """The one worker of a desk; `settings` are the user's own actors, holders and model, as in `read`."""

    def __init__(self, settings: ReadSettings = ReadSettings()) -> None:  # noqa: B008  (frozen)
        self.settings = settings
        self._lock = threading.Lock()
        self._progress = Progress()
        self._started = 0.0
        self._tools: Tools | None = None

    def tools(self) -> Tools:
        """The steps; model and vocabulary are loaded when first needed, then kept."""
        with self._lock:
            if self._tools is None:
                tools = load_tools()
                self._tools = replace(
                    tools, load_pipeline=cache(tools.load_pipeline), load_world=cache(tools.load_world)
                )
            return self._tools

    def progress(self) -> Progress:
        """How far the present work is, or how the last one ended."""
        with self._lock:
            seconds = time.monotonic() - self._started if self._progress.running else self._progress.seconds
            return replace(self._progress, seconds=seconds)

    def wait_for(self, take: Callable[[], Taken]) -> Taken | None:
        """What taking a decision gives; None where its rows take longer than anybody waits for a page.

        That is so after a change of program, when all texts are compared anew. The decision is on disk long before.
        """
        taken: Future[Taken] = Future()
        threading.Thread(target=_fulfil, args=(taken, take), name="dragoman-deciding", daemon=True).start()
        try:
            return taken.result(PATIENCE)
        except TimeoutError:
            return None

    def read_folder(self, folder: Path, articles: Path, what: str) -> None:
        """Begin to read a folder of files into the dossier at `folder`.

        Raises:
            UsageError: something is being read already.
        """
        self._begin(what, lambda: self._read(folder, [str(articles)], self.tools()))

    def read_uploads(self, folder: Path, uploads: Sequence[Upload], what: str, scratch: Path) -> None:
        """Begin to read files that came in; the folder `scratch`, which holds them, is deleted at the end.

        Raises:
            UsageError: something is being read already; `scratch` is then left to the caller.
        """

        def run() -> None:
            try:
                tools = replace(self.tools(), find_sources=finder_of(uploads))
                self._read(folder, [upload.name for upload in uploads], tools)
            finally:
                shutil.rmtree(scratch, ignore_errors=True)

        self._begin(what, run)

    def _begin(self, what: str, run: Callable[[], None]) -> None:
        with self._lock:
            if self._progress.running:
                raise UsageError(f"The desk is reading {self._progress.what} now. Wait until that is done.")
            self._progress, self._started = Progress("beginning", what), time.monotonic()
        threading.Thread(target=self._run, args=(run,), name="dragoman-reading", daemon=True).start()

    def _run(self, run: Callable[[], None]) -> None:
        error = ""
        try:
            run()
        except DragomanError as found:
            error = str(found)
        except Exception as found:  # a fault of ours is said on the page; the desk goes on
            logging.getLogger(__name__).exception("reading failed")
            error = f"{type(found).__name__}. {FAULT}"
        with self._lock:
            seconds = time.monotonic() - self._started
            self._progress = replace(self._progress, stage="", seconds=seconds, error=error)

    def _read(self, folder: Path, paths: Sequence[str], tools: Tools) -> None:
        watched = replace(tools, load_pipeline=self._telling(tools.load_pipeline, "loading the language model"))
        self._say(stage="reading")
        summary = read_into(
            folder, paths, watched, settings=self.settings,
            report=lambda so_far: self._say(stage="reading", summary=so_far),
        )  # fmt: skip
        self._say(stage="applying decisions", summary=summary)
        refresh(folder, tools, settings=self.settings)
        with Dossier(folder) as opened:
            self._say(rejects=tuple(reject for reject in opened.rejects() if _is_of(reject, paths)))

    def _telling(self, load: Load, words: str) -> Load:
        def loading(name: str | None) -> PipelineLike:
            self._say(stage=words)
            return load(name)

        return loading

    def _say(self, **changes: object) -> None:
        with self._lock:
            self._progress = replace(self._progress, **changes)  # type: ignore[arg-type]


def _fulfil(promise: "Future[Taken]", take: Callable[[], Taken]) -> None:
    try:
        promise.set_result(take())
    except BaseException as error:  # it is raised where the promise is asked for
        promise.set_exception(error)


def _is_of(reject: Reject, paths: Sequence[str]) -> bool:
    """Whether it is about one of these files, or about a file in one of these folders."""
    return any(reject.file == path or reject.file.startswith(f"{Path(path).as_posix()}/") for path in paths)
