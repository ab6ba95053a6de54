"""Assessments: phrases that say how two sides get on, or which way that moves.

In: a `Reading`. Out: `Assessment` records. A phrase is built around a noun of relation ("ties", "rift") or a word that
judges two sides by itself ("allies", "moved closer"); level and trend are read from the words around it.
"""

from dataclasses import dataclass

from dragoman.extract.participants import Side, join_sides
from dragoman.extract.reading import Reading
from dragoman.extract.tree import MODIFIERS, SUBJECTS, is_verbal, prepositions, subtree, surroundings
from dragoman.model.records import Assessment, Reason
from dragoman.text.hashing import make_id
from dragoman.vocab.relations import RelationNoun, RelationWord

_NEGATIONS = frozenset({"not", "never", "no", "n't", "neither", "hardly", "nor"})


@dataclass(slots=True)
class Judgement:
    """Level and trend under way; `span` are the tokens (first, last exclusive) that carry it."""

    level: str
    trend: str
    first: int
    last: int
    why: list[str]


def find_assessments(reading: Reading) -> list[Assessment]:
    """All assessments of a document, in text order; one for each clause and pair."""
    found: list[Assessment] = []
    for token in range(len(reading.an.word)):
        noun = _relation_noun(reading, token)
        made = _from_noun(reading, token, noun) if noun else _from_word(reading, token)
        if made and not _is_repeat(made, found):
            found.append(made)
    return found


def _is_repeat(made: Assessment, found: list[Assessment]) -> bool:
    return any(
        set(made.parties) == set(other.parties) and made.span[0] < other.span[1] and other.span[0] < made.span[1]
        for other in found[-4:]
    )


def _relation_noun(reading: Reading, token: int) -> RelationNoun | None:
    an = reading.an
    if an.pos[token] not in ("NOUN", "PROPN"):
        return None
    for key in dict.fromkeys((an.lemma[token], an.word[token].lower())):
        for row in reading.world.relation_nouns.get(key):
            start = token - row.head
            if start >= 0 and all(
                start + i < len(an.word) and w in (an.lemma[start + i], an.word[start + i].lower())
                for i, w in enumerate(row.words)
            ):
                return row
    return None


def _from_noun(reading: Reading, token: int, row: RelationNoun) -> Assessment | None:
    parties, how = _parties(reading, token, row)
    if len(parties) < 2:
        return None
    judgement = _judge(reading, token, row)
    if not judgement.level and not judgement.trend:
        return None
    return _make(reading, token, parties[:2], judgement, how)


def _parties(reading: Reading, token: int, row: RelationNoun) -> tuple[tuple[str, ...], str]:
    """The two sides of a relation noun: around it in its slots, else the clause's subject, else the last pair."""
    an, who = reading.an, reading.who
    sides: list[Side] = []
    for kid in an.children[token]:
        if an.dep[kid] == "poss" or an.dep[kid] in MODIFIERS:
            sides.append(who.side_of(kid))
    for name, obj in prepositions(an, token):
        if name in row.party_slots:
            sides.append(who.side_of(obj))
    joined = join_sides(sides)
    if len(joined.codes) >= 2:
        return joined.codes, "; ".join(joined.how)
    carriers = [token, *_nouns_above(reading, token)]
    for carrier in carriers[1:]:
        for name, obj in prepositions(an, carrier):
            if name in ("between", "with", "of", "toward", "towards"):
                sides.append(who.side_of(obj))
        sides.extend(who.side_of(kid) for kid in an.children[carrier] if an.dep[kid] == "poss")
    joined = join_sides(sides)
    if len(joined.codes) < 2:
        around = [who.side_of(subject) for subject in surroundings(an, token)]
        joined = join_sides([*sides, *around])
    if len(joined.codes) < 2 and (not joined.codes or _is_definite(reading, token)):
        pair = reading.pair_at(token)
        if set(joined.codes) <= set(pair):
            return pair, "the two states last named together"
    return joined.codes, "; ".join(joined.how)


def _is_definite(reading: Reading, token: int) -> bool:
    an = reading.an
    return any(an.lemma[k] in ("the", "this", "that", "these", "their", "its", "bilateral", "mutual") for k in an.children[token])


def _nouns_above(reading: Reading, token: int) -> list[int]:
    """Nouns that the relation noun hangs under ("warming of ties", "setback for efforts to improve ties")."""
    an = reading.an
    found, node = [], token
    for _ in range(3):
        head = an.head[node]
        if head == node:
            break
        if an.pos[head] == "NOUN":
            found.append(head)
        elif an.pos[head] not in ("ADP", "VERB"):
            break
        node = head
    return found


def _judge(reading: Reading, token: int, row: RelationNoun) -> Judgement:
    an = reading.an
    judgement = Judgement(row.level, row.trend, *_noun_phrase(reading, token), [row.where])
    for kid in an.children[token]:
        if an.dep[kid] in MODIFIERS | {"acl", "advmod", "det"}:
            _apply(reading, kid, ("adj", "verb", "adv", "noun"), judgement)
            for grand in an.children[kid]:
                if an.dep[grand] in ("advmod", "amod"):
                    _apply(reading, grand, ("adv", "adj"), judgement)
    _climb(reading, token, judgement)
    return judgement


def _climb(reading: Reading, token: int, judgement: Judgement) -> None:
    """Words above the noun: its verb ("ties have warmed"), the noun it belongs to ("a warming of ties")."""
    an = reading.an
    node = token
    for _ in range(6):
        head = an.head[node]
        if head == node or an.dep[node] in ("relcl", "advcl", "ccomp", "parataxis"):
            return
        if an.pos[head] == "ADP":
            node = head
            continue
        changed = _apply(reading, head, ("verb", "noun", "adj", "phrase"), judgement)
        if is_verbal(an, head):
            for kid in an.children[head]:
                if an.dep[kid] in ("acomp", "attr", "advmod", "oprd", "prt", "dobj", "xcomp") and kid != node:
                    changed |= _apply(reading, kid, ("adj", "noun", "adv", "verb", "phrase"), judgement)
            if changed:
                _widen(reading, head, judgement)
            if any(an.dep[kid] == "neg" for kid in an.children[head]):
                judgement.why.append("negated")
            if an.dep[head] not in ("xcomp", "acl", "pcomp"):
                return
        elif changed:
            judgement.first = min(judgement.first, _noun_phrase(reading, head)[0])
            judgement.last = max(judgement.last, _noun_phrase(reading, head)[1])
        elif an.pos[head] != "NOUN":
            return
        node = head


def _widen(reading: Reading, verb: int, judgement: Judgement) -> None:
    """Take the verb's clause into the quote, without subordinate clauses."""
    an = reading.an
    first, last = min(judgement.first, verb), max(judgement.last, verb + 1)
    for kid in an.children[verb]:
        if an.dep[kid] in SUBJECTS | {"nsubjpass", "aux", "auxpass", "neg", "advmod", "acomp", "attr", "dobj", "prep", "prt"}:
            a, b = subtree(an, kid)
            if b - a <= 18:
                first, last = min(first, a), max(last, b)
    judgement.first, judgement.last = first, last


def _apply(reading: Reading, at: int, kinds: tuple[str, ...], judgement: Judgement) -> bool:
    row = _relation_word(reading, at, kinds, "relation_noun")
    if row is None:
        return False
    level, trend = row.level, row.trend
    if trend and judgement.level == "bad" and row.pos in ("verb", "noun", "adj") and row.level == "":
        trend = {"improving": "worsening", "worsening": "improving"}.get(trend, trend) if _is_growth(row) else trend
    judgement.level = level or judgement.level
    judgement.trend = trend or judgement.trend
    judgement.first, judgement.last = min(judgement.first, at), max(judgement.last, at + 1)
    judgement.why.append(row.where)
    return True


def _is_growth(row: RelationWord) -> bool:
    return "grow" in row.note or "size" in row.note or row.word in ("widen", "deepen", "grow", "increase", "escalate")


def _relation_word(reading: Reading, at: int, kinds: tuple[str, ...], needs: str) -> RelationWord | None:
    an = reading.an
    best: RelationWord | None = None
    for key in dict.fromkeys((an.lemma[at], an.word[at].lower())):
        for row in reading.world.relation_words.get(key):
            if (row.pos in kinds or len(row.words) > 1) and row.needs == needs and _stand(reading, row, at):
                if best is None or len(row.words) > len(best.words):
                    best = row
    return best


def _stand(reading: Reading, row: RelationWord, at: int) -> bool:
    an = reading.an
    start = at - row.head
    if start < 0:
        return False
    if len(row.words) == 1:
        return True
    position = start
    for i, word in enumerate(row.words):
        if i == 0:
            if word not in (an.lemma[start], an.word[start].lower()):
                return False
            continue
        window = range(position + 1, min(position + 4, len(an.word)))
        position = next((j for j in window if word in (an.lemma[j], an.word[j].lower())), -1)
        if position < 0 or an.sentence[position] != an.sentence[at]:
            return False
    return True


def _from_word(reading: Reading, token: int) -> Assessment | None:
    """Words that judge two sides without a relation noun: "Pakistan's arch-rival, India", "India has moved closer to"."""
    an = reading.an
    pos = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adv", "PROPN": "noun"}.get(an.pos[token])
    if pos is None:
        return None
    row = _relation_word(reading, token, (pos,), "two_parties")
    if row is None:
        return None
    codes = _sides_around(reading, token)
    if len(codes) < 2:
        return None
    first, last = _noun_phrase(reading, token) if pos == "noun" else subtree(an, token)
    judgement = Judgement(row.level, row.trend, first, last, [row.where])
    return _make(reading, token, codes[:2], judgement, "sides around the word")


def _sides_around(reading: Reading, token: int) -> tuple[str, ...]:
    an, who = reading.an, reading.who
    sides = [who.side_of(kid) for kid in an.children[token] if an.dep[kid] in ("poss", "nsubj", "dobj", "appos", "nsubjpass") or an.dep[kid] in MODIFIERS]
    sides.extend(who.side_of(obj) for name, obj in prepositions(an, token) if name in ("of", "with", "to", "between", "for", "against", "towards", "toward"))
    if an.dep[token] == "appos":
        sides.append(who.side_of(an.head[token]))
    if an.dep[token] in ("attr", "acomp", "oprd", "advmod", "dobj") or (an.dep[token] == "pobj" and an.lemma[an.head[token]] == "as"):
        verb = an.head[token] if an.dep[token] != "pobj" else an.head[an.head[token]]
        sides.extend(who.side_of(kid) for kid in an.children[verb] if an.dep[kid] in ("nsubj", "nsubjpass", "dobj"))
        sides.extend(who.side_of(obj) for name, obj in prepositions(an, verb) if name in ("to", "with", "towards"))
    elif is_verbal(an, token):
        sides.extend(who.side_of(subject) for subject in surroundings(an, token))
    return join_sides(sides).codes


def _noun_phrase(reading: Reading, token: int) -> tuple[int, int]:
    """Tokens of the noun with its modifiers and prepositional phrases, without clauses."""
    an = reading.an
    first, last = token, token + 1
    for kid in an.children[token]:
        if an.dep[kid] in ("relcl", "advcl", "parataxis", "conj", "cc", "punct", "appos"):
            continue
        a, b = subtree(an, kid)
        if b - a <= 15:
            first, last = min(first, a), max(last, b)
    return first, last


def _make(reading: Reading, token: int, parties: tuple[str, ...], judgement: Judgement, how: str) -> Assessment:
    doc, an = reading.doc, reading.an
    first, last = judgement.first, judgement.last
    while last > first + 1 and an.pos[last - 1] == "PUNCT":
        last -= 1
    start, end = an.span(first, last)
    voice, why = reading.voices.at(an.start[token])
    return Assessment(
        id=make_id("a", [doc.id, start, end, *parties]),
        document=doc.id,
        quote=doc.text[start:end],
        span=(start, end),
        parties=(parties[0], parties[1]),
        level=judgement.level,
        trend=judgement.trend,
        voice=voice,
        date=doc.published if len(doc.published) <= 7 else doc.published[:7],
        confidence=0.6,
        reasons=(
            Reason("parties", ",".join(parties), how),
            Reason("level and trend", f"{judgement.level} {judgement.trend}".strip(), "; ".join(judgement.why)),
            Reason("voice", voice, why),
        ),
    )
