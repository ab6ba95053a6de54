"""Looks at decisions: which are in force, which record each means now, where people differ, who wants what together.

An open dossier in, whether for reading or for writing, lists out; nothing is changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, Protocol

from dragoman.flow.decided import Decided, Page, load_decided
from dragoman.model.decisions import RECORD_KINDS, BrokenLine, Decision, Evidence, Match, Opposition
from dragoman.model.document import Document
from dragoman.model.records import Records
from dragoman.record.decisions import DecisionLog
from dragoman.resolve.decisions.applying import (
    borders_fit,
    correct_document,
    decide_records,
    match_decisions,
    place_added,
)
from dragoman.resolve.decisions.evidence import Record
from dragoman.resolve.decisions.force import select_in_force, settle
from dragoman.resolve.decisions.outcomes import settle_outcomes, verdicts_of
from dragoman.resolve.decisions.pairs import Pair, apart, opposed_pairs, settle_pairs, together
from dragoman.resolve.decisions.verdicts import Judged, verdicts_by_person

State = Literal["in force", "undone", "replaced", "opposed", "unmatched"]
ABSENT = "its document is not in this dossier"
OPPOSED = "opposed"
"""The outcome of a prediction about which people differ."""


class Opened(Protocol):
    """What is asked of a dossier: open for reading, or for writing."""

    @property
    def folder(self) -> Path:
        """Where it stands."""

    def document(self, id: str, /) -> Document:
        """The document with that id."""

    def find_page(self, page: Page, /) -> list[str]:
        """Ids of the documents of those bytes at that place in the file."""

    def machine_of(self, document: str, /) -> tuple[Document, Records]:
        """A document and its records before any decision."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One decision and what has become of it.

    Attributes:
        state: replaced by a later word of the same person, opposed by another's; unmatched if its record is gone.
        matches: one for each target that is a record or document.
        oppositions: those that it is part of.
    """

    decision: Decision
    state: State
    matches: tuple[Match, ...] = ()
    oppositions: tuple[Opposition, ...] = ()

    @property
    def moved(self) -> str:
        """What differs from the time of deciding, "" if nothing."""
        return "; ".join(match.moved for match in self.matches if match.moved)


@dataclass(frozen=True, slots=True)
class Review:
    """All decisions by time, and the lines that could not be read."""

    decisions: tuple[Reviewed, ...]
    broken: tuple[BrokenLine, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """What people want together and apart: pairs of present ids (of actors: "NAME, CODE"), the smaller first."""

    together: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
    oppositions: tuple[Opposition, ...] = ()


def review_decisions(opened: Opened) -> Review:
    """Every decision of a dossier with its state."""
    decided = load_decided(opened.folder)
    found = _Findings(opened, decided)
    return Review(tuple(map(found.review, decided.log.decisions)), decided.log.broken)


def decisions_on(opened: Opened, record: Document | Record) -> tuple[Reviewed, ...]:
    """The decisions and notes on one record or document that say something still, by time."""
    decided = load_decided(opened.folder)
    if not decided.log.decisions:
        return ()
    doc = record if isinstance(record, Document) else opened.document(record.document)
    decided = _only_on(decided, {(doc.sha256, doc.record)})
    found = _Findings(opened, decided)
    reviewed = map(found.review, decided.log.decisions)
    return tuple(
        r for r in reviewed if r.state not in ("undone", "replaced") and any(m.found == record.id for m in r.matches)
    )


def find_oppositions(opened: Opened, decision: Decision) -> tuple[Opposition, ...]:
    """Where other people have decided otherwise than this decision."""
    decided = _only_on(load_decided(opened.folder), {target.page for target in decision.targets})
    return _Findings(opened, decided).review(decision).oppositions


def find_links(opened: Opened, kind: Literal["event", "document", "actor"]) -> Links:
    """Which events, documents or actors people want together or apart, for whoever groups them."""
    decided = load_decided(opened.folder)
    wanted = [d for d in decided.log.decisions if d.action == "undo" or {t.kind for t in d.targets} == {kind}]
    if not any(d.action in ("join", "part") for d in wanted):
        return Links()
    found = _Findings(opened, decided).targets()
    return Links(together(wanted, found), apart(wanted, found), opposed_pairs(wanted, found))


def find_outcomes(opened: Opened) -> Mapping[str, str]:
    """Id of a statement to what people say became of it; OPPOSED where they differ."""
    decided = load_decided(opened.folder)
    wanted = tuple(d for d in decided.log.decisions if d.action in ("outcome", "undo"))
    if not any(d.action == "outcome" for d in wanted):
        return {}
    found = _Findings(opened, replace(decided, log=DecisionLog(wanted))).targets()
    settled = settle_outcomes(wanted, found)
    return dict.fromkeys(settled, OPPOSED) | verdicts_of(settled)


def find_verdicts(opened: Opened) -> Mapping[str, Mapping[str, Judged]]:
    """By person and present id of a record: whether they accepted, corrected or rejected it."""
    decided = load_decided(opened.folder)
    return verdicts_by_person(select_in_force(decided.log.decisions), _Findings(opened, decided).targets())


def _only_on(decided: Decided, pages: set[Page]) -> Decided:
    """The decisions about these documents alone, with all undoing lines."""
    wanted = (d for d in decided.log.decisions if d.action == "undo" or any(t.page in pages for t in d.targets))
    return replace(decided, log=DecisionLog(tuple(wanted), decided.log.broken))


class _Findings:
    """What the decisions of a dossier mean now; each document is looked at once."""

    def __init__(self, opened: Opened, decided: Decided) -> None:
        self._opened = opened
        self._undone = {t.id for d in decided.log.decisions if d.action == "undo" for t in d.targets}
        self._decided = decided
        self._matches: dict[str, list[Match]] = defaultdict(list)
        self._against: dict[str, list[Opposition]] = defaultdict(list)
        self._replaced: set[str] = set()
        by_page: dict[Page, list[Decision]] = defaultdict(list)
        for decision in decided.log.decisions:
            for page in {target.page for target in decision.targets if target.kind != "decision"}:
                by_page[page].append(decision)
        for page, decisions in sorted(by_page.items()):
            self._look_at(page, decisions)
        self._look_at_settled()

    def review(self, decision: Decision) -> Reviewed:
        """One decision with its state."""
        matches = tuple(self._matches[decision.id])
        against = tuple(self._against[decision.id])
        return Reviewed(decision, self._state(decision, matches), matches, against)

    def targets(self) -> dict[Evidence, str]:
        """The present id of each record and document that a decision names."""
        return {
            target: match.found
            for decision in self._decided.log.decisions
            for target in decision.targets
            for match in self._matches[decision.id]
            if match.target == target.id and match.found
        }

    def _state(self, decision: Decision, matches: Sequence[Match]) -> State:
        if decision.id in self._undone:
            return "undone"
        if decision.id in self._replaced:
            return "replaced"
        if self._against[decision.id]:
            return "opposed"
        lost = any(not match.found for match in matches) and decision.action != "remove"
        return "unmatched" if lost else "in force"

    def _look_at(self, page: Page, decisions: Sequence[Decision]) -> None:
        ids = self._opened.find_page(page) if page[0] else []
        if not ids:
            self._miss(page, decisions)
            return
        original, records = self._opened.machine_of(ids[0])
        alive = [d for d in decisions if d.id not in self._undone]
        outcome = decide_records(original, records, alive)
        applied = {(match.decision, match.target): match for match in outcome.matches}
        placed = place_added(original, records, alive)
        for match in (*placed.matches, *match_decisions(original, placed.records, decisions, placed.ids)):
            self._matches[match.decision].append(applied.get((match.decision, match.target), match))
        self._match_documents(original, page, decisions)
        on_document = [d for d in alive if d.action == "correct-document"]
        self._weigh([*outcome.oppositions, *correct_document(original, on_document)[1]], outcome.matches, alive)

    def _miss(self, page: Page, decisions: Iterable[Decision]) -> None:
        for decision in decisions:
            for target in decision.targets:
                if target.page == page and target.kind in (*RECORD_KINDS, "document"):
                    self._matches[decision.id].append(Match(decision.id, target.id, "", ABSENT))

    def _match_documents(self, doc: Document, page: Page, decisions: Iterable[Decision]) -> None:
        for decision in decisions:
            for target in decision.targets:
                if target.page == page and target.kind == "document":
                    fits = borders_fit(doc, decision)
                    moved = "" if fits else "not applied: the stored text has changed since the borders were set"
                    self._matches[decision.id].append(Match(decision.id, target.id, doc.id if fits else "", moved))

    def _weigh(self, against: Iterable[Opposition], matches: Iterable[Match], alive: Sequence[Decision]) -> None:
        for opposition in against:
            for id in opposition.decisions:
                self._against[id].append(opposition)
        by_record: dict[str, list[Decision]] = defaultdict(list)
        known = {decision.id: decision for decision in alive}
        for match in matches:
            by_record[match.found].append(known[match.decision])
        by_record["document"] = [d for d in alive if d.action == "correct-document"]
        for id, decisions in by_record.items():
            if id:
                self._replaced |= settle(id, decisions).replaced

    def _look_at_settled(self) -> None:
        """What is decided on pairs and on predictions, which changes no record."""
        decisions, found = self._decided.log.decisions, self.targets()
        for settled in (*settle_pairs(decisions, found).values(), *settle_outcomes(decisions, found).values()):
            self._replaced |= settled.replaced
            for opposition in settled.oppositions:
                for id in opposition.decisions:
                    self._against[id].append(opposition)
