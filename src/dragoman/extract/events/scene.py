"""What all acts of a document share, and what stands around one of them: who is named how often, where, beside whom.

In: a `Reading` and the drafts of its acts with the sides that grammar gives. Out: a `Scene` for the document, and for
one act its `Candidate` sides and the `Ground` on which they are judged.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.extract.events.drafts import Draft
from dragoman.extract.events.foes import Foes, find_foes
from dragoman.extract.grammar.arguments import surface_subjects, surroundings
from dragoman.extract.grammar.participants import PRIVATE_SECTORS
from dragoman.extract.grammar.tree import clause_of, is_verbal, path_up, subtree
from dragoman.extract.reading import Reading
from dragoman.model.analysis import Mention

BEFORE = 3
"""Sentences before the act's own whose actors may be sides."""
TELLING = 12
"""How many sentences apart an act is told again."""
SALIENT = 4
"""Most named actors of a document that may be sides anywhere in it."""
MOST = 14
"""Candidates looked at for one act, the nearest first."""
FOES = 2
"""Foes of those proposed that may be sides wherever the text names them, the most named first."""
NOWHERE = 99
"""Distance in sentences of an actor that is not named near the act."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A document's acts and actors.

    Attributes:
        named: code to how often it is named other than as a place.
        ranks: code to its place among the most named, 0 first.
        pairs: two sides to the number of acts that grammar gives to both.
        lead: codes named in the first two sentences.
        told: type to the acts of it that have two sides or more.
        dealt: acts with just two sides, with these.
        foes: who of those named is at war with whom.
    """

    reading: Reading
    drafts: Sequence[Draft]
    named: Counter[str] = field(default_factory=Counter)
    ranks: dict[str, int] = field(default_factory=dict)
    pairs: Counter[frozenset[str]] = field(default_factory=Counter)
    lead: frozenset[str] = frozenset()
    told: Mapping[str, list[Draft]] = field(default_factory=dict)
    dealt: Sequence[tuple[Draft, frozenset[str]]] = ()
    foes: Foes = field(default_factory=Foes)

    @classmethod
    def of(cls, reading: Reading, drafts: Sequence[Draft]) -> "Scene":
        """Count mentions, and the pairs that grammar gives; sort the acts."""
        named = Counter(
            code for m in reading.an.mentions if m.kind != "place" and not m.former for code in m.codes
        )  # fmt: skip
        ranks = {code: at for at, (code, _) in enumerate(named.most_common())}
        pairs = Counter(draft.sides for draft in drafts if len(draft.sides) == 2)
        first = (mention for number in (0, 1) for mention in reading.by_sentence.get(number, ()))
        lead = frozenset(code for mention in first for code in mention.codes)
        told: dict[str, list[Draft]] = {}
        for draft in drafts:
            if len(draft.sides) > 1:
                told.setdefault(draft.type, []).append(draft)
        dealt = [(draft, draft.sides) for of_type in told.values() for draft in of_type if len(draft.sides) == 2]
        foes = find_foes(reading.world, {code for m in reading.an.mentions for code in m.codes}, reading.doc.published)
        return cls(reading, drafts, named, ranks, pairs, lead, told, dealt, foes)

    @property
    def main_pair(self) -> frozenset[str]:
        """The two sides that most acts are between, empty if none are known."""
        return self.pairs.most_common(1)[0][0] if self.pairs else frozenset()


@dataclass(slots=True)
class Candidate:
    """An actor that may be a side: its code, its nearest mention if any, and how many sentences before the act."""

    code: str
    mention: Mention | None = None
    distance: int = NOWHERE


@dataclass(frozen=True, slots=True)
class Ground:
    """What is the same for all candidates of one act.

    Attributes:
        circles: codes in the phrase, clause and sentence of the act, without those that grammar gives it.
        subjects: codes of the subjects around the act; `main`: of the subject of the sentence.
        speaker: code of whoever says the words, "" for the author.
        retold: the nearest like acts with two sides before and after this one.
        last: the act with two sides told just before.
    """

    circles: tuple[frozenset[str], ...]
    subjects: frozenset[str]
    main: frozenset[str]
    speaker: str
    retold: tuple[tuple[str, Draft], ...]
    last: Draft | None


def candidates_of(scene: Scene, draft: Draft, proposed: frozenset[str]) -> list[Candidate]:
    """Who may be a side of `draft`: those proposed first, then the nearest, the speaker, the most named."""
    reading = scene.reading
    here = reading.an.sentence[draft.token]
    found = {code: Candidate(code) for code in (*draft.roles.actors.codes, *draft.roles.recipients.codes)}
    found |= {code: Candidate(code) for code in sorted(proposed) if code not in found}
    found |= {code: Candidate(code) for code in _foes_of(scene, found) if code not in found}
    for back in range(BEFORE + 1):
        for mention in sorted(reading.by_sentence.get(here - back, ()), key=lambda m: abs(m.head - draft.token)):
            if not mention.former and not (mention.kind == "state" and mention.sector in PRIVATE_SECTORS):
                for code in mention.codes:
                    _meet(found.setdefault(code, Candidate(code)), mention, back)
    others = [_speaker_of(reading, draft)]
    others.extend(code for other in retellings(scene, draft) for code in sorted(other.sides))
    others.extend(code for code, rank in scene.ranks.items() if rank < SALIENT)
    for code in filter(None, others):
        found.setdefault(code, Candidate(code))
    return list(found.values())[:MOST]


def _foes_of(scene: Scene, codes: Collection[str]) -> list[str]:
    """The most named of those with whom some of these are at war."""
    foes = {foe for code in codes for foe in scene.foes.of.get(code, ())}
    return sorted(foes, key=lambda code: (scene.ranks.get(code, NOWHERE), code))[:FOES]


def _meet(candidate: Candidate, mention: Mention, back: int) -> None:
    """Take the nearest mention; one that names the actor before one that names its land."""
    known = candidate.mention
    if known is None or (known.kind == "place" and mention.kind != "place"):
        candidate.mention, candidate.distance = mention, min(back, candidate.distance)


def _speaker_of(reading: Reading, draft: Draft) -> str:
    """Code of whoever says the words that tell the act, "" if they are the author's or nobody's we know."""
    at = reading.an.start[draft.token]
    around = [s for s in reading.statements if s.span[0] <= at < s.span[1] and s.speaker_actor]
    return min(around, key=lambda s: s.span[1] - s.span[0]).speaker_actor if around else ""


def retellings(scene: Scene, draft: Draft) -> list[Draft]:
    """Up to three other acts of the same type and word or frame that have two sides by grammar, the nearest first."""
    an = scene.reading.an
    near = (
        other for other in scene.drafts
        if other is not draft and other.type == draft.type and len(other.sides) > 1
        and abs(an.sentence[other.token] - an.sentence[draft.token]) <= TELLING
        and (an.lemma[other.token] == an.lemma[draft.token] or other.match.frame == draft.match.frame)
    )  # fmt: skip
    return sorted(near, key=lambda other: abs(other.token - draft.token))[:3]


def ground_of(scene: Scene, draft: Draft) -> Ground:
    """Look up around one act."""
    reading, an, token = scene.reading, scene.reading.an, draft.token
    root = list(path_up(an, token))[-1]
    top = surface_subjects(an, root) if is_verbal(an, root) else []
    again = retellings(scene, draft)
    before = next((other for other in again if other.token < token), None)
    after = next((other for other in again if other.token > token), None)
    earlier = [other for other in scene.drafts if other.token < token and len(other.sides) > 1]
    near = bool(earlier) and an.sentence[token] - an.sentence[earlier[-1].token] <= BEFORE
    return Ground(
        circles=tuple(_circles(reading, draft)),
        subjects=_codes(reading, surroundings(an, token)),
        main=_codes(reading, top),
        speaker=_speaker_of(reading, draft),
        retold=tuple((when, other) for when, other in (("before", before), ("after", after)) if other is not None),
        last=earlier[-1] if near else None,
    )


def _codes(reading: Reading, tokens: Sequence[int]) -> frozenset[str]:
    return frozenset(code for token in tokens for code in reading.who.side_of(token).codes)


def _circles(reading: Reading, draft: Draft) -> Iterator[frozenset[str]]:
    an = reading.an
    number = an.sentence[draft.token]
    sentence = an.sentences[number]
    for first, last in (
        subtree(an, draft.token), subtree(an, clause_of(an, draft.token)), (sentence.first, sentence.last)
    ):  # fmt: skip
        inside = (
            code for m in reading.by_sentence.get(number, ())
            if first <= m.head < last and m.kind != "place" and not m.former for code in m.codes
        )  # fmt: skip
        yield frozenset(inside) - draft.sides
