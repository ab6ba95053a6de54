"""Cues of status and of attribution, and nouns for speakers.

In: `status_cues.tsv`, `attribution_cues.tsv`, `speakers.tsv`. Out: frozen entries behind an index, read once and kept.
It must not know how a sentence is parsed; `docs/cues.md` tells how the columns are meant.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from dragoman.model.errors import VocabError
from dragoman.model.records import EVENT_TYPES, STATUSES, Status
from dragoman.vocab.cue_table import (
    DATA,
    CueIndex,
    build_index,
    check_choice,
    check_list,
    check_unique,
    find_head,
    find_prepositions,
    read_table,
    split_list,
)

CueKind = Literal["say", "think", "deny", "ask", "promise", "report", "write", "perceive", "feel"]
Role = Literal["official", "former official", "analyst", "media", "public", "unknown"]

STATUS_COLUMNS = (
    "cue", "pos", "scope", "effect", "overrides", "negated_effect",
    "also", "denies_by_voice", "context", "types", "note",
)  # fmt: skip
ATTRIBUTION_COLUMNS = ("cue", "pos", "kind", "takes", "direct_ok", "factive", "role_hint", "form", "note")
SPEAKER_COLUMNS = ("noun", "role", "use", "note")

_POS = frozenset({"verb", "noun", "adj", "adv", "aux", "prep", "conj", "det"})
_PLACES = frozenset(split_list("obj|subj|subjpass|xcomp|ccomp|pcomp|oprd|clause|main|modifies|compound|poss|quote"))
_STATUSES = frozenset(STATUSES)
_EFFECTS = _STATUSES | {"none", "closed"}
_NEGATED_EFFECTS = _STATUSES | {"none", ""}
_TYPES = frozenset(EVENT_TYPES)
_CONTEXTS = frozenset(
    split_list("passive|past|present|future|negated|reported|self|dative|future_act|subjunctive|report|announced|other|definite|dated"
               "|superlative|paper|plan|voted|performed")
)
_KINDS = frozenset(split_list("say|think|deny|ask|promise|report|write|perceive|feel"))
_FORMS = frozenset({"", "passive", "active", "inanimate", "quote_only"})
_ROLES = frozenset({"official", "former official", "analyst", "media", "public", "unknown"})
_USES = frozenset({"unnamed", "title", "modifier"})
_YES = frozenset({"y", "n"})
# what the negation of an act makes of a status; any other becomes denied
_NEGATED: dict[Status, Status] = {"cancelled": "planned", "postponed": "planned", "denied": "happened"}
_MARK = frozenset({"y", ""})


@dataclass(frozen=True, slots=True)
class StatusCue:
    """A word that changes the status of an act in one of its places.

    Attributes:
        words: lemmas in order; `head` is the index of the one it is looked up by.
        scope: places in which the act stands: grammatical ones or prepositions.
        effect: the new status, `none` where the inner status passes through, `closed` where nothing above reaches it.
        overrides: inner status and outcome, for each status that the cue changes.
        negated_effect: outcome where the cue is negated: a status, `none` (unchanged) or "" (does not occur).
        also: PLOVER type of the act that the cue itself is, "" if none.
        denies_by_voice: the cue's subject is the voice that denies.
        context: conditions that must all hold; `types`: PLOVER types of the inner act, empty for all.
        where: file and line, for `explain`.
    """

    words: tuple[str, ...]
    head: int
    pos: str
    scope: tuple[str, ...]
    effect: str
    overrides: tuple[tuple[Status, Status], ...]
    negated_effect: str
    also: str
    denies_by_voice: bool
    context: tuple[str, ...]
    types: tuple[str, ...]
    note: str
    where: str

    @property
    def cue(self) -> str:
        """The words, joined by spaces."""
        return " ".join(self.words)

    def outcome(self, inner: Status, *, negated: bool = False) -> Status:
        """Status of an act whose status was `inner`, once this cue, or its negation, stands over it.

        Example:
            >>> plan = next(c for c in load_status_cues().get("plan") if c.pos == "verb" and not c.context)
            >>> plan.outcome("happened"), plan.outcome("cancelled"), plan.outcome("happened", negated=True)
            ('planned', 'cancelled', 'denied')
        """
        if negated and self.negated_effect == "denied":
            return _NEGATED.get(inner, "denied")
        result = dict(self.overrides).get(inner)
        if result is None or not negated:
            return result or inner
        return inner if self.negated_effect in ("", "none") else cast(Status, self.negated_effect)


@dataclass(frozen=True, slots=True)
class AttributionCue:
    """A word by which the text hands content to a speaker.

    Attributes:
        words: lemmas in order; `head` is the index of the one it is looked up by.
        kind: what the speaker does; `feel` attributes nothing.
        takes: places in which the content stands.
        direct_ok: may introduce a quotation. factive: the content is taken as true.
        role_hint: role of the speaker where the cue tells it, else "".
        form: `passive`, `active`, `inanimate` subject, `quote_only`, or "" for any.
        where: file and line, for `explain`.
    """

    words: tuple[str, ...]
    head: int
    pos: str
    kind: CueKind
    takes: tuple[str, ...]
    direct_ok: bool
    factive: bool
    role_hint: str
    form: str
    note: str
    where: str

    @property
    def cue(self) -> str:
        """The words, joined by spaces."""
        return " ".join(self.words)

    @property
    def attributes(self) -> bool:
        """Whether content with this cue is a statement at all."""
        return self.kind != "feel"


@dataclass(frozen=True, slots=True)
class SpeakerNoun:
    """A noun or title that tells the role of whoever speaks; `uses` are `unnamed`, `title`, `modifier`."""

    words: tuple[str, ...]
    head: int
    role: Role
    uses: tuple[str, ...]
    note: str
    where: str

    @property
    def noun(self) -> str:
        """The words, joined by spaces."""
        return " ".join(self.words)


@cache
def load_status_cues(path: Path | None = None) -> CueIndex[StatusCue]:
    """Status cues by look-up word.

    Raises:
        VocabError: a faulty row, with file and line.
    """
    return build_index(_read_status(path or DATA / "status_cues.tsv"))


@cache
def load_attribution_cues(path: Path | None = None) -> CueIndex[AttributionCue]:
    """Attribution cues by look-up word.

    Raises:
        VocabError: a faulty row, with file and line.
    """
    return build_index(_read_attribution(path or DATA / "attribution_cues.tsv"))


@cache
def load_speakers(path: Path | None = None) -> CueIndex[SpeakerNoun]:
    """Speaker nouns by look-up word.

    Raises:
        VocabError: a faulty row, with file and line.
    """
    return build_index(_read_speakers(path or DATA / "speakers.tsv"))


def _read_status(path: Path) -> Iterator[StatusCue]:
    seen: dict[tuple[str, ...], tuple[str, ...]] = {}
    places = _PLACES | find_prepositions()
    for where, fields in read_table(path, STATUS_COLUMNS):
        cue, pos, scope, effect, overrides, negated, also, denies, context, types, note = fields
        check_choice(pos, _POS, where, "pos")
        check_choice(effect, _EFFECTS, where, "effect")
        check_choice(negated, _NEGATED_EFFECTS, where, "negated_effect")
        check_choice(denies, _MARK, where, "denies_by_voice")
        if also:
            check_choice(also, _TYPES, where, "also")
        found = check_list(scope, places, where, "scope")
        check_unique((cue, pos, context, types), found, seen, where)
        words = tuple(cue.split(" "))
        yield StatusCue(
            words=words,
            head=0 if pos in ("verb", "aux") else find_head(words),
            pos=pos,
            scope=found,
            effect=effect,
            overrides=_read_overrides(overrides, effect, where),
            negated_effect=negated,
            also=also,
            denies_by_voice=denies == "y",
            context=check_list(context, _CONTEXTS, where, "context"),
            types=check_list(types, _TYPES, where, "types"),
            note=note,
            where=where,
        )


def _read_overrides(field: str, effect: str, where: str) -> tuple[tuple[Status, Status], ...]:
    if (effect in ("none", "closed")) != (field == ""):
        raise VocabError(f"{where}: overrides must be empty where effect is none or closed, and only there")
    pairs = _split_overrides(field, effect)
    if pairs is None:
        raise VocabError(f"{where}: overrides {field!r} names something that is no status")
    return pairs


@cache
def _split_overrides(field: str, effect: str) -> tuple[tuple[Status, Status], ...] | None:
    parts = STATUSES if field == "all" else split_list(field)
    split = [(inner, result or effect) for inner, _, result in (part.partition(">") for part in parts)]
    if not _STATUSES.issuperset(status for pair in split for status in pair):
        return None
    return tuple((cast(Status, inner), cast(Status, result)) for inner, result in split)


def _read_attribution(path: Path) -> Iterator[AttributionCue]:
    seen: dict[tuple[str, ...], tuple[str, ...]] = {}
    places = _PLACES | find_prepositions()
    for where, fields in read_table(path, ATTRIBUTION_COLUMNS):
        cue, pos, kind, takes, direct, factive, role, form, note = fields
        check_choice(pos, _POS, where, "pos")
        check_choice(kind, _KINDS, where, "kind")
        check_choice(direct, _YES, where, "direct_ok")
        check_choice(factive, _MARK, where, "factive")
        check_choice(role, _ROLES | {""}, where, "role_hint")
        check_choice(form, _FORMS, where, "form")
        check_unique((cue, pos, form), (), seen, where)
        words = tuple(cue.split(" "))
        yield AttributionCue(
            words=words,
            head=0 if pos == "verb" else find_head(words),
            pos=pos,
            kind=cast(CueKind, kind),
            takes=check_list(takes, places, where, "takes"),
            direct_ok=direct == "y",
            factive=factive == "y",
            role_hint=role,
            form=form,
            note=note,
            where=where,
        )


def _read_speakers(path: Path) -> Iterator[SpeakerNoun]:
    seen: dict[tuple[str, ...], tuple[str, ...]] = {}
    for where, (noun, role, use, note) in read_table(path, SPEAKER_COLUMNS):
        check_choice(role, _ROLES, where, "role")
        uses = check_list(use, _USES, where, "use")
        check_unique((noun,), uses, seen, where)
        words = tuple(noun.split(" "))
        yield SpeakerNoun(words, find_head(words), cast(Role, role), uses, note, where)
