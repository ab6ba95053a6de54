"""The decisions of a dossier as the runner needs them: by document, checked, and applied to what is about to be stored.

The folder is read once for a run. Where nothing was decided, nothing is done.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.model.decisions import RECORD_KINDS, BrokenLine, Decision, Match
from dragoman.model.document import Document
from dragoman.model.errors import UsageError
from dragoman.model.records import Records
from dragoman.record.decided import Kept
from dragoman.record.decisions import DecisionLog, read_decisions
from dragoman.resolve.decisions.adding import ADD, NEEDED
from dragoman.resolve.decisions.applying import ON_RECORDS, correct_document, decide_records
from dragoman.resolve.decisions.borders import read_parts
from dragoman.resolve.decisions.fields import check_values
from dragoman.resolve.decisions.force import select_in_force
from dragoman.resolve.decisions.matching import records_in
from dragoman.resolve.decisions.outcomes import check_verdict

Page = tuple[str, str]
"""A document by its bytes: their hash, and the place inside the file."""
ENDLESS = 10**9
"""Characters of any text: borders are checked against the text of their document where they are applied."""
LONGEST_WHO = 100
LONGEST_TEXT = 20_000
_WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Decided:
    """All that people decided and nobody has undone.

    Attributes:
        log: every line, undone ones and undoing ones included.
        on_records: decisions on records, by document; `on_documents`: on documents themselves.
        removed: documents that must not be read again.
    """

    log: DecisionLog = DecisionLog()
    on_records: Mapping[Page, tuple[Decision, ...]] = field(default_factory=dict)
    on_documents: Mapping[Page, tuple[Decision, ...]] = field(default_factory=dict)
    removed: frozenset[Page] = frozenset()

    def correct(self, doc: Document) -> Document:
        """The document with the fields that people corrected; `doc` is as the program made it."""
        wanted = self.on_documents.get((doc.sha256, doc.record))
        return correct_document(doc, wanted)[0] if wanted else doc

    def settle(self, original: Document, doc: Document, records: Records) -> "Settlement":
        """What is to be stored of a document.

        Args:
            original: as the program made it.
            doc: as corrected.
            records: as the program finds them in `doc`.
        """
        wanted = self.on_records.get((doc.sha256, doc.record), ())
        if not wanted and original is doc:
            return Settlement(records)
        outcome = decide_records(doc, records, wanted)
        kept = Kept(
            doc.id,
            original if original != doc else None,
            outcome.aside,
            frozenset(record.id for record in records_in(outcome.records)),
            outcome.added,
        )
        return Settlement(outcome.records, kept, outcome.matches)


@dataclass(frozen=True, slots=True)
class Settlement:
    """Records as decided, the program's own where they differ, and how the decisions were matched."""

    records: Records
    kept: Kept | None = None
    matches: tuple[Match, ...] = ()

    @property
    def moved(self) -> int:
        """Decisions whose evidence moved or is gone."""
        return sum(bool(match.moved) for match in self.matches)


def load_decided(folder: Path) -> Decided:
    """Read and check the decisions of a dossier; lines that do not fit the manual are among the broken ones."""
    log = read_decisions(folder)
    return arrange(log) if log != DecisionLog() else Decided()


def arrange(log: DecisionLog) -> Decided:
    """The decisions that are in force, by document."""
    good, bad = _check_all(log.decisions)
    on_records: dict[Page, list[Decision]] = defaultdict(list)
    on_documents: dict[Page, list[Decision]] = defaultdict(list)
    removed: set[Page] = set()
    for decision in select_in_force(good):
        for page in sorted({target.page for target in decision.targets}):
            if decision.action == "remove":
                removed.add(page)
            elif decision.action == "correct-document":
                on_documents[page].append(decision)
            elif decision.action in ON_RECORDS:
                on_records[page].append(decision)
    return Decided(
        DecisionLog(good, (*log.broken, *bad)), _frozen(on_records), _frozen(on_documents), frozenset(removed)
    )


def check_decision(decision: Decision) -> Decision:
    """The decision, if its targets and values fit its action.

    Raises:
        UsageError: says what does not fit.
    """
    if len(decision.who) > LONGEST_WHO or len(decision.why) > LONGEST_TEXT or not _WHEN.match(decision.when):
        raise UsageError(f"A decision has a time, a name of at most {LONGEST_WHO} and a reason of at most "
                         f"{LONGEST_TEXT:,} characters.")  # fmt: skip
    _check_targets(decision)
    if decision.action == "outcome":
        check_verdict(decision.changes)
        return decision
    if decision.action == ADD:
        _check_added(decision)
    if decision.changes and decision.action not in ("correct", "correct-document", ADD):
        raise UsageError(f"{decision.action} changes no field.")
    for change in decision.changes:
        check_values(decision.targets[0].kind, change)
        if change.field == "parts":
            read_parts(change.values, ENDLESS)
    return decision


def _check_added(decision: Decision) -> None:
    """A record that is added stands at words and has the fields without which it is none."""
    target, given = decision.targets[0], {change.field: change.values for change in decision.changes}
    (start, end), (first, last) = target.span, target.trigger_span
    if not 0 <= start < end or len(target.quote) != end - start or len(target.quote) > LONGEST_TEXT:
        raise UsageError(f"A new record stands at words of the text, at most {LONGEST_TEXT:,} characters.")
    if target.kind == "event" and not (start <= first < last <= end and len(target.trigger) == last - first):
        raise UsageError("The word that names the event stands within its words.")
    missing = [field for field in NEEDED.get(target.kind, ()) if not any(given.get(field, ()))]
    if missing:
        raise UsageError(f"A new {target.kind} needs {', '.join(missing)}.")


def _check_targets(decision: Decision) -> None:
    action, kinds = decision.action, tuple(target.kind for target in decision.targets)
    wanted = 2 if action in ("join", "part") else 1
    if not kinds or (action != "undo" and len(kinds) != wanted):
        raise UsageError(f"{action} is about {wanted}, not about {len(kinds)}.")
    if wanted == 2 and decision.targets[0].id == decision.targets[1].id:
        raise UsageError(f"{action} takes two, and both are {decision.targets[0].id}.")
    if wanted == 2 and kinds[0] != kinds[1]:
        raise UsageError(f"{action} takes two of one kind, not a {kinds[0]} and a {kinds[1]}.")
    if action in ("correct-document", "remove") and kinds[0] != "document":
        raise UsageError(f"{action} is about a document, not about a {kinds[0]}.")
    if action in ON_RECORDS and kinds[0] not in RECORD_KINDS:
        raise UsageError(f"{action} is about an event, a statement or an assessment, not about a {kinds[0]}.")
    if action == "outcome" and kinds[0] != "statement":
        raise UsageError(f"{action} is about a statement that foretells, not about a {kinds[0]}.")


def _check_all(decisions: Iterable[Decision]) -> tuple[tuple[Decision, ...], tuple[BrokenLine, ...]]:
    good, bad = [], []
    for decision in decisions:
        try:
            good.append(check_decision(decision))
        except UsageError as error:
            bad.append(BrokenLine(decision.id, 0, str(error)))
    return tuple(good), tuple(bad)


def _frozen(found: Mapping[Page, Sequence[Decision]]) -> dict[Page, tuple[Decision, ...]]:
    return {page: tuple(decisions) for page, decisions in found.items()}
