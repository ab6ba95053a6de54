"""Words that foretell, and verbs that part a forecast from a plan or an opinion.

In: `prediction_cues.tsv`, `prediction_verbs.tsv`. Out: frozen cues behind an index for each kind, and sets of verbs.
It must not know how a sentence is parsed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from dragoman.model.errors import VocabError
from dragoman.model.records import CERTAINTIES
from dragoman.vocab.cue_table import (
    DATA,
    CueIndex,
    build_index,
    check_choice,
    check_list,
    check_unique,
    find_head,
    read_table,
    split_list,
)

ForesightKind = Literal["aux", "verb", "adj", "noun", "adv", "carrier", "said", "content"]
VerbKind = Literal["befalls", "undergone", "arranged", "state", "stance", "opinion", "purpose", "duty"]
CUE_COLUMNS = ("cue", "pos", "places", "certainty", "negated", "note")
VERB_COLUMNS = ("kind", "verbs", "note")
_KINDS = frozenset({"aux", "verb", "adj", "noun", "adv", "carrier", "said", "content"})
_PLACES = frozenset({"clause", "xcomp", "thing", "obj", "ccomp", "subj", "attr", "there"})
_CERTAINTIES = frozenset(CERTAINTIES) | {"none"}
_VERB_KINDS = frozenset({"befalls", "undergone", "arranged", "state", "stance", "opinion", "purpose", "duty"})


@dataclass(frozen=True, slots=True)
class PredictionCue:
    """A word by which a statement foretells.

    Attributes:
        words: dictionary forms in order; `head` is the index of the one it is looked up by.
        pos: which part the word plays; the places are those of the table's head.
        certainty: how sure the forecast is, "none" for words that make no forecast of their content.
        negated: the same where the word is negated, "" if that is no forecast.
        where: file and line, for `explain`.
    """

    words: tuple[str, ...]
    head: int
    pos: ForesightKind
    places: tuple[str, ...]
    certainty: str
    negated: str
    where: str

    @property
    def cue(self) -> str:
        """The words, joined by spaces."""
        return " ".join(self.words)


@cache
def load_prediction_cues(path: Path | None = None) -> dict[ForesightKind, CueIndex[PredictionCue]]:
    """Cues by the part they play, each kind by look-up word.

    Raises:
        VocabError: a faulty row, with file and line.
    """
    cues = list(_read_cues(path or DATA / "prediction_cues.tsv"))
    return {
        cast(ForesightKind, kind): build_index(cue for cue in cues if cue.pos == kind) for kind in sorted(_KINDS)
    }


@cache
def load_prediction_verbs(path: Path | None = None) -> dict[VerbKind, frozenset[str]]:
    """Verbs by kind; a verb of several words joins its verb and its next word by a space ("take place").

    Raises:
        VocabError: a faulty row, with file and line, or a kind without a row.
    """
    file = path or DATA / "prediction_verbs.tsv"
    verbs: dict[VerbKind, frozenset[str]] = {}
    for where, (kind, words, _) in read_table(file, VERB_COLUMNS):
        check_choice(kind, _VERB_KINDS, where, "kind")
        if kind in verbs:
            raise VocabError(f"{where}: kind {kind} stands twice. Merge the two rows")
        verbs[cast(VerbKind, kind)] = frozenset(split_list(words))
    if missing := sorted(_VERB_KINDS - set(verbs)):
        raise VocabError(f"{file.name}: no row for {', '.join(missing)}")
    return verbs


def _read_cues(path: Path) -> Iterator[PredictionCue]:
    seen: dict[tuple[str, ...], tuple[str, ...]] = {}
    for where, (cue, pos, places, certainty, negated, _) in read_table(path, CUE_COLUMNS):
        check_choice(pos, _KINDS, where, "pos")
        check_choice(certainty, _CERTAINTIES, where, "certainty")
        check_choice(negated, _CERTAINTIES | {""}, where, "negated")
        check_unique((cue, pos), (), seen, where)
        words = tuple(cue.split(" "))
        yield PredictionCue(
            words=words,
            head=find_head(words),
            pos=cast(ForesightKind, pos),
            places=check_list(places, _PLACES, where, "places"),
            certainty=certainty,
            negated=negated,
            where=where,
        )
