"""Phrases that stand for an actor without naming a person: "Russian officials", "NATO forces", "Islamabad".

In: an analysis, names, persons. Out: mentions of kind state, organisation, group, role and place, each with its codes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.language.descriptions import FORMER, OWNERS, PARTY, REBEL, title_at
from dragoman.language.names import Found
from dragoman.language.persons import Person
from dragoman.model.analysis import Analysis, Mention, MentionKind
from dragoman.vocab.gazetteer import Name, fold_word
from dragoman.vocab.word_groups import word_group
from dragoman.vocab.world import World

_KINDS: dict[str, MentionKind] = {
    "state": "state", "capital": "state", "adjective": "state", "people": "state", "prefix": "state", "body": "role",
    "organisation": "organisation", "group": "group", "place": "place", "disputed": "place",
}  # fmt: skip
_OWNING = word_group("owning")
_LOCATIVE = word_group("locative")
_INDEFINITE = word_group("indefinite")
_SAYING = word_group("saying")
_RELATIVES = word_group("relative-role")
_CROWDS = word_group("crowd")
_QUANTIFIERS = word_group("quantifier")
_AT_HOME = word_group("home-body")
_REBELS = word_group("rebel-home")
_SIGNED_AT = word_group("named-after-place")
_FORMERLY = word_group("former-holder")
_ABROAD = frozenset({"ENVOY", "DIPLOMAT"})


@dataclass(frozen=True, slots=True)
class Context:
    """What the role reader may look at: owners and persons by the token they cover, the world, the day of the text."""

    names: dict[int, Found]
    persons: dict[int, Person]
    world: World
    day: str = ""


def name_mentions(an: Analysis, found: list[Found], context: Context) -> list[Mention]:
    """One mention for each name; a body that needs a state ("parliament") takes the one beside it."""
    mentions: list[Mention] = []
    for each in found:
        if each.name.kind == "person":
            continue
        head = head_of(an, each.first, each.last)
        codes, how = each.name.codes, each.name.how
        if each.name.needs_state:
            codes, _, near = side_near(an, head, each.first, each.last, context)
            how = f"{how} of {near}" if near else how
        words = " ".join(an.word[each.first : each.last])
        sector = "CVL" if each.name.kind == "people" and _is_counted(an, head) else each.name.sector or "UNK"
        kind = "place" if _is_mere_place(an, each, head) else _KINDS[each.name.kind]
        mentions.append(Mention(each.first, each.last, head, kind, words, codes, sector, -1, how))
    return mentions


def _is_counted(an: Analysis, head: int) -> bool:
    """ "Many Afghans", "thousands of Egyptians": so many people, not their state as "the Russians" may be."""
    if an.tag[head] not in ("NNS", "NNPS"):
        return False
    up = an.head[head]
    counted = an.dep[head] == "pobj" and an.lemma[up] == "of" and an.lemma[an.head[up]] in _CROWDS
    return counted or any(an.lemma[kid] in _QUANTIFIERS or an.pos[kid] == "NUM" for kid in an.children[head])


def _is_mere_place(an: Analysis, each: Found, head: int) -> bool:
    """A capital or a seat after "in" is where something happens, not its government; so is the place of a dateline."""
    if each.name.kind == "capital":
        if an.dep[head] in ("compound", "nmod") and an.lemma[an.head[head]] in _SIGNED_AT:
            return True
        return _is_where(an, head) or _is_town(an, each, head) or _is_dateline(an, each)
    return each.name.kind == "body" and not each.name.needs_state and _is_where(an, head)


def _is_where(an: Analysis, head: int) -> bool:
    while an.dep[head] == "conj" and an.head[head] < head:
        head = an.head[head]
    return an.dep[head] == "pobj" and an.lemma[an.head[head]] in _LOCATIVE


def _is_town(an: Analysis, each: Found, head: int) -> bool:
    """ "The Syrian capital, Damascus", "the city of Tunis": named as a town."""
    up = an.head[head]
    up = an.head[up] if an.dep[head] == "pobj" and an.lemma[up] == "of" else up
    return an.dep[head] in ("appos", "pobj", "compound") and an.lemma[up] in ("capital", "city", "town") and up != head


def _is_dateline(an: Analysis, each: Found) -> bool:
    """ "PARIS (News Desk) -": a town in capitals before a bracket, a dash, a bar or a date opens a report."""
    after = an.word[each.last] if each.last < len(an.word) else ""
    word = an.word[each.first]
    return word.isupper() and len(word) > 3 and after in ("(", "|", ",", "-", "--", "-LRB-")


def role_mentions(an: Analysis, context: Context) -> list[Mention]:
    """One mention for each office or agent noun that is not part of a person's title or of a name."""
    mentions: list[Mention] = []
    at = 0
    while at < len(an.word):
        hit = None if at in context.names or at in context.persons else title_at(an, context.world, at)
        if hit is None or hit[1].kind not in ("title", "agent", "private") or not _is_noun(an, hit[0] - 1, at):
            at += 1
            continue
        last, title = hit
        mentions.append(_read_role(an, at, last, title, context))
        at = last
    return mentions


def _is_noun(an: Analysis, token: int, first: int) -> bool:
    if first and an.pos[first - 1] == "NUM" and token == first and len(an.word[token]) < 3:
        return False
    noun = an.pos[token] in ("NOUN", "PROPN") or an.tag[token] in ("NN", "NNS", "NNP", "NNPS")
    return noun or (an.lemma[token] in _REBELS and an.dep[token] == "amod")


def _read_role(an: Analysis, first: int, last: int, title: Name, context: Context) -> Mention:
    head = head_of(an, first, last)
    codes, former, how = side_near(an, head, first, last, context, abroad=title.office in _ABROAD)
    codes, how = _own_side(an, first, last, context) or (codes, how)
    former |= title.office == FORMER
    if not codes and title.codes and an.tag[head] not in ("NNS", "NNPS") and not _is_of_some(an, last):
        codes, how = title.codes, "an office of that state alone"
    words = " ".join(an.word[first:last])
    sector = title.sector or "UNK"
    if title.kind == "private":
        sector = title.sector if title.sector not in ("UNK", "") else "PRIVATE"
    if title.sector == "UNK" or title.office == "RELATION":
        codes = ()
    if an.lemma[head] in _RELATIVES:
        codes = _nationality(an, head, first, last, context)
    if title.sector == PARTY:
        codes = tuple(code for code in codes if code.startswith("GRP:"))
    if title.sector == REBEL and _is_craft(an, head):
        sector = "MIL"
    elif title.sector == REBEL:
        codes = rebel_codes(codes, [w.lower() for w in an.word[max(0, first - 2) : last + 1]], context)
    loose = any(an.lemma[t] in ("element", "rogue", "faction") for t in (an.head[head], an.head[an.head[head]]))
    return Mention(
        first,
        last,
        head,
        "role",
        words,
        codes,
        sector,
        -1,
        f"{title.how}; {how}" if how else title.how,
        loose,
        former,
        title.office,
    )


def _is_of_some(an: Analysis, last: int) -> bool:
    """ "Secretary of state for Scotland", "pope of hope": another office, or a figure of speech."""
    return last < len(an.word) and an.word[last].lower() in ("for", "of")


def _nationality(an: Analysis, head: int, first: int, last: int, context: Context) -> tuple[str, ...]:
    """ "Its Russian ally" is Russia; "Moscow's ally", "US allies" are others."""
    names = (context.names.get(token) for token in _owner_tokens(an, head, first, last))
    return tuple(code for each in names if each and each.name.kind == "adjective" for code in each.name.codes)


def _is_craft(an: Analysis, head: int) -> bool:
    """ "An American fighter", "forty F-16 fighters": an aircraft, nobody in arms against the state."""
    if an.lemma[head] != "fighter" or an.lemma[an.head[head]] in _SAYING:
        return False
    before = "".join(an.word[max(0, head - 3) : head])
    return an.tag[head] == "NN" or any(a.isupper() and b == "-" and c.isdigit() for a, b, c in _threes(before))


def _threes(text: str) -> Iterator[tuple[str, str, str]]:
    return zip(text, text[1:], text[2:], strict=False)


def rebel_codes(codes: tuple[str, ...], owners: list[str], context: Context) -> tuple[str, ...]:
    """Rebels of a nationality are a group of their own: "Syrian rebels" are GRP:SYRIAN-REBELS, not the state."""
    groups = tuple(code for code in codes if code.startswith("GRP:"))
    if groups:
        return groups
    found = (context.world.rebels.code_of(code, owners, context.day) for code in codes if ":" not in code)
    return tuple(dict.fromkeys(filter(None, found)))


def _own_side(an: Analysis, first: int, last: int, context: Context) -> tuple[tuple[str, ...], str] | None:
    """The side that the title itself names: "UN envoy", "White House spokesman"."""
    if last - first < 2 or not an.word[first][:1].isupper():
        return None
    hit = context.world.names.at([fold_word(word) for word in an.word[first:last]], 0)
    names = [name for name in hit.names if name.kind in OWNERS and name.codes] if hit else []
    return (names[0].codes, names[0].how) if names else None


def side_near(
    an: Analysis, head: int, first: int, last: int, context: Context, *, abroad: bool = False
) -> tuple[tuple[str, ...], bool, str]:
    """(codes, former, how) of the owners of a role noun: before it, failing that after "of", "from", "in".

    `abroad` is True for those who are sent: what stands after "to", "in" or "for" is where they go.
    """
    before = _owner_tokens(an, head, first, last)
    former = any(an.lemma[token] in _FORMERLY for token in before)
    found = {code: why for token in before for code, why in _codes_at(token, context)}
    if not found:
        after = _owners_behind(an, head, last, frozenset({"of", "from"}) if abroad else _OWNING)
        found = {code: why for token in after for code, why in _codes_at(token, context)}
    if not found and an.lemma[head] in _AT_HOME and _is_followed_by_seat(an, last, context):
        found = dict(_codes_at(last + 1, context))
    return tuple(found), former, "; ".join(dict.fromkeys(found.values()))


def _is_followed_by_seat(an: Analysis, last: int, context: Context) -> bool:
    """ "Recognised the government in Kabul": the seat tells whose it is, wherever the parse hangs the phrase."""
    seat = context.names.get(last + 1)
    return seat is not None and an.word[last].lower() == "in" and seat.name.kind in ("capital", "state")


def _codes_at(token: int, context: Context) -> list[tuple[str, str]]:
    found = context.names.get(token)
    if found and found.name.kind in OWNERS:
        return [(code, found.name.how) for code in found.name.codes]
    person = context.persons.get(token)
    if person and not person.former:
        return [(code, person.how) for code in person.codes[:1]]
    return []


def _owner_tokens(an: Analysis, head: int, first: int, last: int) -> list[int]:
    """Tokens that may own the role from before it: modifiers and possessors in the parse, the word directly before."""
    tokens: list[int] = []
    for at in {head, last - 1}:
        for kid in an.children[at]:
            if first <= kid < last:
                continue
            if an.dep[kid] in ("poss", "amod", "compound", "nmod") and kid < first:
                tokens.extend(_with_conjuncts(an, kid))
    if first > 0 and an.sentence[first - 1] == an.sentence[first] and first - 1 not in tokens:
        tokens.insert(0, first - 1)
        if first > 1 and an.word[first - 1] in ("'s", "'", "-") and an.sentence[first - 2] == an.sentence[first]:
            tokens.insert(0, first - 2)
    return tokens


def _owners_behind(an: Analysis, head: int, last: int, joining: frozenset[str]) -> list[int]:
    """Tokens that own the role from behind, nearest first: "the president of Chad"."""
    tokens: list[int] = []
    for at in dict.fromkeys((head, last - 1)):
        for kid in an.children[at]:
            if an.dep[kid] == "prep" and an.lemma[kid] in joining and kid >= last:
                tokens.extend(t for k in an.children[kid] if an.dep[k] == "pobj" for t in _with_conjuncts(an, k))
    return tokens


def _with_conjuncts(an: Analysis, token: int) -> list[int]:
    """A token, its own modifiers and what is coordinated with it ("U.S. and NATO", "Pakistani Senate")."""
    tokens = [token]
    for kid in an.children[token]:
        if an.dep[kid] == "conj":
            tokens.extend(_with_conjuncts(an, kid))
        elif an.dep[kid] in ("compound", "amod", "nmod", "poss"):
            tokens.append(kid)
    return tokens


def is_indefinite(an: Analysis, head: int) -> bool:
    """Whether the noun is one of several: "a minister", "another official", "one of the generals"."""
    return any(an.lemma[kid] in _INDEFINITE for kid in an.children[head])


def head_of(an: Analysis, first: int, last: int) -> int:
    """The token of a run that is governed from outside it; the last one if the parse is odd."""
    for token in range(first, last):
        if not first <= an.head[token] < last or an.head[token] == token:
            return token
    return last - 1
