"""Roles without a side of their own: "the president", "his counterpart", "the rebels", "the army".

In: a mention and what the text has named before it. Out: the mention with the side that it takes from there, or as it
was. Rules only: where none fits the role stays nobody's.
"""

from dataclasses import replace

from dragoman.language.memory import SUBJECTS, Memory
from dragoman.model.analysis import Analysis, Mention
from dragoman.vocab.word_groups import word_group

_REBELS = word_group("rebel-home")
_POLITICAL = word_group("political-body")
_HOME = word_group("home-body")
_RELATIVES = word_group("relative-role")
_INDEFINITE = word_group("indefinite")
_WITHIN = frozenset({"in", "inside", "across", "within"})
_OWNERS = frozenset({"poss", "compound", "amod", "nmod"})
_MINISTERS = frozenset({"HOS", "HOG", "VHOS", "VHOG", "FM", "DM", "MIN", "NSA"})
_UNFILLED = frozenset({"PRIVATE", "CVL", "JRN", "REF", "BUS", "UNK", "EDU", "NGO"})


def counts_two(an: Analysis, token: int) -> bool:
    """Whether a plural is counted as two: "both ministers", "the two presidents"."""
    return any(an.lemma[kid] in ("both", "two") for kid in an.children[token])


def fill_role(an: Analysis, mention: Mention, memory: Memory) -> Mention:
    """A role without a side ("the president", "his counterpart") takes it from the text before."""
    if mention.entity >= 0 and not mention.codes:
        return _place_person(an, mention, memory)
    if mention.kind != "role" or mention.codes or mention.former or mention.sector in _UNFILLED:
        return mention
    if counts_two(an, mention.head):
        return with_sides(mention, memory.pair_before(), "pair", "the two states last named together")
    up = mention.head if an.dep[mention.head] != "compound" else an.head[mention.head]
    near = [k for k in (*an.children[mention.head], *an.children[up]) if k < mention.first]
    owner = next((memory.pointers[k] for k in near if k in memory.pointers and an.dep[k] in _OWNERS), None)
    if owner is not None and mention.sector != "REB" and an.lemma[mention.head] not in _RELATIVES:
        return with_sides(mention, owner.codes, "role", f"of {owner.name}; {owner.how}")
    rebels = an.lemma[mention.head] in _REBELS and (an.tag[mention.head] == "NNS" or an.lemma[mention.head] == "rebel")
    political = rebels and an.dep[mention.head] in _OWNERS and an.lemma[an.head[mention.head]] in _POLITICAL
    armed = next((g for g in reversed(memory.groups) if _is_political(g, memory) == political), None)
    if rebels and (armed is None or _land_behind(an, mention, memory)):
        return _rebels_at_home(an, mention, memory)
    if mention.sector == "REB" and armed is not None:
        codes = _whole_of(armed, memory) if rebels else armed.codes
        return with_sides(mention, codes, "role", f"the group last named: {armed.name}")
    if _names_somebody(an, mention, memory):
        return mention
    if is_home(an, mention):
        home = memory.land_of(an, mention.head)
        return with_sides(mention, home.codes[:1], "role", f"of the state spoken of: {home.name}") if home else mention
    if an.tag[mention.head] not in ("NN", "NNP") or not mention.office or _is_anyone(an, mention):
        return mention
    for person in reversed(memory.persons[-20:]):
        if mention.office in person.office.split("|") and person.codes:
            return replace(
                mention, codes=person.codes, name=person.name, entity=person.entity, how=f"the office of {person.name}"
            )
    subject = _state_subject(an, mention.head, memory)
    if subject is not None and an.dep[mention.head] not in SUBJECTS:
        return with_sides(mention, subject.codes, "role", f"of the subject {subject.name}")
    return mention


def _is_anyone(an: Analysis, mention: Mention) -> bool:
    """ "Any leader", "a president": nobody who was named before."""
    return any(an.lemma[kid] in _INDEFINITE for kid in an.children[mention.head])


def _is_political(group: Mention, memory: Memory) -> bool:
    """ "The Syrian opposition", "the National Council": they speak for rebels, and are not "the rebels"."""
    return group.codes[0] in memory.rebels.bodies or any(word.lower() in _POLITICAL for word in group.name.split())


def _whole_of(group: Mention, memory: Memory) -> tuple[str, ...]:
    """ "The rebels" are those whom the text called so before, even where one group among them was named since."""
    homes = memory.rebels.homes.get(group.codes[0], ())
    whole = memory.rebels.code_of(homes[0], (), memory.day) if len(homes) == 1 else ""
    return (whole,) if any(whole in other.codes for other in memory.groups) else group.codes


def _place_person(an: Analysis, mention: Mention, memory: Memory) -> Mention:
    """A minister without a state is of that of those named beside, else of that spoken of; a rebel of its rebels."""
    if mention.sector == "REB" and not mention.codes and not mention.how:
        return _place_rebel(an, mention, memory)
    if mention.codes or mention.former or mention.how or not _MINISTERS & set(mention.office.split("|")):
        return mention
    if mention.entity not in memory.placed:
        beside = memory.pointers.get(an.head[mention.head]) if an.dep[mention.head] == "appos" else None
        owner = _owner_told(an, mention, memory)
        land = owner or beside or memory.land_of(an, mention.head)
        how = f"of {owner.name}; {owner.how}" if owner else f"of the state spoken of: {land.name}" if land else ""
        memory.placed[mention.entity] = (land.codes[:1], how) if land else ((), "")
    codes, how = memory.placed[mention.entity]
    return replace(mention, codes=codes, how=how)


def _place_rebel(an: Analysis, mention: Mention, memory: Memory) -> Mention:
    """ "Rebel spokesman Omar Zaki": of the group last named where he first is, else of the rebels at home there."""
    if mention.entity not in memory.placed:
        found = memory.groups[-1] if memory.groups else _rebels_at_home(an, mention, memory)
        memory.placed[mention.entity] = (found.codes[:1], f"a rebel; {found.how}" if found.codes else "")
    codes, how = memory.placed[mention.entity]
    return replace(mention, codes=codes, how=how)


def _owner_told(an: Analysis, mention: Mention, memory: Memory) -> Mention | None:
    """ "Its defence minister, Ann Roe", "its defence minister Ann Roe": whose minister the pronoun says."""
    nouns = [mention.head, *(kid for kid in an.children[mention.head] if kid < mention.head)]
    if an.dep[mention.head] == "appos":
        nouns.append(an.head[mention.head])
    kids = (kid for noun in nouns for kid in an.children[noun] if an.dep[kid] == "poss" and kid < noun)
    return next((memory.pointers[kid] for kid in kids if kid in memory.pointers and memory.pointers[kid].codes), None)


def _rebels_at_home(an: Analysis, mention: Mention, memory: Memory) -> Mention:
    """Rebels of nowhere are those of the state that the text shows from within, else of the state spoken of."""
    land = _land_behind(an, mention, memory) or memory.torn or memory.land_of(an, mention.head, of_rebels=True)
    code = memory.rebels.code_of(land.codes[0], an.lemma[mention.first : mention.last], memory.day) if land else ""
    if land is None or not code:
        return mention
    return with_sides(mention, (code,), "role", f"rebels of the state spoken of: {land.name}")


def _land_behind(an: Analysis, mention: Mention, memory: Memory) -> Mention | None:
    """ "The rebels in Chad", "the rebel army in Chad": the state named right behind them."""
    noun = mention.head if an.dep[mention.head] not in _OWNERS else an.head[mention.head]
    after = max(mention.last, noun + 1)
    if after + 1 >= len(an.word) or an.word[after].lower() not in _WITHIN:
        return None
    named = (memory.ahead.get(token) for token in range(after + 1, min(after + 4, len(an.word))))
    return next((m for m in named if m and m.kind in ("state", "place") and len(m.codes) == 1), None)


def _names_somebody(an: Analysis, mention: Mention, memory: Memory) -> bool:
    """ "Ann Lee, the defence minister": the office is hers, wherever she serves."""
    up = an.head[mention.head]
    return an.dep[mention.head] == "appos" and up in memory.ahead and memory.ahead[up].kind == "person"


def is_home(an: Analysis, mention: Mention) -> bool:
    """ "The army", "government troops", "Interior Ministry": those at home; not "an army" or "armies"."""
    head = mention.head
    words = {an.lemma[kid] for kid in an.children[head] if an.dep[kid] in ("det", "poss")}
    if words and "the" not in words:
        return False
    if head > mention.first and an.lemma[mention.first] in _HOME:
        return True
    if an.lemma[head] not in _HOME or (an.tag[head] not in ("NN", "NNP") and an.lemma[head] != "authority"):
        return False
    if words or an.lemma[head] == "authority":
        return True
    return an.dep[head] == "compound" or an.word[mention.first][:1].isupper()


def _state_subject(an: Analysis, token: int, memory: Memory) -> Mention | None:
    """The state that is subject of the sentence so far: "Jakarta called off the minister's trip"."""
    here = an.sentence[token]
    for mention in reversed(memory.sides[-6:]):
        if an.sentence[mention.head] == here and mention.kind == "state" and an.dep[mention.head] in SUBJECTS:
            return mention
    return None


def with_sides(mention: Mention, codes: tuple[str, ...], kind: str, how: str) -> Mention:
    """The mention with these codes, and why; `kind` is "pair" where it then stands for two."""
    return Mention(
        mention.first, mention.last, mention.head, "pair" if kind == "pair" else mention.kind, mention.name, codes,
        mention.sector, mention.entity, how, mention.unofficial, mention.former, mention.office,
    )  # fmt: skip
