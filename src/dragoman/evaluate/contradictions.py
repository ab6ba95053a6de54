"""How well contradictions are told from changed plans, vague words and views: pairs of short texts of our own.

In: a file of one JSON object a line (`id`, `kind`, `field`, `a`, `b`, `why`; `a` and `b` with `published`, `outlet` and
`text`). Each pair is read into a dossier of its own, as a user would read two files, and that dossier is asked for
contradictions. Out: the share of hard pairs that are found, by field, and the share of the others that are left alone.

A hard pair contradicts itself in the words, or contradicts a known fact; `b` may then be missing. It is found only if
a contradiction of its own field is reported. Of all other pairs nothing at all should be reported.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, Protocol, get_args

from dragoman.evaluate.reports import Report, Share
from dragoman.evaluate.running import Coder, load_coder, loaded_tools
from dragoman.flow.reading import read_into
from dragoman.model.errors import EvaluateError
from dragoman.model.resolution import Clash, Contradiction
from dragoman.record.dossier import Dossier

Kind = Literal["hard", "step", "vague", "view"]
"""What a pair is: a contradiction, a step in the life of one event, a vaguer telling, a difference of judgement."""
KINDS: tuple[Kind, ...] = get_args(Kind)
FIELDS: tuple[Clash, ...] = get_args(Clash)


@dataclass(frozen=True, slots=True)
class Telling:
    """One of the two texts: EDTF date of publication, who published it, the text."""

    published: str
    outlet: str
    text: str


@dataclass(frozen=True, slots=True)
class ClashPair:
    """Two texts of one matter; `b` is None where `a` alone is held against a known fact."""

    id: str
    kind: Kind
    field: Clash
    a: Telling
    b: Telling | None
    why: str


class Contradicting(Protocol):
    """What is asked of a dossier."""

    def contradictions(self) -> Iterator[Contradiction]:
        """All contradictions in it."""


Finder = Callable[[ClashPair], Sequence[Contradiction]]
Opener = Callable[[Path], AbstractContextManager[Contradicting]]


def score_contradictions(file: Path, *, show: bool = False, find: Finder | None = None) -> Report:
    """Look for contradictions in every pair of the set.

    Args:
        file: the set.
        show: list the pairs that are missed or wrongly reported.
        find: gives the contradictions of a pair; by default the program does, on a dossier of the pair.

    Raises:
        EvaluateError: the file cannot be read, holds no pairs, or a row is faulty.
    """
    pairs = read_clash_pairs(file)
    if not pairs:
        raise EvaluateError(f"{file} holds no pairs.")
    find = find or make_finder(load_coder())
    return compare_contradictions(pairs, [find(pair) for pair in pairs], show=show)


def make_finder(coder: Coder, open_dossier: Opener | None = None) -> Finder:
    """A finder that reads each pair into a dossier in a temporary folder; model and vocabulary are `coder`'s."""
    tools = loaded_tools(coder)
    opener: Opener = open_dossier or Dossier

    def find(pair: ClashPair) -> tuple[Contradiction, ...]:
        with TemporaryDirectory() as name:
            folder, rows = Path(name) / "dossier", Path(name) / "pair.jsonl"
            rows.write_text(_rows_of(pair), encoding="utf-8")
            read_into(folder, [str(rows)], tools)
            with opener(folder) as dossier:
                return tuple(dossier.contradictions())

    return find


def _rows_of(pair: ClashPair) -> str:
    told = {f"{pair.id}a": pair.a, f"{pair.id}b": pair.b}
    rows = (
        {"id": name, "published": each.published, "outlet": each.outlet, "text": each.text, "language": "en"}
        for name, each in told.items()
        if each
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def compare_contradictions(
    pairs: Sequence[ClashPair], found: Sequence[Sequence[Contradiction]], *, show: bool = False
) -> Report:
    """Compare what was reported of each pair with what the pair is."""
    both = list(zip(pairs, found, strict=True))
    hard = [(pair, clashes) for pair, clashes in both if pair.kind == "hard"]
    others = [(pair, clashes) for pair, clashes in both if pair.kind != "hard"]
    shares = {"hard found": _found(hard), "others left alone": _left_alone(others)}
    shares |= {
        f"{kind} left alone": _left_alone([each for each in others if each[0].kind == kind]) for kind in KINDS[1:]
    }
    details = {f"hard {name}": _found([each for each in hard if each[0].field == name]) for name in FIELDS}
    details["hard, under any field"] = Share(sum(bool(clashes) for _, clashes in hard), len(hard))
    counts = {"pairs": len(pairs), "contradictions reported": sum(map(len, found))}
    lines = tuple(line for pair, clashes in both for line in _wrong(pair, clashes)) if show else ()
    return Report(shares=shares, counts=counts, details=details, lines=lines)


def _found(pairs: Sequence[tuple[ClashPair, Sequence[Contradiction]]]) -> Share:
    return Share(sum(pair.field in _fields(clashes) for pair, clashes in pairs), len(pairs))


def _left_alone(pairs: Sequence[tuple[ClashPair, Sequence[Contradiction]]]) -> Share:
    return Share(sum(not clashes for _, clashes in pairs), len(pairs))


def _fields(clashes: Sequence[Contradiction]) -> set[Clash]:
    return {each.clash for each in clashes}


def _wrong(pair: ClashPair, clashes: Sequence[Contradiction]) -> Iterator[str]:
    if pair.kind == "hard" and pair.field not in _fields(clashes):
        yield f"- {pair.id} {pair.field} | {pair.why}"
    for each in clashes:
        if pair.kind != "hard" or each.clash != pair.field:
            yield f"+ {pair.id} {pair.kind}, reported {each.clash}: {' / '.join(each.values)} ({each.reason})"


def read_clash_pairs(file: Path) -> list[ClashPair]:
    """The pairs of a set.

    Raises:
        EvaluateError: the file cannot be read, or a row is faulty; the message names the line.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluateError(f"{file} cannot be read ({error}). Name the file of pairs.") from error
    return [_read_pair(line, f"{file}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def _read_pair(line: str, where: str) -> ClashPair:
    try:
        row = json.loads(line)
        kind, field = row["kind"], row["field"]
        b = None if row["b"] is None else _telling(row["b"])
        pair = ClashPair(str(row["id"]), kind, field, _telling(row["a"]), b, str(row["why"]))
    except (ValueError, KeyError, TypeError) as error:
        raise EvaluateError(f"{where}: no pair of the set ({type(error).__name__}: {error}).") from error
    if kind not in KINDS or field not in FIELDS:
        raise EvaluateError(f"{where}: unknown kind {kind!r} or field {field!r}.")
    if b is None and kind != "hard":
        raise EvaluateError(f"{where}: only a hard pair can have one text.")
    return pair


def _telling(row: Mapping[str, object]) -> Telling:
    return Telling(str(row["published"]), str(row["outlet"]), str(row["text"]))
