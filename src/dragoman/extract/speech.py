"""Who is made to say what in each sentence: cue words, their speakers, and the span of the content.

In: document, analysis, cue lexicon, who stands behind which token. Out: `Attribution`s, from which statements and the
voices of events are made. Content is found in the parse (clauses under a verb of saying) and by quotation marks.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.participants import Who
from dragoman.extract.quotations import Quotation, find_quotations
from dragoman.extract.tree import SUBJECTS, child, conjuncts, is_passive, is_verbal, path_up, subjects, subtree
from dragoman.model.analysis import Analysis
from dragoman.model.document import Document
from dragoman.vocab.cue_table import CueIndex
from dragoman.vocab.cues import AttributionCue

_NOBODY = frozenset({"it", "this", "that", "which", "there", "what", "these", "those", "its", "whatever"})
SHORT_QUOTE = 4
"""Quotations of fewer words are taken as part of the sentence around them (scare quotes, terms)."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content handed to a speaker.

    Attributes:
        cue: token of the attributing word, -1 where only the place of a quotation attributes it.
        speaker: token that heads the speaker's phrase, -1 if nobody is named.
        start: content span in the stored text, code points; `end` exclusive.
        mode: `direct`, `indirect` or `mixed`.
        entry: lexicon row, None for a quotation attributed by its place.
    """

    cue: int
    speaker: int
    start: int
    end: int
    mode: str
    entry: AttributionCue | None


def find_attributions(doc: Document, an: Analysis, cues: CueIndex[AttributionCue], who: Who) -> list[Attribution]:
    """All attributions of a document, in text order; joint speakers give one each."""
    quotations = find_quotations(doc)
    found: list[Attribution] = []
    for token in range(len(an.word)):
        if an.sentences[an.sentence[token]].part == "comment":
            continue
        for entry in _entries(an, cues, token):
            pieces = list(_read_cue(doc, an, entry, token, quotations, who))
            found.extend(pieces)
            if pieces:
                break
    found.extend(_adjacent(doc, an, quotations, found))
    return sorted(_without_repeats(found), key=lambda a: (a.start, a.end))


def _entries(an: Analysis, cues: CueIndex[AttributionCue], token: int) -> list[AttributionCue]:
    pos = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "AUX": "verb"}.get(an.pos[token])
    word = an.word[token].lower()
    rows = dict.fromkeys([*cues.get(an.lemma[token]), *cues.get(word)])
    return [row for row in rows if row.attributes and (row.pos == pos or row.pos in ("prep", "conj")) and _stands(an, row, token)]


def _stands(an: Analysis, row: AttributionCue, token: int) -> bool:
    start = token - row.head
    if len(row.words) == 1:
        return not (row.form == "passive" and not is_passive(an, token))
    if start < 0:
        return False
    for offset, wanted in enumerate(row.words):
        at = start + offset
        if at >= len(an.word) or wanted not in (an.lemma[at], an.word[at].lower()):
            return False
    return True


def _read_cue(
    doc: Document, an: Analysis, entry: AttributionCue, token: int, quotations: list[Quotation], who: Who
) -> Iterator[Attribution]:
    if entry.pos == "prep":
        if len(entry.words) == 1:
            return
        yield from _according_to(doc, an, entry, token)
        return
    if entry.pos not in ("verb", "noun", "adj"):
        return
    speakers = _speakers(an, entry, token, who)
    quotes = _quotes_of(an, token, quotations) if entry.direct_ok and speakers else []
    content = _content(an, entry, token)
    for speaker in speakers or [-1]:
        if quotes and (content is None or _covered(an, content, quotes)):
            for quote in quotes:
                yield Attribution(token, speaker, quote.start, quote.end, "direct", entry)
        elif content is not None and (speaker >= 0 or entry.form == "passive"):
            yield _indirect(doc, an, entry, (token, speaker), content, quotations)


def _speakers(an: Analysis, entry: AttributionCue, token: int, who: Who) -> list[int]:
    if is_verbal(an, token):
        found = [each for subject in subjects(an, token) for each in conjuncts(an, subject)]
        return [each for each in found if _can_speak(an, each, who)]
    if entry.pos == "adj":
        head = an.head[token]
        return [kid for kid in an.children[head] if an.dep[kid] in SUBJECTS and _can_speak(an, kid, who)]
    owner = child(an, token, "poss")
    if owner is None:
        prep = next((k for k in an.children[token] if an.dep[k] == "prep" and an.lemma[k] in ("by", "of", "from")), None)
        owner = child(an, prep, "pobj") if prep is not None else None
    return [owner] if owner is not None and _can_speak(an, owner, who) else []


def _can_speak(an: Analysis, token: int, who: Who) -> bool:
    """Persons, actors, pronouns for people, and nouns that the lexicon lists as speakers; never a thing or a fact."""
    mention = who.mention_at(token)
    if mention and mention.kind != "place" and mention.head == token:
        return True
    if an.tag[token] in ("WDT", "EX") or an.word[token].lower() in _NOBODY:
        return False
    if an.pos[token] in ("PRON", "PROPN"):
        return True
    return any(len(row.words) == 1 for key in (an.lemma[token], an.word[token].lower()) for row in who.speakers.get(key))


def _quotes_of(an: Analysis, token: int, quotations: list[Quotation]) -> list[Quotation]:
    """Long quotations in the cue's sentence that do not hold the cue itself."""
    sentence = an.sentences[an.sentence[token]]
    start, end = an.start[sentence.first], an.end[sentence.last - 1]
    return [
        q for q in quotations
        if q.start < end and q.end > start and not q.start <= an.start[token] < q.end and _word_count(an, q) >= SHORT_QUOTE
    ]  # fmt: skip


def _word_count(an: Analysis, quotation: Quotation) -> int:
    return sum(1 for _ in _tokens_between(an, quotation.start, quotation.end))


def _tokens_between(an: Analysis, start: int, end: int) -> Iterator[int]:
    at = bisect_left(an.start, start)
    while at < len(an.start) and an.start[at] < end:
        yield at
        at += 1


def _content(an: Analysis, entry: AttributionCue, token: int) -> tuple[int, int] | None:
    """Tokens (first, last exclusive) of the clause or phrase that holds what is said."""
    for place in entry.takes:
        if place in ("ccomp", "xcomp"):
            for kid in an.children[token]:
                if an.dep[kid] == place or (place == "ccomp" and an.dep[kid] == "acl" and an.pos[token] == "NOUN" and child(an, kid, "mark") is not None):
                    return _clause_span(an, kid, token)
            if place == "ccomp" and an.dep[token] in ("parataxis", "ccomp") and _is_inserted(an, token):
                return _around(an, token)
        elif place == "oprd":
            kid = child(an, token, "oprd")
            if kid is not None:
                return subtree(an, kid)
        elif place == "obj" and entry.pos == "verb" and entry.kind in ("say", "deny"):
            continue
        elif place not in ("quote", "main", "modifies", "obj"):
            for kid in an.children[token]:
                if an.dep[kid] == "prep" and an.word[kid].lower() == place and an.children[kid]:
                    inner = an.children[kid][0]
                    if place == "as" or is_verbal(an, inner):
                        return subtree(an, inner)
    return None


def _is_inserted(an: Analysis, token: int) -> bool:
    """"The ties, analysts say, will grow": a short clause of saying inside or after what is said."""
    first, last = subtree(an, token)
    return last - first <= 8 and an.head[token] != token and child(an, token, "ccomp", "dobj") is None


def _around(an: Analysis, token: int) -> tuple[int, int]:
    first, last = subtree(an, an.head[token])
    own_first, own_last = subtree(an, token)
    if own_first - first >= last - own_last:
        return first, own_first
    return own_last, last


def _clause_span(an: Analysis, clause: int, cue: int) -> tuple[int, int]:
    first, last = subtree(an, clause)
    if first <= cue < last:
        own = [t for t in (first, last)]
        first, last = (own[0], cue) if cue - own[0] > own[1] - cue else (cue + 1, own[1])
    while first < last and (an.dep[first] in ("mark", "punct") and an.head[first] == clause or an.pos[first] == "PUNCT" or an.word[first].lower() == "that" and first == subtree(an, clause)[0]):
        first += 1
    while last > first and (an.pos[last - 1] in ("PUNCT", "SPACE") or an.word[last - 1] in (",", ".")):
        last -= 1
    return first, last


def _covered(an: Analysis, content: tuple[int, int], quotes: list[Quotation]) -> bool:
    start, end = an.start[content[0]], an.end[content[1] - 1] if content[1] > content[0] else an.start[content[0]]
    inside = sum(max(0, min(end, q.end) - max(start, q.start)) for q in quotes)
    return inside >= 0.6 * max(1, end - start)


def _indirect(
    doc: Document, an: Analysis, entry: AttributionCue, ends: tuple[int, int], content: tuple[int, int],
    quotations: list[Quotation],
) -> Attribution:  # fmt: skip
    first, last = content
    start, end = an.start[first], an.end[max(first, last - 1)]
    mixed = any(q.start < end and q.end > start for q in quotations)
    if mixed and end < len(doc.text) and doc.text[end] in "\"”" and doc.text.count('"', start, end) % 2:
        end += 1
    return Attribution(ends[0], ends[1], start, end, "mixed" if mixed else "indirect", entry)


def _according_to(doc: Document, an: Analysis, entry: AttributionCue, token: int) -> Iterator[Attribution]:
    """"According to X, ...": the clause without the phrase itself is the content."""
    to = next((t for t in (token, token + 1) if t < len(an.word) and child(an, t, "pobj") is not None), None)
    if to is None:
        return
    speaker = child(an, to, "pobj")
    phrase_first, phrase_last = subtree(an, token if an.head[to] == token or to == token else to)
    phrase_first, phrase_last = min(phrase_first, token), max(phrase_last, to + 1)
    clause = next((t for t in path_up(an, token) if is_verbal(an, t) and not phrase_first <= t < phrase_last), None)
    if clause is None or speaker is None:
        return
    first, last = subtree(an, clause)
    sentence = an.sentences[an.sentence[token]]
    first, last = max(first, sentence.first), min(last, sentence.last)
    if phrase_first - first > last - phrase_last:
        last = phrase_first
    else:
        first = phrase_last
    while first < last and an.pos[first] == "PUNCT":
        first += 1
    while last > first and an.pos[last - 1] == "PUNCT":
        last -= 1
    if last - first >= 3:
        yield Attribution(token, speaker, an.start[first], an.end[last - 1], "indirect", entry)


def _adjacent(
    doc: Document, an: Analysis, quotations: list[Quotation], found: list[Attribution]
) -> Iterator[Attribution]:
    """Long quotations that no cue claims belong to whoever spoke last in the paragraph, or in the one before."""
    claimed = {a.start: a for a in found if a.mode == "direct"}
    last: Attribution | None = None
    last_paragraph = -9
    for quotation in quotations:
        if quotation.start in claimed:
            last, last_paragraph = claimed[quotation.start], quotation.paragraph
            continue
        if _word_count(an, quotation) < 2 * SHORT_QUOTE or any(a.start <= quotation.start < a.end for a in found):
            continue
        near = last if last and quotation.paragraph - last_paragraph <= 1 else _next_claimed(quotation, quotations, claimed)
        if near is not None:
            yield Attribution(near.cue, near.speaker, quotation.start, quotation.end, "direct", None)
            last, last_paragraph = near, quotation.paragraph


def _next_claimed(quotation: Quotation, quotations: list[Quotation], claimed: dict[int, Attribution]) -> Attribution | None:
    for other in quotations:
        if other.start > quotation.start and other.paragraph == quotation.paragraph and other.start in claimed:
            return claimed[other.start]
    return None


def _without_repeats(found: list[Attribution]) -> list[Attribution]:
    seen: dict[tuple[int, int, int], Attribution] = {}
    for attribution in found:
        seen.setdefault((attribution.start, attribution.end, attribution.speaker), attribution)
    return list(seen.values())
