"""Keeps what people decide as lines of JSON under `decisions/`, one file for each person and machine.

Lines are only ever added, each flushed to disk; two folders are merged by copying files, because the state is the union
of all lines. A line that cannot be read stays where it is and is reported. Which decisions hold is not known here.
"""

import json
import os
import platform
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, cast

from dragoman.model.decisions import (
    ACTIONS,
    TARGET_KINDS,
    Action,
    BrokenLine,
    Change,
    Decision,
    Evidence,
    TargetKind,
)
from dragoman.model.errors import RecordError
from dragoman.record.connection import take_lock
from dragoman.text.hashing import Plain, hash_content, make_id

FOLDER = "decisions"
LOCK = "decisions.lock"
PATIENCE = 10.0
"""Seconds to wait for another process that adds a line; each takes milliseconds."""
_UNSAFE = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class DecisionLog:
    """All lines of a decisions folder.

    Attributes:
        decisions: by time, each once.
        broken: lines that could not be read, by file and number.
    """

    decisions: tuple[Decision, ...] = ()
    broken: tuple[BrokenLine, ...] = ()


def name_decision(decision: Decision) -> Decision:
    """The decision with the id of its content."""
    return replace(decision, id=make_id("x", _content(decision)))


def append_decision(folder: Path, decision: Decision, *, machine: str = "") -> Path:
    """Add a decision to the file of its person and machine; when this returns, it is on disk.

    Args:
        folder: the dossier.
        decision: with the id of its content.
        machine: name of the machine, this one's if none is given.

    Raises:
        RecordError: the disk is full or read-only; `LockedError` when another process holds the folder for long.
    """
    path = folder / FOLDER / file_name(decision.who, machine or platform.node())
    line = json.dumps({"id": decision.id, **_content(decision)}, ensure_ascii=True)
    lock = take_lock(folder, name=LOCK, patience=PATIENCE)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _append_line(path, line.encode("ascii"))
    except OSError as error:
        raise RecordError(
            f"The decision cannot be written to {path}: {error.strerror or error}. "
            "Free some space or make it writable."
        ) from error
    finally:
        lock.close()
    return path


def read_decisions(folder: Path) -> DecisionLog:
    """All decisions of a dossier; empty if there is no folder of them."""
    found: dict[str, Decision] = {}
    broken: list[BrokenLine] = []
    for path in list_files(folder):
        for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
            if not line.strip():
                continue
            try:
                decision = _decision_of(line)
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
                broken.append(BrokenLine(path.name, number, f"not a decision: {type(error).__name__}: {error}"[:200]))
            else:
                found.setdefault(decision.id, decision)
    ordered = sorted(found.values(), key=lambda d: (d.when, d.id))
    return DecisionLog(tuple(ordered), tuple(broken))


def list_files(folder: Path) -> list[Path]:
    """The files of decisions, by name; [] if there are none."""
    try:
        with os.scandir(folder / FOLDER) as entries:
            return sorted(Path(entry.path) for entry in entries if entry.name.endswith(".jsonl"))
    except FileNotFoundError:
        return []


def forget_lines(folder: Path, ids: Iterable[str], hashes: Iterable[str] = ()) -> int:
    """Take lines out of all files, each file whole or not at all; how many went.

    The one thing that takes lines away: a removed document must leave no words behind, those in evidence included.

    Args:
        folder: the dossier.
        ids: of decisions.
        hashes: of removed bytes; a broken line that names one goes too.
    """
    gone, marks, count = frozenset(ids), [hash.encode("ascii") for hash in hashes if hash], 0
    lock = take_lock(folder, name=LOCK, patience=PATIENCE)
    try:
        for path in list_files(folder) if gone or marks else []:
            lines = path.read_bytes().split(b"\n")
            kept = [line for line in lines if not _is_forgotten(line, gone, marks)]
            if len(kept) < len(lines):
                count += len(lines) - len(kept)
                _rewrite(path, b"\n".join(kept))
    finally:
        lock.close()
    return count


def file_name(who: str, machine: str) -> str:
    """A file name for a person and a machine that every file system takes and no other pair shares.

    Example:
        >>> file_name("Anna Ö.", "con")
        'anna-con-6ab842ed.jsonl'
    """
    slug = "-".join(_UNSAFE.sub("-", word.lower()).strip("-")[:40] or "x" for word in (who, machine))
    return f"{slug}-{hash_content([who, machine])[:8]}.jsonl"


def _append_line(path: Path, line: bytes) -> None:
    """Add a line; what a crash left unfinished before it keeps a line of its own."""
    with path.open("a+b") as file:
        if file.tell():
            file.seek(-1, os.SEEK_END)
            line = line if file.read(1) == b"\n" else b"\n" + line
        file.write(line + b"\n")
        file.flush()
        os.fsync(file.fileno())


def _rewrite(path: Path, data: bytes) -> None:
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _is_forgotten(line: bytes, gone: frozenset[str], marks: list[bytes]) -> bool:
    try:
        content = json.loads(line)
        return isinstance(content, dict) and content.get("id") in gone
    except (ValueError, RecursionError):
        return any(mark in line for mark in marks)


def _content(decision: Decision) -> dict[str, Plain]:
    """A decision as plain values, without its id and without what is empty."""
    content: dict[str, Plain] = {
        "when": decision.when,
        "who": decision.who,
        "action": decision.action,
        "targets": [_evidence_content(target) for target in decision.targets],
    }
    if decision.changes:
        content["changes"] = [
            {"field": change.field, "values": list(change.values), "was": list(change.was)}
            for change in decision.changes
        ]
    if decision.why:
        content["why"] = decision.why
    return content


def _evidence_content(evidence: Evidence) -> dict[str, Plain]:
    """Kind and id, and every other field that is not empty."""
    empty = Evidence(evidence.kind, evidence.id)
    content: dict[str, Plain] = {"kind": evidence.kind, "id": evidence.id}
    for name in (field.name for field in fields(evidence)):
        value = getattr(evidence, name)
        if value != getattr(empty, name):
            content[name] = list(value) if isinstance(value, tuple) else value
    return content


def _decision_of(line: bytes) -> Decision:
    content = json.loads(line)
    id = content.pop("id")
    if make_id("x", content) != id:
        raise ValueError("its id does not fit its content: it was changed by hand or is of a newer version")
    if content["action"] not in ACTIONS:
        raise ValueError(f"the action {content['action']!r} is unknown: it is of a newer version")
    return Decision(
        id=id, when=_text(content["when"]), who=_text(content["who"]), action=cast(Action, content["action"]),
        targets=tuple(_evidence_of(target) for target in content["targets"]),
        changes=tuple(_changes_of(content.get("changes", []))), why=_text(content.get("why", "")),
    )  # fmt: skip


def _evidence_of(content: dict[str, Any]) -> Evidence:
    if content["kind"] not in TARGET_KINDS:
        raise ValueError(f"the kind {content['kind']!r} is unknown: it is of a newer version")
    words = {key: _text(content.get(key, "")) for key in
             ("id", "sha256", "record", "name", "text", "quote", "trigger", "type", "says")}  # fmt: skip
    spans = {key: _span(content.get(key, [-1, -1])) for key in ("span", "trigger_span")}
    return Evidence(kind=cast(TargetKind, content["kind"]), **words, **spans)  # type: ignore[arg-type]


def _changes_of(content: list[dict[str, Any]]) -> Iterator[Change]:
    for change in content:
        values = tuple(_text(value) for value in change["values"])
        yield Change(_text(change["field"]), values, tuple(_text(value) for value in change.get("was", [])))


def _span(content: list[Any]) -> tuple[int, int]:
    start, end = content
    if not isinstance(start, int) or not isinstance(end, int):
        raise ValueError("a span is not of two numbers")
    return start, end


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r:.40} is no text")
    return value
