"""Who a speaker is: name in its fullest form, actor code and role, from the token that heads the speaker's phrase.

In: analysis, who is who, speaker nouns, a token. Out: `Speaker`. `identify_speaker` looks at the phrase
alone; `cast.Cast` also remembers who was introduced and who spoke before. It must not know what is said.
"""

from dataclasses import dataclass

from dragoman.extract.grammar.participants import Who
from dragoman.extract.grammar.tree import child, is_verbal
from dragoman.model.analysis import Analysis, Mention
from dragoman.vocab.cue_table import CueIndex
from dragoman.vocab.cues import SpeakerNoun

_FACES = {"ANALYST": "analyst", "JRN": "media", "CVL": "public", "EDU": "analyst"}
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "IGO", "REB", "PTY"})
_CLAUSE_LABELS = frozenset({"relcl", "acl", "appos", "advcl"})
_PRIVATE = frozenset({"analyst", "media", "public"})
_COLLECTIVE = frozenset({"state", "organisation", "group", "role", "pair", "place"})
_INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any"})
_ANYBODY = frozenset({"official", "officer", "diplomat", "source", "aide"})
_OUTSIDE = frozenset({
    "as", "after", "before", "during", "since", "until", "by", "despite", "amid", "including", "like", "than",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: name as recorded, actor code, role."""

    name: str
    actor: str
    role: str


def identify_speaker(an: Analysis, who: Who, speakers: CueIndex[SpeakerNoun], token: int) -> Speaker:
    """The speaker at the head of a phrase; a pronoun speaks with the name it stands for."""
    mention = who.mention_at(token)
    if mention and mention.kind == "place" and mention.head != token:
        mention = None
    personal = mention is not None and is_personal(mention) and not _is_anybody(an, mention, token)
    named = mention if personal else _named_beside(an, who, token)
    if named is not None:
        return Speaker(named.name, named.codes[0] if named.codes else "", _role_of(an, speakers, named, token))
    codes = who.side_of(token).codes or (mention.codes if mention else ())
    role = _noun_role(an, speakers, token)
    if role == "unknown" and mention and mention.kind in _COLLECTIVE and codes:
        role = "official"
    name = _unnamed_apposition(an, token) or _title(an, token, role) or phrase(an, token)
    return Speaker(name, "" if role in _PRIVATE or not codes else codes[0], role)


def is_personal(mention: Mention) -> bool:
    """Whether a mention stands for one person, by name, pronoun or office."""
    return mention.kind in ("person", "pronoun") or mention.kind == "role" and mention.entity >= 0


def _is_anybody(an: Analysis, mention: Mention, token: int) -> bool:
    """Whether an office is one of many ("an ambassador", "the official"), and so no name may be put for it."""
    articles = {an.lemma[kid] for kid in an.children[token]}
    return mention.kind == "role" and (bool(articles & _INDEFINITE) or an.lemma[token] in _ANYBODY)


def _named_beside(an: Analysis, who: Who, token: int) -> Mention | None:
    """ "The chairman, Mushahid Hussain, says": the name stands in apposition to the title."""
    for kid in appositions(an, token):
        mention = who.by_head.get(kid) or who.covering.get(kid)
        if mention and mention.kind == "person":
            return mention
    return None


def appositions(an: Analysis, token: int) -> list[int]:
    """Heads of the phrases in apposition to a noun, or to the noun that it is one of."""
    own = [kid for kid in an.children[token] if an.dep[kid] == "appos"]
    for kid in an.children[token]:
        if an.dep[kid] == "prep" and an.lemma[kid] in ("of", "for", "at"):
            own += [grand for pobj in an.children[kid] for grand in an.children[pobj] if an.dep[grand] == "appos"]
    return own


def _unnamed_apposition(an: Analysis, token: int) -> str:
    """A proper name in apposition to a common noun that the language stage did not take for a person."""
    if an.pos[token] != "NOUN":
        return ""
    for kid in appositions(an, token):
        words = phrase(an, kid)
        if an.pos[kid] == "PROPN" and len(words.split()) >= 2:
            return words
    return ""


def _title(an: Analysis, token: int, role: str) -> str:
    """ "Russia's Kommersant newspaper": the proper name before a noun for a medium."""
    if role != "media" or an.pos[token] == "PROPN" or an.tag[token] == "NNS":
        return ""
    first = token
    while first > 0 and an.pos[first - 1] == "PROPN" and an.head[first - 1] in (token, first):
        first -= 1
    return " ".join(an.word[first:token]) if first < token else ""


def _role_of(an: Analysis, speakers: CueIndex[SpeakerNoun], mention: Mention, token: int) -> str:
    if mention.former:
        return "former official"
    if mention.sector in _OFFICIAL:
        return "official"
    noun = _noun_role(an, speakers, token)
    return noun if noun != "unknown" else ("official" if mention.codes else _FACES.get(mention.sector, "unknown"))


def _noun_role(an: Analysis, speakers: CueIndex[SpeakerNoun], token: int) -> str:
    for key in (an.word[token].lower(), an.lemma[token]):
        for row in speakers.get(key):
            if len(row.words) == 1:
                former = any(an.lemma[kid] in ("former", "ex", "retired") for kid in an.children[token])
                return "former official" if former and row.role == "official" else row.role
    return "unknown"


def phrase(an: Analysis, token: int) -> str:
    """The words of a noun phrase without relative clauses, appositions, dates, and a final possessive mark."""
    tokens = sorted(_phrase_tokens(an, token))
    while tokens and (an.pos[tokens[-1]] == "PUNCT" or an.tag[tokens[-1]] == "POS"):
        tokens.pop()
    while tokens and an.pos[tokens[0]] in ("PUNCT", "CCONJ"):
        tokens.pop(0)
    words = ""
    for at, t in enumerate(tokens):
        glue = at > 0 and an.start[t] == an.end[tokens[at - 1]]
        words += an.word[t] if glue or not words else f" {an.word[t]}"
    return words


def _phrase_tokens(an: Analysis, token: int) -> list[int]:
    found = [token]
    for kid in an.children[token]:
        joined = an.dep[kid] in ("cc", "conj", "punct") and kid > token and an.pos[token] != "ADJ"
        if an.dep[kid] in _CLAUSE_LABELS or joined:
            continue
        if is_verbal(an, token) or an.dep[kid] == "prep" and not _belongs(an, kid):
            continue
        found.extend(_phrase_tokens(an, kid))
    return found


def _belongs(an: Analysis, prep: int) -> bool:
    """Whether a prepositional phrase names the speaker, and does not tell when, as what or "for his part"."""
    inner = child(an, prep, "pobj")
    if inner is None or an.lemma[inner] == "part" and any(an.dep[kid] == "poss" for kid in an.children[inner]):
        return False
    return an.lemma[prep] not in _OUTSIDE and not _is_date(an, inner)


def _is_date(an: Analysis, token: int) -> bool:
    return any(first <= token < last for first, last, label in an.names if label in ("DATE", "TIME"))
