"""Statements: the attributions of a document with speaker, role and date, and whose word each passage is.

In: attributions, analysis, who is who. Out: `Statement` records, and `Voices`, which tells for any character of the
text who vouches for it.
"""

from dataclasses import dataclass

from dragoman.extract.participants import Who
from dragoman.extract.speech import Attribution
from dragoman.extract.tree import child
from dragoman.model.analysis import Analysis, Mention
from dragoman.model.document import Document
from dragoman.model.records import Reason, Statement
from dragoman.text.hashing import make_id
from dragoman.vocab.cue_table import CueIndex
from dragoman.vocab.cues import SpeakerNoun

OWN_WORD = frozenset({"ask", "promise", "feel"})
"""Kinds of cues whose content the author reports in the author's own voice (an offer, a demand, a plan)."""
_FACES = {"ANALYST": "analyst", "JRN": "media", "CVL": "public", "EDU": "analyst"}
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "IGO", "REB", "PTY"})
_CLAUSE_LABELS = frozenset({"relcl", "acl", "appos", "advcl"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: name as recorded, actor code, role."""

    name: str
    actor: str
    role: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of the text that is somebody's word."""

    start: int
    end: int
    voice: str
    why: str


class Voices:
    """Who vouches for a passage: the innermost speaker around it, the commenter, or the author."""

    def __init__(self, doc: Document, passages: list[Passage]) -> None:
        self._comments = [(part.start, part.end) for part in doc.parts if part.kind == "comment"]
        self._passages = sorted(passages, key=lambda p: p.end - p.start)

    def at(self, offset: int) -> tuple[str, str]:
        """(voice, why) of the character at `offset`."""
        if any(start <= offset < end for start, end in self._comments):
            return "comment", "stands in a reader's comment"
        for passage in self._passages:
            if passage.start <= offset < passage.end:
                return passage.voice, passage.why
        return "author", "no speaker"


def identify_speaker(an: Analysis, who: Who, speakers: CueIndex[SpeakerNoun], token: int) -> Speaker:
    """The speaker at the head of a phrase; a pronoun speaks with the name it stands for."""
    mention = who.mention_at(token)
    if mention is None:
        inner = child(an, token, "appos")
        mention = who.by_head.get(inner) if inner is not None else None
    named = mention if mention and mention.kind in ("person", "pronoun") else _named_beside(an, who, token)
    if named is not None and named.kind in ("person", "pronoun"):
        return Speaker(named.name, named.codes[0] if named.codes else "", _role_of(an, speakers, named, token))
    codes = who.side_of(token).codes or (mention.codes if mention else ())
    name = phrase(an, token)
    role = _noun_role(an, speakers, token)
    if role == "unknown" and mention and mention.kind in ("state", "organisation", "group", "role", "pair") and codes:
        role = "official"
    private = role in ("analyst", "media", "public")
    return Speaker(name, "" if private or not codes else codes[0], role)


def _named_beside(an: Analysis, who: Who, token: int) -> Mention | None:
    """"The chairman, Mushahid Hussain, says": the name stands in apposition to the title."""
    for kid in an.children[token]:
        mention = who.by_head.get(kid)
        if an.dep[kid] == "appos" and mention and mention.kind == "person":
            return mention
    return None


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
    """The words of a noun phrase without relative clauses, appositions and leading article "the"."""
    tokens = sorted(_phrase_tokens(an, token))
    while tokens and an.pos[tokens[-1]] == "PUNCT":
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
        if an.dep[kid] in _CLAUSE_LABELS or an.dep[kid] in ("cc", "conj", "punct") and kid > token:
            continue
        found.extend(_phrase_tokens(an, kid))
    return found


def make_statements(
    doc: Document, an: Analysis, who: Who, speakers: CueIndex[SpeakerNoun], found: list[Attribution]
) -> tuple[list[Statement], list[Passage]]:
    """Records of all attributions, and the passages that carry another voice than the author's."""
    statements: list[Statement] = []
    passages: list[Passage] = []
    for attribution in found:
        if not attribution.recorded:
            continue
        speaker = _speaker_of(an, who, speakers, attribution)
        if not speaker.name or attribution.end - attribution.start < 3:
            continue
        statement = _make_statement(doc, an, attribution, speaker)
        statements.append(statement)
        if attribution.entry is None or attribution.entry.kind not in OWN_WORD or attribution.mode == "direct":
            passages.append(Passage(attribution.start, attribution.end, speaker.name, f"said by {speaker.name} ({statement.cue})"))
    return statements, passages


def _speaker_of(an: Analysis, who: Who, speakers: CueIndex[SpeakerNoun], attribution: Attribution) -> Speaker:
    if attribution.speaker >= 0:
        return identify_speaker(an, who, speakers, attribution.speaker)
    return Speaker("", "", "unknown")


def _make_statement(doc: Document, an: Analysis, attribution: Attribution, speaker: Speaker) -> Statement:
    start, end = attribution.start, attribution.end
    quote = doc.text[start:end]
    cue = an.word[attribution.cue] if attribution.cue >= 0 else ""
    where = attribution.entry.where if attribution.entry else "quotation beside another of the same speaker"
    return Statement(
        id=make_id("s", [doc.id, start, end, speaker.name]),
        document=doc.id,
        quote=quote,
        span=(start, end),
        speaker=speaker.name,
        speaker_actor=speaker.actor,
        role=speaker.role,
        mode=attribution.mode,
        cue=cue,
        cue_span=(an.start[attribution.cue], an.end[attribution.cue]) if attribution.cue >= 0 else (-1, -1),
        date=doc.published if len(doc.published) <= 10 else doc.published[:7],
        confidence=0.8 if attribution.entry else 0.6,
        reasons=(Reason("speaker", speaker.name, where),),
    )
