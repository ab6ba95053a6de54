"""Which words of a text may attribute: lexicon rows that stand at a token, in the shape that the row asks for.

In: analysis, cue lexicon, token. Out: rows, the most specific first. It must not know what is attributed to whom.
"""

from dragoman.extract.grammar.passives import is_passive
from dragoman.model.analysis import Analysis
from dragoman.vocab.cue_table import CueIndex
from dragoman.vocab.cues import AttributionCue

_PARTS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "AUX": "verb"}
_FORM_ORDER = ("passive", "active", "", "inanimate", "quote_only")
_PREDICATIVE = frozenset({"acomp", "ROOT", "ccomp", "conj", "relcl", "advcl"})
_ANY_PLACE = frozenset({"prep", "conj", "adv"})


def cues_at(an: Analysis, cues: CueIndex[AttributionCue], token: int) -> list[AttributionCue]:
    """Rows whose look-up word stands at `token`, in part of speech and form; most words first."""
    word = an.word[token].lower()
    rows = dict.fromkeys([*cues.get(an.lemma[token]), *(cues.get(word) if word != an.lemma[token] else ())])
    pos = _PARTS.get(an.pos[token], "")
    found = [row for row in rows if row.attributes and _stands(an, row, token, pos)]
    return sorted(found, key=lambda row: (-len(row.words), _FORM_ORDER.index(row.form)))


def _stands(an: Analysis, row: AttributionCue, token: int, pos: str) -> bool:
    if row.pos == "adj" and an.tag[token] == "VBN" and an.dep[token] in _PREDICATIVE:
        pos = "adj" if any(an.lemma[kid] == "be" for kid in (*an.children[token], an.head[token])) else pos
    if row.pos != pos and not (row.pos in _ANY_PLACE and len(row.words) > 1) and row.pos != "prep":
        return False
    if row.pos == "adj" and an.lemma[an.head[token]] == "make":
        return False  # "make sure that" is no opinion
    if row.form == "passive" and not is_passive(an, token):
        return False
    start = token - row.head
    if start < 0 or start + len(row.words) > len(an.word):
        return False
    return all(
        wanted in (an.lemma[start + offset], an.word[start + offset].lower()) for offset, wanted in enumerate(row.words)
    )


def introduces_quotations(an: Analysis, cues: CueIndex[AttributionCue], token: int) -> AttributionCue | None:
    """The row by which a verb may stand beside a quotation, None if it may not."""
    if an.pos[token] not in ("VERB", "AUX"):
        return None
    rows = [row for row in cues_at(an, cues, token) if row.direct_ok and row.pos == "verb"]
    return rows[0] if rows else None
