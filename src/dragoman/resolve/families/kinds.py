"""What kind of sharing it is: copy, partial copy, update, quotation at length, boilerplate.

In: two texts seen against each other, how many days lie between them, whether both credit one agency.
Out: the kind with the reason. It must not know outlets, and not what follows from a kind.

Rules say whether two texts are of one text or story at all, unless the weights of `versions` are sure of the contrary;
whether one is a copy or a later version the weights say, unless a rule knows. The numbers below were set on one half,
by hash, of `evaluate/data/reprints.tsv` and `reprints_second.tsv` (161 pairs), and checked on the other;
`docs/families.md` has the figures of both.
"""

from dataclasses import dataclass
from functools import cached_property

from dragoman.model.resolution import CopyKind
from dragoman.resolve.families.numbers import find_changed_counts, find_changed_numbers
from dragoman.resolve.families.shared import Side, share_lead
from dragoman.resolve.families.versions import Chances, Pair, weigh_pair

COPY_SHARE = 0.6
"""Share of the longer text from which one is a copy of the other as a whole, and not of a part."""
CONTAINED = 0.6
"""Share of the shorter text from which it is taken to be carried by the longer."""
EDITED = 0.16
"""Part of the shorter text that may be matter of its own in an edited copy."""
UNHEARD = 0.075
"""Part of the shorter text's words that an edited copy may have anew: synonyms, house style."""
KEPT_OPENING = 0.8
"""Share of one opening from which the other text still has it, under points, a title or a caption."""
SAME_LEAD = 0.75
"""Part of one lead's words from which the other has the same lead, however edited. Swept on the tuning half: 0.7 to
0.78 are alike, 0.8 to 0.84 one pair worse; whole copies have 0.84 and more, but for two."""
ONE_LEAD = 0.7
"""Part of both leads' words from which two reports with text in common are one story; 0.5 to 0.75 are alike."""
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
ONE_TEXT = 0.5
"""Share of the shorter text from which it may lie longer before its later version, up to `LONG_STORY` days."""
LONG_STORY = 7
"""Days; 3 to 20 are alike on the tuning half. `ONE_TEXT` from 0.35 to 0.6: 0.5 is best, by one or two pairs."""
PASSAGE = 100
"""Words of one passage that two texts of one agency have from it."""
CARRIED = 40
"""Words of one passage, the opening of one text in it, from which the other has taken the report up: background that
two reports share does not open either."""
CARRIED_OPENING = 0.5
"""Share of that opening, and of the other text's at most."""
FLASH = 250
"""Words of a short report at most: a day's main report has of such a one what is new, and leaves the rest."""
TAKEN_UP = 1 / 3
"""Share of a short report from which a text with other matter has taken it up."""
OTHER_MATTER = 0.3
"""Share of the longer text below which the rest of it is taken for other matter: a round-up, a page of posts."""
MINOR = 0.1
"""Share of a longer text below which a short report is one of its items."""
SURE = 0.8
"""Probability from which the weights overrule the rules on whether two texts are of one story. Swept from .3 to .9 with
the weights of cross-validation: F1 of one source on tuning half and third part is 98.1 and 94.5 at .7 and .8, less
below, 98.1 and 94.0 at .9, 98.6 and 92.2 by the rules alone. What is no part must be of one story by the rules too."""
POSTS = 3
"""Times of day in shared passages from which these are posts of a live page."""


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
        later: the side that was published on a later day, None if that is not known.
        one_agency: both credit the same agency, or one is its.
    """

    shorter: Side
    longer: Side
    days: int | None
    later: Side | None
    one_agency: bool

    @cached_property
    def leads(self) -> tuple[float, float]:
        """What either text has of the other's lead."""
        return share_lead(self.shorter, self.longer), share_lead(self.longer, self.shorter)

    @cached_property
    def chances(self) -> Chances:
        """What the weights say; it takes comparing all sentences, so it is asked only of texts that share much."""
        return weigh_pair(Pair(self.shorter, self.longer, self.days or 0, self.later))

    @property
    def near(self) -> bool:
        """The texts can be versions of one story by their dates."""
        return self.days is None or self.days <= ONE_STORY


def judge_kind(sharing: Sharing) -> Judgement:
    """The kind of the sharing; the first of the tests that holds decides."""
    if aside := _as_standing(sharing) or _as_quotation(sharing):
        return aside
    if not _is_one(sharing):
        return Judgement("boilerplate", _background(sharing))
    return _as_version(sharing) or _as_copy(sharing)


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


def _is_one(sharing: Sharing) -> bool:
    """The two are of one text or story: by rule, unless the weights are sure of the contrary."""
    if _is_one_text(sharing):
        return True
    ruled = _are_posts(sharing) or _is_piece(sharing) or _is_one_story(sharing) or _is_taken_up(sharing)
    if sharing.shorter.share < UPDATE_SHARE:
        return ruled
    if ruled:
        return sharing.chances.apart < SURE
    return sharing.near and sharing.chances.apart <= 1 - SURE and sharing.chances.version <= 0.5


def _as_version(sharing: Sharing) -> Judgement | None:
    """A later version of what is one text or story."""
    shares, passages = _shares(sharing), len(sharing.shorter.passages)
    if _is_one_text(sharing) and (changed := _find_changed(sharing)):
        pairs = ", ".join(f"{one} / {other}" for one, other in changed[:3])
        return Judgement("update", f"the same text with other numbers ({pairs}): {shares}")
    if sharing.longer.share >= ONE_TEXT and _opens_anew(sharing):
        return Judgement("update", f"versions of one story, a new opening; {passages} passages kept: {shares}")
    if sharing.shorter.share >= UPDATE_SHARE and sharing.chances.version > 0.5:
        return Judgement("update", f"versions of one story, new matter; {passages} passages kept: {shares}")
    return None


def _find_changed(sharing: Sharing) -> tuple[tuple[str, str], ...]:
    """What the two count by other numbers; in a part of a longer text a number may be another's."""
    if counts := find_changed_counts(sharing.shorter, sharing.longer):
        return counts
    return find_changed_numbers(sharing.shorter, sharing.longer) if sharing.longer.share >= COPY_SHARE else ()


def _opens_anew(sharing: Sharing) -> bool:
    """Neither text has the other's opening, nor tells its lead in other words."""
    kept = max(sharing.shorter.opening, sharing.longer.opening) >= KEPT_OPENING
    return not kept and max(sharing.leads) < SAME_LEAD


def _as_copy(sharing: Sharing) -> Judgement:
    """The same text, whole, or a part of it as it is."""
    longest = max(sharing.shorter.passages)
    if sharing.longer.share >= COPY_SHARE:
        return Judgement("copy", f"the same text but for edits: {_shares(sharing)}")
    if _is_one_text(sharing):
        return Judgement("partial", f"one holds the other: {_shares(sharing)}")
    if _are_posts(sharing):
        return Judgement("partial", f"posts of one live page stand in both: {_shares(sharing)}")
    if sharing.one_agency and longest >= PASSAGE:
        return Judgement("partial", f"both carry one passage of {longest} words and credit one agency")
    return Judgement("partial", f"one carries {longest} words of the other in one passage: {_shares(sharing)}")


def _is_one_text(sharing: Sharing) -> bool:
    """Most of the shorter stands in the longer, and the rest of it is an editor's."""
    short = sharing.shorter
    return short.share >= CONTAINED and short.own <= EDITED and short.unheard <= UNHEARD


def _are_posts(sharing: Sharing) -> bool:
    short, long = sharing.shorter, sharing.longer
    return short.share >= UPDATE_SHARE and long.share < COPY_SHARE and min(short.times, long.times) >= POSTS


def _is_piece(sharing: Sharing) -> bool:
    """Most of a text stands in one piece or a few among other matter."""
    short, long = sharing.shorter, sharing.longer
    return sharing.near and short.share >= ONE_TEXT and long.share < OTHER_MATTER and len(short.passages) < SCATTER


def _is_one_story(sharing: Sharing) -> bool:
    """What is shared is a story carried on, and no background under two."""
    short, long = sharing.shorter, sharing.longer
    if short.share < UPDATE_SHARE:
        return False
    if min(short.opening, long.opening) >= ALIKE or long.share >= ONE_TEXT:
        return True
    apart = len(short.passages) >= SCATTER and min(short.places, long.places) >= PLACES
    if sharing.near:
        return apart or short.share >= ONE_TEXT or min(sharing.leads) >= ONE_LEAD
    return apart and short.share >= ONE_TEXT and sharing.days is not None and sharing.days <= LONG_STORY


def _is_taken_up(sharing: Sharing) -> bool:
    """A report taken up by another text, or one passage that both have from the agency they credit."""
    short, longest = sharing.shorter, max(sharing.shorter.passages)
    if not sharing.near:
        return False
    if sharing.one_agency and longest >= PASSAGE:
        return True
    openings = sorted((short.opening, sharing.longer.opening))
    if openings[0] < CARRIED_OPENING <= openings[1] and longest >= CARRIED:
        return True
    return short.share >= TAKEN_UP and len(short.live) <= FLASH and sharing.longer.share < MINOR


def _shares(sharing: Sharing) -> str:
    return f"{sharing.shorter.share:.0%} of one text, {sharing.longer.share:.0%} of the other"


def _background(sharing: Sharing) -> str:
    passages = len(sharing.shorter.passages)
    where = "one passage" if passages == 1 else f"{passages} passages"
    return f"{where} of background, {sharing.shorter.count} words; the reports differ"
