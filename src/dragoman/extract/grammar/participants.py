"""Who fills a slot: from a token to actor codes, through the mentions that the language stage resolved.

A noun that is no mention itself stands for whoever owns it ("Russian missiles", "Pakistan's decision"). Coordinated
tokens are all taken ("India and Pakistan"), and so are companions ("together with the United States").
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from dragoman.extract.grammar.arguments import subjects, surface_subjects
from dragoman.extract.grammar.camps import is_of_other_camp, is_turned
from dragoman.extract.grammar.tree import MODIFIERS, antecedent, child, conjuncts, first_conjunct
from dragoman.model.analysis import Analysis, Mention
from dragoman.vocab.cue_table import CueIndex
from dragoman.vocab.cues import SpeakerNoun
from dragoman.vocab.word_groups import word_group

PART_NOUNS = word_group("part-noun")
_LANDS = word_group("land-noun")
_TOURS = word_group("tour-noun")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event: codes in text order, their sectors, persons named, and what gave them.

    `guessed`: a pronoun is taken for two actors named before.
    """

    codes: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    tokens: tuple[int, ...] = ()
    how: tuple[str, ...] = ()
    unofficial: bool = False
    private: bool = False
    guessed: bool = False

    def __bool__(self) -> bool:
        """Whether any actor is known."""
        return bool(self.codes)


def join_sides(sides: Iterable[Side]) -> Side:
    """All of several sides, each code once."""
    codes: list[str] = []
    sectors: list[str] = []
    people: list[str] = []
    tokens: list[int] = []
    how: list[str] = []
    loose = private = guessed = False
    for side in sides:
        for code, sector in zip(side.codes, side.sectors, strict=True):
            if code not in codes:
                codes.append(code)
                sectors.append(sector)
        people.extend(name for name in side.people if name not in people)
        tokens.extend(side.tokens)
        how.extend(why for why in side.how if why not in how)
        loose |= side.unofficial
        private |= side.private
        guessed |= side.guessed
    return Side(tuple(codes), tuple(sectors), tuple(people), tuple(tokens), tuple(how), loose, private, guessed)


@dataclass(slots=True)
class Who:
    """Answers who stands behind a token of one analysis."""

    an: Analysis
    by_head: dict[int, Mention] = field(default_factory=dict)
    covering: dict[int, Mention] = field(default_factory=dict)
    place_tokens: frozenset[int] = frozenset()
    name_tokens: frozenset[int] = frozenset()
    speakers: CueIndex[SpeakerNoun] = field(default_factory=lambda: CueIndex((), {}))
    lists: dict[int, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, an: Analysis, speakers: CueIndex[SpeakerNoun]) -> "Who":
        """Index the mentions of an analysis by head and by every token they cover; the innermost wins."""
        names = [(a, b) for a, b, label in an.names if b - a > 1 and label in ("ORG", "WORK_OF_ART", "LAW", "PRODUCT")]
        places = [(a, b) for a, b, label in an.names if label in ("GPE", "LOC", "FAC")]
        who = cls(
            an,
            speakers=speakers,
            name_tokens=frozenset(t for a, b in names for t in range(a, b)),
            place_tokens=frozenset(t for a, b in places for t in range(a, b)),
        )
        for mention in sorted(an.mentions, key=lambda m: m.first - m.last):
            who.by_head[mention.head] = mention
            for token in range(mention.first, mention.last):
                who.covering[token] = mention
        who.lists = dict(_lists_of(an))
        return who

    def mention_at(self, token: int) -> Mention | None:
        """The mention whose head is the token, else the innermost one that covers it."""
        return self.by_head.get(token) or self.covering.get(token)

    def side_of(self, token: int, *, places: bool = False, nationals: bool = False) -> Side:
        """Everybody behind `token` and what is coordinated with it.

        Args:
            token: head of the phrase in the slot.
            places: whether a mere place stands for its state (the host of a visit, the target of a raid).
            nationals: whether private people stand for their state (those arrested, killed, set free).
        """
        tokens = self._all_of(token)
        sides = [self._one(each, places=places, depth=0) for each in tokens]
        if nationals and not any(sides):
            sides.extend(self._nation(each) for each in tokens)
        return join_sides(sides)

    def _all_of(self, token: int) -> list[int]:
        """The token and all that is listed with it."""
        return list(dict.fromkeys((*conjuncts(self.an, token), *self.lists.get(token, ()))))

    def _nation(self, token: int) -> Side:
        mention = self.mention_at(token)
        turned = mention is not None and is_of_other_camp(self.an, self.by_head, mention)
        if mention and mention.codes and mention.kind in ("role", "state") and not turned:
            return Side(mention.codes, (mention.sector,) * len(mention.codes), (), (token,), (mention.how,))
        return self._of_owner(token, places=False, depth=1, people=True)

    def _one(self, token: int, *, places: bool, depth: int) -> Side:
        token = self._named(described := antecedent(self.an, token))
        mention = self.mention_at(token)
        if mention and not mention.codes and mention.kind == "role":
            said = self._said_of(token, places=places, depth=depth) or self._of_bearer(token, places=places)
            if said:
                return said
        if mention and (mention.codes or mention.kind in ("person", "role", "pronoun", "pair")):
            side = self._of_mention(mention, token, places=places)
            others = self._listed_after(described, mention) if side.codes else []
            return replace(side, people=tuple(dict.fromkeys((*side.people, *others)))) if others else side
        if depth > 3:
            return Side()
        owner = self._of_owner(token, places=places, depth=depth)
        return owner if owner else self._said_of(token, places=places, depth=depth) or owner

    def _said_of(self, token: int, *, places: bool, depth: int) -> Side:
        """ "Turkey was the first state to", "Chad is among the states that": of whom the noun is said."""
        an = self.an
        if depth > 3 or an.lemma[token] not in _LANDS:
            return Side()
        listed = [kid for kid in an.children[token] if an.dep[kid] == "appos" and an.tag[token] in ("NNS", "NNPS")]
        if listed:
            found = (each for kid in listed for each in self._all_of(kid))
            return join_sides(self._one(each, places=places, depth=depth + 1) for each in found)
        up = token
        if an.dep[up] == "pobj":
            up = an.head[up]
            if an.lemma[up] == "of" and an.dep[an.head[up]] == "attr":
                up = an.head[up]
            elif an.lemma[up] not in ("among", "amongst"):
                return Side()
        elif an.dep[up] != "attr":
            return Side()
        verb = an.head[up]
        if an.lemma[verb] not in ("be", "become", "remain"):
            return Side()
        found = (each for subject in surface_subjects(an, verb) for each in conjuncts(an, subject))
        return join_sides(self._one(each, places=places, depth=depth + 1) for each in found)

    def _named(self, token: int) -> int:
        """ "The Lebanese militia Hezbollah", "Nato member Poland": the name beside a role says who it is."""
        mention = self.mention_at(token)
        if self.by_head.get(token) is None and self.an.lemma[token] in word_group("kind-of-state"):
            return next((kid for kid in self.an.children[token] if self._is_state_beside(kid)), token)
        if mention is None or mention.kind != "role":
            return token
        for kid in self.an.children[token]:
            other = self.by_head.get(kid)
            if self.an.dep[kid] == "appos" and other and other.codes and other.kind != "role":
                return kid
        after = self.covering.get(mention.last) if mention.last < len(self.an.word) else None
        if after and after.first == mention.last and after.kind in ("group", "organisation") and after.codes:
            return after.head
        return token

    def _is_state_beside(self, token: int) -> bool:
        named = self.by_head.get(token)
        return self.an.dep[token] == "appos" and named is not None and named.kind == "state" and bool(named.codes)

    def _of_mention(self, mention: Mention, token: int, *, places: bool) -> Side:
        if mention.kind == "place" and not places:
            return Side(tokens=(token,))
        people = (mention.name,) if mention.entity >= 0 else ()
        if mention.former or mention.sector in PRIVATE_SECTORS or is_of_other_camp(self.an, self.by_head, mention):
            return Side(people=people, tokens=(token,), private=True)
        guessed = mention.kind == "pronoun" and len(mention.codes) > 1 and self._is_unnamed(mention)
        loose, private = mention.unofficial, not mention.codes
        sectors = (mention.sector,) * len(mention.codes)
        return Side(mention.codes, sectors, people, (token,), (mention.how,), loose, private, guessed)

    def _listed_after(self, token: int, mention: Mention) -> list[str]:
        """Persons of the same side whom the parse hangs on a description, not on who is described.

        "Mr Lee, the defence secretary, and the foreign minister, Ann Roe, met", "the king, his wife and Ann Roe came".
        """
        if mention.kind not in ("person", "role") or not mention.codes:
            return []
        found: list[str] = []
        for kid in self.an.children[token]:
            if self.an.dep[kid] != "appos":
                continue
            if self.an.tag[token] == "NNS":
                found.extend(self._named_among(kid, mention))
            beside = [kid, *(k for k in self.an.children[kid] if self.an.dep[k] == "appos")]
            for other in (each for at in beside for each in conjuncts(self.an, at) if each != at):
                named = self.by_head.get(other)
                if named and named.entity >= 0 and named.codes == mention.codes and named.name != mention.name:
                    found.append(named.name)
        return found

    def _named_among(self, first: int, mention: Mention) -> list[str]:
        """ "The presidents of Chad and Niger, Lee and Roe": those named behind a plural office."""
        named = (self.by_head.get(each) for each in conjuncts(self.an, first))
        return [each.name for each in named if each and each.kind == "person" and set(each.codes) & set(mention.codes)]

    def _is_unnamed(self, mention: Mention) -> bool:
        """A pronoun for nobody in particular bears its own word as name."""
        return mention.name.lower() == self.an.word[mention.head].lower()

    def _bearer(self, token: int) -> Mention | None:
        """ "Turkey, a NATO member", "Ann Roe, a Paris critic": who a description stands in apposition to."""
        first = first_conjunct(self.an, token)
        above = self.by_head.get(self.an.head[first]) if self.an.dep[first] == "appos" else None
        known = above is not None and above.codes and above.kind in ("state", "person", "role")
        return above if known and self.an.tag[token] not in ("NNS", "NNP", "NNPS") else None

    def _of_bearer(self, token: int, *, places: bool) -> Side:
        named = self._bearer(token)
        return self._of_mention(named, named.head, places=places) if named else Side()

    def _of_owner(self, token: int, *, places: bool, depth: int, people: bool = False) -> Side:
        found: list[Side] = []
        named = self._of_bearer(token, places=places)
        if named:
            return named
        if not people and _names_people(self.an, token):
            return Side(tokens=(token,), private=True)
        owning = frozenset({"poss"}) if self.an.lemma[token] in _TOURS else MODIFIERS | {"poss"}
        for kid in self.an.children[token]:
            if self.an.dep[kid] in owning and not is_turned(self.an, kid):
                found.extend(self._one(each, places=places, depth=depth + 1) for each in conjuncts(self.an, kid))
        if not any(found) and not people:
            found.extend(self._one(each, places=places, depth=depth + 1) for each in _set_off_by(self.an, token))
        if (owners := join_sides(found)) or self.an.lemma[token] not in PART_NOUNS:
            return replace(owners, people=(), tokens=(token,))
        of = child(self.an, token, "prep")
        inner = child(self.an, of, "pobj") if of is not None and self.an.lemma[of] in ("of", "in", "from") else None
        if inner is None:
            return Side(tokens=(token,))
        return join_sides(self._one(each, places=places, depth=depth + 1) for each in conjuncts(self.an, inner))


def _lists_of(an: Analysis) -> Iterator[tuple[int, tuple[int, ...]]]:
    """ "Britain, the US and France": the first and the last of a list, and the others, whatever the parse says."""
    run: list[Mention] = []
    joined = False
    for mention in (*(m for m in an.mentions if _may_be_listed(an, m)), None):
        between = [] if mention is None or not run else [w.lower() for w in an.word[run[-1].last : mention.first]]
        if mention is not None and between and set(between) <= _LINKS:
            if joined:
                run = run[-1:]
            joined = "and" in between or "&" in between
            run.append(mention)
            continue
        if joined and len(run) > 2:
            yield run[0].head, tuple(each.head for each in run[1:])
            yield run[-1].head, tuple(each.head for each in run[:-1])
        run, joined = ([mention] if mention is not None else []), False


def _may_be_listed(an: Analysis, mention: Mention) -> bool:
    return mention.kind in ("state", "organisation", "group") and an.tag[mention.head] in ("NNP", "NNPS", "NN")


_LINKS = frozenset({",", "and", "&", "the"})


def _set_off_by(an: Analysis, thing: int) -> list[int]:
    """ "A shell fired by the army", "rockets that the rebels had launched": who stands behind a weapon."""
    kids = (kid for kid in an.children[thing] if an.dep[kid] in ("acl", "relcl"))
    clauses = [kid for kid in kids if an.lemma[kid] in word_group("sets-off")]
    found = [doer for clause in clauses for doer in subjects(an, clause) if doer != thing]
    return [each for doer in found for each in conjuncts(an, doer)]


def _names_people(an: Analysis, token: int) -> bool:
    """A plain noun for private people ("runners", "fishermen"): they do not act for their state."""
    return (
        an.tag[token] == "NNS"
        and an.lemma[token].endswith(("er", "ist", "man", "woman", "ian"))
        and an.pos[token] == "NOUN"
    )


PRIVATE_SECTORS = frozenset({"CVL", "JRN", "REF", "EDU", "NGO", "PRIVATE"})
