"""What came after a run, as home and `/new` show it: how much of each kind, and some rows of it.

A desk and the id of a run in, frozen pieces out; kept until somebody writes into the dossier.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from dragoman.model.resolution import Contradiction, SourceDocument, Thread
from dragoman.present.clashes import ToldClash, tell_clashes
from dragoman.present.cut import DEFAULT_CUT
from dragoman.present.fields import Fields
from dragoman.present.web.desk import Desk
from dragoman.present.wording import spell_page, spell_standing
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters
from dragoman.record.novelty import Novelty, read_novelty
from dragoman.record.overview import stamp_of
from dragoman.text.edtf import spell

FreshKind = Literal["threads", "told", "contradictions", "documents", "anew"]
KINDS: tuple[FreshKind, ...] = get_args(FreshKind)
WORDS: Mapping[FreshKind, tuple[str, str]] = {
    "threads": ("new thread", "new threads"), "told": ("thread told further", "threads told further"),
    "contradictions": ("contradiction", "contradictions"), "documents": ("text", "texts"),
    "anew": ("text read anew", "texts read anew"),
}  # fmt: skip
"""What one row of each kind is, and several are."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of one kind, in the order of their ids.

    Attributes:
        quotes: of threads, by id, the words that tell each best.
    """

    threads: tuple[Thread, ...] = ()
    contradictions: tuple[ToldClash, ...] = ()
    documents: tuple[SourceDocument, ...] = ()
    quotes: Mapping[str, str] | None = None

    def fields(self, kind: FreshKind) -> list[Fields]:
        """Each row as plain fields, the same for all kinds."""
        threads = [(one.id, f"{one.type} {' '.join((*one.actors, *one.recipients))}", one.date, spell_standing(one))
                   for one in self.threads]  # fmt: skip
        clashes = [(one.found.id, one.found.clash, "", one.found.reason) for one in self.contradictions]
        texts = [(one.id, one.title or one.id, one.published, spell_page(one)) for one in self.documents]
        return [
            {"part": kind, "id": id, "what": what, "date": date, "readable_date": spell(date) if date else "",
             "readable": readable} for id, what, date, readable in (*threads, *clashes, *texts)
        ]  # fmt: skip


def find_fresh(desk: Desk, since: str) -> Novelty:
    """What came after that run.

    Raises:
        UsageError: the dossier knows no such run.
    """
    return _novelty(desk.folder, since, stamp_of(desk.folder))


def ids_of(novelty: Novelty, kind: FreshKind) -> tuple[str, ...]:
    """All ids of one kind."""
    return {"threads": novelty.threads, "told": novelty.told, "contradictions": novelty.contradictions,
            "documents": novelty.documents, "anew": novelty.anew}[kind]  # fmt: skip


def load_rows(opened: Dossier, kind: FreshKind, ids: Sequence[str]) -> Rows:
    """The rows with these ids."""
    if kind in ("documents", "anew"):
        known = opened.sources_of(ids)
        return Rows(documents=tuple(known[id] for id in ids))
    if kind == "contradictions":
        found = (opened.find(id)[0] for id in ids)
        return Rows(contradictions=tell_clashes(opened, (one for one in found if isinstance(one, Contradiction))))
    threads = {one.id: one for one in opened.threads(Filters(threads=tuple(ids)))}
    return Rows(threads=tuple(threads[id] for id in ids), quotes=opened.quotes_of_threads(ids))


@lru_cache(maxsize=8)
def _novelty(folder: Path, since: str, _stamp: tuple[int, ...]) -> Novelty:
    return read_novelty(folder, since, min_confidence=DEFAULT_CUT)
