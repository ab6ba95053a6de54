"""What kind of sharing it is: copy, partial copy, update, quotation at length, boilerplate.

In: two texts seen against each other, how many days lie between them, whether both credit one agency.
Out: the kind with the reason. It must not know outlets, and not what follows from a kind.

The numbers below were set on one half of `evaluate/data/reprints.tsv` (86 pairs, by hash) and checked once on the
other; `docs/families.md` has the figures of both.
"""

from dataclasses import dataclass

from dragoman.model.resolution import CopyKind
from dragoman.resolve.families.numbers import find_changed_numbers
from dragoman.resolve.families.shared import Side

COPY_SHARE = 0.6
"""Share of the longer text from which one is a copy of the other as a whole, and not of a part."""
CONTAINED = 0.6
"""Share of the shorter text from which it is taken to be carried by the longer."""
EDITED = 0.16
"""Part of the shorter text that may be matter of its own in an edited copy."""
UNHEARD = 0.075
"""Part of the shorter text's words that an edited copy may have anew: synonyms, house style."""
NEWS = 3
"""Names and numbers from which matter of the shorter text's own is news: a cut or edited copy adds none. In the tuning
half whole copies have at most two, later versions at least three."""
SAME_OPENING = 0.5
"""Share of the opening from which both texts open alike."""
ALIKE = 0.3
"""Share of both openings from which timelines and standing guides are one, whatever lies between their dates."""
UPDATE_SHARE = 0.25
"""Share of one text from which a later version is told from a new report with a line of background."""
SCATTER = 4
"""Shared passages of a later version at least: a box or a background paragraph is one block, or two."""
PLACES = 2
"""Places of either text in which these stand at least: background stands together, however it was edited."""
ONE_STORY = 2
"""Days between two versions of one story at most, unless both open alike (timelines, standing guides)."""
PASSAGE = 100
"""Words of one passage that two texts of one agency have from it."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A kind and why."""

    kind: CopyKind
    reason: str


@dataclass(frozen=True)
class Sharing:
    """Two texts seen against each other.

    Attributes:
        shorter: the side of which the larger part is shared; `longer`: the other.
        days: between the dates of publication, None if one is unknown.
        one_agency: both credit the same agency, or one is its.
    """

    shorter: Side
    longer: Side
    days: int | None
    one_agency: bool

    @property
    def near(self) -> bool:
        """The texts can be versions of one story by their dates."""
        return self.days is None or self.days <= ONE_STORY


def judge_kind(sharing: Sharing) -> Judgement:
    """The kind of the sharing; the first of the tests that holds decides."""
    tests = (_as_standing, _as_quotation, _as_copy, _as_update, _as_passage)
    found = (test(sharing) for test in tests)
    return next((each for each in found if each), Judgement("boilerplate", _background(sharing)))


def _as_standing(sharing: Sharing) -> Judgement | None:
    least = min(sharing.shorter.count, sharing.longer.count)
    if sharing.shorter.passages and sharing.longer.passages and sharing.shorter.standing <= 0.5 and least:
        return None
    words = sum(sharing.shorter.shared)
    return Judgement("boilerplate", f"{words} words of standing text: forms, terms, disclaimers, contact lines")


def _as_quotation(sharing: Sharing) -> Judgement | None:
    quoted = min(sharing.shorter.quoted, sharing.longer.quoted)
    if quoted < 0.6 or sharing.shorter.share >= CONTAINED:
        return None
    return Judgement("quotation", f"{sharing.shorter.count} words shared, {quoted:.0%} of them in quotation marks")


def _as_copy(sharing: Sharing) -> Judgement | None:
    short, long = sharing.shorter, sharing.longer
    if short.share < CONTAINED or short.own > EDITED or short.unheard > UNHEARD:
        return None
    if _opens_anew(sharing) and long.share >= SAME_OPENING:
        return None
    if len(short.passages) >= SCATTER and short.news >= NEWS:
        return None
    if changed := find_changed_numbers(short, long):
        return _changed(sharing, changed) if sharing.longer.share >= COPY_SHARE else _copy(sharing)
    return _copy(sharing)


def _copy(sharing: Sharing) -> Judgement:
    short, long = sharing.shorter, sharing.longer
    both = f"{short.share:.0%} of one text, {long.share:.0%} of the other"
    if long.share >= COPY_SHARE:
        return Judgement("copy", f"the same text but for edits: {both}")
    return Judgement("partial", f"one holds the other: {both}")


def _changed(sharing: Sharing, changed: tuple[tuple[str, str], ...]) -> Judgement:
    pairs = ", ".join(f"{one} / {other}" for one, other in changed[:3])
    return Judgement("update", f"the same text with other numbers ({pairs}): {sharing.shorter.share:.0%} the same")


def _opens_anew(sharing: Sharing) -> bool:
    return max(sharing.shorter.opening, sharing.longer.opening) < SAME_OPENING


def _as_update(sharing: Sharing) -> Judgement | None:
    short, long = sharing.shorter, sharing.longer
    open_alike = min(short.opening, long.opening) >= ALIKE
    apart = len(short.passages) >= SCATTER and min(short.places, long.places) >= PLACES
    scattered = apart or short.share >= CONTAINED
    if short.share < UPDATE_SHARE or not (open_alike or scattered and sharing.near):
        return None
    opening = "a new opening" if _opens_anew(sharing) else "new matter"
    shares = f"{short.share:.0%} of one text, {long.share:.0%} of the other"
    return Judgement("update", f"versions of one story, {opening}; {len(short.passages)} passages kept: {shares}")


def _as_passage(sharing: Sharing) -> Judgement | None:
    """One passage that both have from the agency they credit."""
    longest = max(sharing.shorter.passages)
    if not (sharing.one_agency and sharing.near and longest >= PASSAGE):
        return None
    return Judgement("partial", f"both carry one passage of {longest} words and credit one agency")


def _background(sharing: Sharing) -> str:
    passages = len(sharing.shorter.passages)
    where = "one passage" if passages == 1 else f"{passages} passages"
    return f"{where} of background, {sharing.shorter.count} words; the reports differ"
