"""Which act a word names in its sentence: predicate entries and light verbs, tried against the parse.

In: an analysis, who is who, the lexicon, a token. Out: a `Match`: the entry, its frame, and the slots of the trigger.
The most specific entry whose conditions all hold decides; a verb and a noun that name one act together are one match,
at the word that the lexicon quotes.
"""

from dataclasses import dataclass, replace

from dragoman.extract.grammar.arguments import objects
from dragoman.extract.grammar.forms import forms_of, is_in_name, names_a_kind
from dragoman.extract.grammar.participants import Who
from dragoman.extract.grammar.passives import modifies_noun
from dragoman.extract.grammar.slots import Slotted, slots_of
from dragoman.extract.grammar.tree import MODIFIERS, child, conjuncts, is_verbal
from dragoman.model.analysis import Analysis
from dragoman.vocab.predicate_types import Frame, Lexicon, LightVerb, Need, NeedKind, Predicate
from dragoman.vocab.word_groups import word_group

_THINGS = word_group("it")
_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
_LIGHT_WEIGHT = 0.75
_SURE_WEIGHT = 0.3
"""Below it an entry counts only where its own slots name two sides."""


@dataclass(frozen=True, slots=True)
class Match:
    """A predicate entry that holds at a token; `carrier` is the light verb that names the act with it."""

    predicate: Predicate
    frame: Frame
    slots: Slotted
    carrier: int | None = None


def match_predicate(an: Analysis, who: Who, lexicon: Lexicon, token: int) -> Match | None:
    """What act a token names; None if none, or if the word beside it names the act for both."""
    pos = _POS.get(an.pos[token])
    if pos is None or names_a_kind(an, token):
        return None
    light = _light_at(an, lexicon, token, pos)
    if light and (light[0].blocks or light[0].trigger != pos):
        return None
    entries = next((found for form in forms_of(an, token) if (found := lexicon.of(form, pos))), ())
    if not (entries or light) or is_in_name(an, token):
        return None
    if an.tag[token] == "VBN" and an.dep[token] == "amod" and not modifies_noun(an, token):
        return None
    slots = slots_of(an, token)
    if slots.carrier is not None and not light and an.lemma[slots.carrier] in lexicon.classes["onlooking"]:
        slots.lent.pop("subj", None)
    entry = next((e for e in entries if all(_holds(an, who, token, slots, need) for need in e.needs)), None)
    if light:
        entry = _lighten(entry, light[0], light[1], pos)
    if entry is None or entry.type is None:
        return None
    if entry.weight < _SURE_WEIGHT and not _names_two(who, slots, lexicon.frames[entry.frame]):
        return None
    carrier = next(iter(_carriers(an, token)), None) if light and pos == "noun" and light[0].type else None
    return Match(entry, lexicon.frames[entry.frame], slots, carrier)


def _names_two(who: Who, slots: Slotted, frame: Frame) -> bool:
    """Whether the slots of a frame name two sides, places counted."""
    codes: set[str] = set()
    for slot in (*frame.actor, *frame.recipient, *frame.both):
        for token in slots.get(slot):
            codes.update(who.side_of(token, places=True).codes)
    return len(codes) > 1


def _lighten(entry: Predicate | None, row: LightVerb, noun_entry: Predicate | None, pos: str) -> Predicate | None:
    """The entry of verb and noun together: the noun's own act, or what the row says."""
    base = (entry if pos == "noun" and entry and entry.type else None) or noun_entry
    if row.type is None:
        return replace(base, frame=row.frame) if base and row.frame == "receives" else base
    frame = row.frame or (base.frame if base and base.frame else "acts-on")
    if base is None:
        return Predicate(row.verb, "verb", (), row.type, row.mode, frame, _LIGHT_WEIGHT, "one", row.note, row.where)
    weight = max(base.weight, _LIGHT_WEIGHT)
    return replace(base, type=row.type, mode=row.mode, frame=frame, weight=weight, where=row.where)


def _light_at(an: Analysis, lexicon: Lexicon, token: int, pos: str) -> tuple[LightVerb, Predicate | None] | None:
    """The light-verb row that covers a token, whether it is the verb or the noun of the pair."""
    if pos == "verb":
        for row in lexicon.light(an.lemma[token]):
            noun = _noun_of(an, row, token)
            if noun is not None:
                return row, _plain_entry(lexicon, an, noun)
        return None
    if pos != "noun":
        return None
    for verb in _carriers(an, token):
        for row in lexicon.light(an.lemma[verb]):
            if an.lemma[token] in row.nouns and token in _fillers_of_row(an, row, verb):
                return row, _plain_entry(lexicon, an, token)
    return None


def _plain_entry(lexicon: Lexicon, an: Analysis, noun: int) -> Predicate | None:
    """The noun's entry without conditions, else its first one that names an act."""
    entries = [entry for entry in lexicon.of(an.lemma[noun], "noun") if entry.type]
    return next((entry for entry in entries if not entry.needs), entries[-1] if entries else None)


def _carriers(an: Analysis, noun: int) -> list[int]:
    top = noun
    while an.dep[top] == "conj" and an.head[top] != top and not is_verbal(an, an.head[top]):
        top = an.head[top]
    head = an.head[top]
    if an.pos[head] == "ADP":
        head = an.head[head]
    verbs = [head] if is_verbal(an, head) else []
    verbs.extend(kid for kid in an.children[noun] if an.dep[kid] in ("relcl", "acl") and is_verbal(an, kid))
    return verbs


def _noun_of(an: Analysis, row: LightVerb, verb: int) -> int | None:
    return next((t for t in _fillers_of_row(an, row, verb) if an.lemma[t] in row.nouns), None)


def _fillers_of_row(an: Analysis, row: LightVerb, verb: int) -> list[int]:
    small = (an.lemma[kid] for kid in an.children[verb] if an.dep[kid] in ("prt", "advmod", "prep"))
    if row.prt and row.prt not in small:
        return []
    if row.slot == "obj":
        found = objects(an, verb)
    else:
        phrases = (kid for kid in an.children[verb] if an.dep[kid] == "prep" and an.lemma[kid] == row.slot)
        found = [kid for phrase in phrases for kid in an.children[phrase]]
    return [each for token in found for each in conjuncts(an, token)]


def _holds(an: Analysis, who: Who, token: int, slots: Slotted, need: Need) -> bool:
    fillers = [each for filler in _fillers(an, token, slots, need.slot) for each in conjuncts(an, filler)]
    words: set[str] = set()
    kinds: set[NeedKind] = set()
    for filler in fillers:
        words.update(_words_of(an, filler))
        if "CLAUSE" in need.kinds and is_verbal(an, filler):
            kinds.add("CLAUSE")
        if "ACTOR" in need.kinds and _is_actor(an, who, filler):
            kinds.add("ACTOR")
        if "PERSON" in need.kinds and _is_person(who, filler):
            kinds.add("PERSON")
        if "PLACE" in need.kinds and _is_place(an, who, filler):
            kinds.add("PLACE")
    return need.accepts(words, kinds)


def _fillers(an: Analysis, token: int, slots: Slotted, slot: str) -> list[int]:
    if slot == "prt":
        return [kid for kid in an.children[token] if an.dep[kid] == "prt" or _is_particle(an, token, kid)]
    if slot == "mod":
        return [*slots.own.get("mod", ()), *_inner_modifiers(an, token), *_hyphened_before(an, token)]
    if slot == "attr":
        return slots.own.get("attr", [])
    if slot == "gov":
        return [an.head[token]] if an.head[token] != token else []
    return slots.get(slot)


def _is_particle(an: Analysis, verb: int, kid: int) -> bool:
    """"pull the troops out": a small adverb after the verb, or a preposition that has lost its object."""
    small = an.lemma[kid] in word_group("particle")
    return kid > verb and small and (an.dep[kid] == "advmod" or (an.dep[kid] == "prep" and not an.children[kid]))


def _inner_modifiers(an: Analysis, token: int) -> list[int]:
    """Modifiers of modifiers: "free trade agreement", "cross-border raid"."""
    return [
        kid for mod in an.children[token] if an.dep[mod] in MODIFIERS
        for kid in an.children[mod] if an.dep[kid] in MODIFIERS or an.dep[kid] == "advmod"
    ]  # fmt: skip


def _hyphened_before(an: Analysis, token: int) -> list[int]:
    """ "A no-fly zone": the parse takes a word that begins with "no" or a number for an article or a count."""
    return [kid for kid in an.children[token] if an.dep[kid] in ("det", "nummod") and "-" in an.word[kid]]


def _words_of(an: Analysis, token: int) -> set[str]:
    words = {an.lemma[token], an.word[token].lower()}
    if an.lemma[token] in word_group("measure"):
        inner = child(an, token, "prep")
        if inner is not None and an.lemma[inner] == "of":
            words.update(an.lemma[kid] for kid in an.children[inner] if an.dep[kid] == "pobj")
    return words


def _is_actor(an: Analysis, who: Who, token: int) -> bool:
    mention = who.mention_at(token)
    if mention and mention.kind != "place" and (mention.codes or mention.kind == "person"):
        return True
    return bool(who.side_of(token))


def _is_person(who: Who, token: int) -> bool:
    """Whether a person or an office of some side is meant, by name, by office or by "he"."""
    mention = who.mention_at(token)
    if mention is None or not mention.codes:
        return False
    if mention.kind == "pronoun":
        return bool(mention.name) and who.an.word[token].lower() not in _THINGS
    return mention.kind in ("person", "role")


def _is_place(an: Analysis, who: Who, token: int) -> bool:
    mention = who.mention_at(token)
    if mention and mention.kind in ("place", "state"):
        return True
    return token in who.place_tokens
