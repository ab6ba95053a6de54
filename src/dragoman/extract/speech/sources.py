"""Whose words a cue hands over: the tokens that head the speakers' phrases.

In: analysis, who is who, a cue and its lexicon row. Out: token numbers, joint speakers one by one. It must not know
what is said, nor what the speakers are called.
"""

from dragoman.extract.grammar.arguments import subjects
from dragoman.extract.grammar.participants import Who
from dragoman.extract.grammar.passives import is_passive
from dragoman.extract.grammar.tree import PASSIVE_SUBJECTS, SUBJECTS, child, conjuncts, is_verbal
from dragoman.model.analysis import Analysis
from dragoman.vocab.cues import AttributionCue
from dragoman.vocab.word_groups import word_group

_NOBODY = frozenset({
    "this", "that", "which", "there", "what", "these", "those", "its", "whatever", "something", "nothing",
})  # fmt: skip
_OPEN_KINDS = frozenset({"say", "deny", "ask", "promise", "report", "write"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_NEAR = 4
"""Tokens between a cue beside a quotation and a speaker whom the parse does not connect with it."""


def speakers_of(an: Analysis, entry: AttributionCue, token: int, who: Who, *, strict: bool = False) -> list[int]:
    """Speakers of a cue, empty if the parse names none; `strict` where the verb may also be said of a deed or thing."""
    if entry.kind == "ask" and _is_asked(an, token):
        return []
    if entry.pos == "adj":
        found = _subjects_of_adjective(an, token)
    elif is_verbal(an, token):
        found = _subjects_of_verb(an, entry, token)
    else:
        found = [each for each in _owners(an, token) if can_speak(an, entry, each, who, strict=strict)]
        if not found and entry.kind == "report" and an.tag[token] == "NNS":
            return [token]
    all_of = dict.fromkeys(each for one in found for each in conjuncts(an, one))
    return [each for each in all_of if can_speak(an, entry, each, who, strict=strict)]


def _is_asked(an: Analysis, token: int) -> bool:
    """ "Asked whether it was safe, she left": a participle before its clause, whose subject is the hearer."""
    free = an.dep[token] == "advcl" and an.tag[token] in ("VBN", "VBD") and token < an.head[token]
    return free and child(an, token, "nsubj", "aux", "dobj", "mark") is None


def _subjects_of_verb(an: Analysis, entry: AttributionCue, token: int) -> list[int]:
    if entry.form != "passive" and entry.role_hint == "unknown":
        return []
    if entry.form == "passive" and entry.role_hint != "unknown" and "pcomp" in entry.takes:
        return [kid for kid in an.children[token] if an.dep[kid] in PASSIVE_SUBJECTS]
    if entry.form != "passive" and is_passive(an, token):
        return [one for one in subjects(an, token) if an.dep[one] == "pobj"]
    quoted = quoted_person(an, token)
    return subjects(an, token) if quoted is None else [quoted]


def quoted_person(an: Analysis, token: int) -> int | None:
    """ "The agency quoted the envoy as saying": whom the verb, or "saying" below it, makes the speaker."""
    above = an.head[an.head[token]] if an.dep[token] == "pcomp" and an.lemma[an.head[token]] == "as" else token
    if an.lemma[above] not in ("quote", "cite") or is_passive(an, above):
        return None
    below = (grand for kid in an.children[above] if an.lemma[kid] == "as" for grand in an.children[kid])
    if above == token and not any(an.tag[grand] == "VBG" for grand in below):
        return None
    return child(an, above, "dobj")


def _subjects_of_adjective(an: Analysis, token: int) -> list[int]:
    near = (token, *(kid for kid in an.children[token] if an.dep[kid] in ("aux", "auxpass")))
    own = [kid for node in near for kid in an.children[node] if an.dep[kid] in SUBJECTS | PASSIVE_SUBJECTS]
    head = an.head[token]
    if not own and is_verbal(an, head):
        own = [kid for kid in an.children[head] if an.dep[kid] in SUBJECTS]
        return own or subjects(an, head)
    return own


def _owners(an: Analysis, noun: int) -> list[int]:
    """Owner, by-phrase or adjective of a noun of saying, else the subject of the verb that it completes."""
    owner = child(an, noun, "poss")
    if owner is not None:
        return [owner]
    for kid in an.children[noun]:
        if an.dep[kid] == "prep" and an.lemma[kid] in ("by", "of", "from"):
            inner = child(an, kid, "pobj")
            if inner is not None:
                return [inner]
    head = an.head[noun]
    if an.dep[noun] == "dobj" and is_verbal(an, head) and an.lemma[head] not in word_group("of-others-words"):
        return subjects(an, head)
    return [kid for kid in an.children[noun] if an.dep[kid] in ("amod", "compound", "nmod")][:1]


def can_speak(an: Analysis, entry: AttributionCue, token: int, who: Who, *, strict: bool = False) -> bool:
    """Persons, actors, pronouns for them, and nouns listed as speakers; with a verb of saying any noun but an act."""
    mention = who.mention_at(token)
    word = an.word[token].lower()
    if mention and mention.head == token and (mention.kind != "place" or entry.pos == "verb"):
        return not (mention.kind == "pronoun" and word == "it" and not mention.codes)
    if an.tag[token] in ("WDT", "EX") or word in _NOBODY or word == "it":
        return False
    if an.pos[token] in ("PRON", "PROPN"):
        return True
    if is_listed(an, token, who):
        return True
    if entry.pos == "noun" and an.dep[token] in ("amod", "compound", "nmod"):
        return an.lemma[token] in word_group("home-body")
    return not strict and an.pos[token] == "NOUN" and entry.pos == "verb" and entry.kind in _OPEN_KINDS


def is_listed(an: Analysis, token: int, who: Who) -> bool:
    """Whether a noun is in the table of speakers."""
    keys = (an.lemma[token], an.word[token].lower())
    return any(len(row.words) == 1 for key in keys for row in who.speakers.get(key))


def speaker_near(an: Analysis, token: int, first: int, last: int, who: Who) -> list[int]:
    """The name or noun beside a cue between tokens `first` and `last`, where the parse connects none."""
    behind = range(token + 1, min(last, token + 1 + _NEAR))
    before = range(token - 1, max(first, token - 1 - _NEAR) - 1, -1)
    for places in (behind, before):
        for at in places:
            if an.pos[at] in ("PUNCT", "VERB", "ADP", "SCONJ"):
                break
            if an.pos[at] in _NAMING and an.word[at].lower() not in _NOBODY:
                mention = who.mention_at(at)
                return [mention.head if mention and mention.kind != "place" else at]
    return []
