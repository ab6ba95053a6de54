"""Computes what takes seconds outside of the request that asks for it, two at a time, and keeps the latest results.

A key, a stamp of the dossier and a function in; its result out, or None if it takes longer than the asker waits. What
is being computed already is waited for, whoever asks, so that loading a page again and again starts nothing twice.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore, Lock, Thread
from typing import Any, TypeVar

from starlette.requests import Request

from dragoman.record.overview import stamp_of

KEPT = 24
"""Results kept; a network of a hundred sides takes some 200 KB."""
PATIENCE = 0.3
"""Seconds that a page waits before it says that it is being computed."""
PATIENT = "dragoman.patient"
"""Key of a request's scope: whoever asks wants the page itself, however long it takes."""
Result = TypeVar("Result")
Stamp = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Work:
    stamp: Stamp
    future: "Future[Any]"

    def serves(self, stamp: Stamp) -> bool:
        """Whether nobody has to compute it anew."""
        return not self.future.done() or (self.stamp == stamp and self.future.exception() is None)


_kept: OrderedDict[Hashable, _Work] = OrderedDict()
_keeping = Lock()
_turn = BoundedSemaphore(2)
"""Two, so that what takes a minute does not hold up what takes a second."""


class UnfinishedError(Exception):
    """Something takes longer than a page waits; `what` it is, in words, under the `title` of the page."""

    def __init__(self, title: str, what: str) -> None:
        super().__init__(what)
        self.title, self.what = title, what


def compute(key: Hashable, stamp: Stamp, make: Callable[[], Result], patience: float | None) -> Result | None:
    """The result of `make`, from before if the stamp is the same; None if it takes longer than `patience` seconds.

    Args:
        key: names the result, with all that it depends on but the dossier.
        patience: None to wait until it is done.
    """
    future = _start(key, stamp, make)
    try:
        result: Result = future.result(patience)
    except TimeoutError:
        if future.done():  # its own error, not that of waiting
            raise
        return None
    return result


def peek(key: Hashable, stamp: Stamp) -> Any:
    """The result that is there for this stamp, None if there is none; nothing is computed for it."""
    work = _kept.get(key)
    if work is None or work.stamp != stamp or not work.future.done() or work.future.exception() is not None:
        return None
    return work.future.result()


def await_result(
    request: Request, key: Hashable, folder: Path, make: Callable[[], Result], *, title: str, what: str
) -> Result:
    """The same for a page of the dossier in `folder`, which `title` and `what` name while it is being waited for.

    Raises:
        UnfinishedError: it takes longer than a person waits.
    """
    found = compute(key, stamp_of(folder), lambda: (make(),), patience_for(request))
    if found is None:
        raise UnfinishedError(title, what)
    return found[0]


def patience_for(request: Request) -> float | None:
    """How long to wait for a result: a person is told to wait; a program waits, and who writes pages as files."""
    return None if request.scope.get(PATIENT) or request.url.path.endswith((".json", ".csv")) else PATIENCE


def _start(key: Hashable, stamp: Stamp, make: Callable[[], Any]) -> "Future[Any]":
    with _keeping:
        work = _kept.get(key)
        if work is None or not work.serves(stamp):
            work = _kept[key] = _Work(stamp, Future())
            Thread(target=_run, args=(work.future, make), daemon=True).start()
        _kept.move_to_end(key)
        for old in [each for each in _kept if _kept[each].future.done()][: max(0, len(_kept) - KEPT)]:
            del _kept[old]
    return work.future


def _run(future: "Future[Any]", make: Callable[[], Any]) -> None:
    with _turn:
        try:
            future.set_result(make())
        except BaseException as error:  # whoever waits gets it
            future.set_exception(error)
