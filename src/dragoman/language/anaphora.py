"""Words that point back: "both countries", "bilateral", "the president", "his counterpart", "he", "its", "they", "we".

In: an analysis and the mentions found so far, in text order. Out: further mentions, resolved to what they point at.
Rules only: the nearest fitting antecedent wins, and where none fits the word stays unresolved.
"""

from collections import Counter
from dataclasses import replace

from dragoman.language.memory import SAYING, SUBJECTS, Memory, land_torn
from dragoman.language.open_roles import counts_two, fill_role
from dragoman.model.analysis import Analysis, Mention
from dragoman.vocab.rebels import Rebels
from dragoman.vocab.word_groups import word_group

_PAIR_NOUNS = word_group("pair-noun")
_PAIR_WORDS = word_group("pair-word")
_SINGULAR = word_group("he-she")
_THING = word_group("it")
_PLURAL = word_group("they")
_FIRST = word_group("i-we")
_BODIES = word_group("body-noun")
_IDLE = word_group("idle-verb")
_HAPPENS = frozenset({"come", "follow", "happen", "occur", "coincide"})
_SEATS = frozenset({"HOS", "HOG", "FM", "DM"})


def resolve_anaphora(
    an: Analysis, mentions: list[Mention], rebels: Rebels, day: str = ""
) -> list[Mention]:
    """All mentions, those given and those that point back, in text order.

    `rebels` says who the nameless opponents of a state are, `day` is the ISO day of the text, "" if unknown.
    """
    starts = {mention.first: mention for mention in mentions}
    covered = {token for mention in mentions for token in range(mention.first, mention.last)}
    memory = Memory(
        all_persons=[mention for mention in mentions if mention.kind == "person"],
        often=Counter(code for m in mentions if m.kind != "role" for code in m.codes if ":" not in code),
        rebels=rebels,
        day=day,
        ahead={mention.head: mention for mention in mentions},
        torn=land_torn(an, mentions, rebels.restless),
    )
    out: list[Mention] = []
    for token in range(len(an.word)):
        if token in starts:
            mention = fill_role(an, starts[token], memory)
            out.append(mention)
            memory.note(an, mention)
            if mention is not starts[token]:
                memory.pointers[mention.head] = mention
        elif token not in covered:
            found = _point_back(an, token, memory)
            if found:
                memory.pointers[token] = found
                out.append(found)
                if an.dep[token] in SUBJECTS and an.lemma[an.head[token]] in SAYING:
                    memory.speaker = found
    return out


def _point_back(an: Analysis, token: int, memory: Memory) -> Mention | None:
    word = an.word[token].lower()
    if word in _PAIR_WORDS:
        return _mention(token, "pair", word, memory.pair_before(states=True), "the two states last named together")
    if an.lemma[token] in _PAIR_NOUNS and an.pos[token] == "NOUN" and counts_two(an, token):
        return _mention(token, "pair", word, memory.pair_before(), "the two states last named together")
    if (
        an.lemma[token] in _BODIES
        and an.tag[token] == "NN"
        and memory.bodies
        and any(an.lemma[k] == "the" for k in an.children[token])
    ):
        alike = [body for body in memory.bodies if an.lemma[token] in body.name.lower().split()]
        body = (alike or memory.bodies)[-1]
        return Mention(
            token, token + 1, token, "organisation", word, body.codes, "IGO", -1, f"the body last named: {body.name}"
        )
    if word in ("both", "two") and an.dep[token] in SUBJECTS | {"pobj", "dobj"}:
        return _mention(token, "pair", word, memory.both_before(), "the two last named together")
    if an.pos[token] != "PRON":
        return None
    if word in _SINGULAR:
        return _person_before(an, token, memory)
    if word in _THING:
        if word == "it" and _is_idle(an, token):
            return None
        return _side_before(an, token, memory)
    if word in _PLURAL:
        return _plural_before(an, token, memory)
    if word in _FIRST:
        return _speaker_of(an, token, memory)
    return None


def _mention(token: int, kind: str, name: str, codes: tuple[str, ...], how: str) -> Mention | None:
    if not codes:
        return None
    return Mention(token, token + 1, token, "pair" if kind == "pair" else "pronoun", name, codes, "GOV", -1, how)


def _person_before(an: Analysis, token: int, memory: Memory) -> Mention | None:
    """The nearest person, subjects first, no further back than three sentences."""
    here = an.sentence[token]
    ahead = _subject_ahead(an, token, memory)
    if ahead is not None:
        return replace(
            ahead, first=token, last=token + 1, head=token, kind="pronoun", how=f"pronoun for {ahead.name}; {ahead.how}"
        )
    near = [p for p in memory.persons[-8:] if 0 <= here - an.sentence[p.head] <= 3]
    officers = [m for m in memory.sides[-6:] if an.sentence[m.head] == here and _is_officer(an, m)]
    same = [p for p in (*near, *officers) if an.sentence[p.head] == here and _is_subject(an, p)]
    same.sort(key=lambda person: person.head)
    previous = [p for p in near if an.sentence[p.head] != here and _is_subject(an, p)]
    chosen = (same or [])[-1:] or previous[-1:] or near[-1:]
    if not chosen:
        return None
    person = chosen[0]
    return Mention(
        token, token + 1, token, "pronoun", person.name, person.codes, person.sector, person.entity,
        f"pronoun for {person.name}; {person.how}", False, person.former,
    )  # fmt: skip


def _is_officer(an: Analysis, mention: Mention) -> bool:
    """ "The US president": one holder of an office, though no name stands there."""
    return mention.kind == "role" and bool(mention.office) and an.tag[mention.head] in ("NN", "NNP")


def _subject_ahead(an: Analysis, token: int, memory: Memory) -> Mention | None:
    """ "Before his visit, the president was ...": a pronoun in an opening phrase stands for the coming subject."""
    node = token
    while an.head[node] != node and an.dep[node] not in ("prep", "advcl"):
        node = an.head[node]
    verb = an.head[node]
    if verb <= token or an.pos[verb] not in ("VERB", "AUX"):
        return None
    for kid in an.children[verb]:
        if an.dep[kid] in SUBJECTS and kid > token:
            return next((m for m in memory.all_persons if m.first <= kid < m.last), None)
    return None


def _is_subject(an: Analysis, mention: Mention) -> bool:
    return an.dep[mention.head] in SUBJECTS or (
        an.dep[mention.head] == "appos" and an.dep[an.head[mention.head]] in SUBJECTS
    )


def _is_idle(an: Analysis, token: int) -> bool:
    """ "It is clear that", "it was agreed that", "it came after", "when it comes to": no side is meant."""
    verb = an.head[token]
    if an.lemma[verb] == "come" and any(an.lemma[kid] == "when" for kid in an.children[verb]):
        return any(an.lemma[kid] == "to" and an.dep[kid] == "prep" for kid in an.children[verb])
    deps = {an.dep[kid] for kid in an.children[verb]}
    if an.dep[token] == "nsubjpass" and "ccomp" in deps or an.dep[token] == "nsubj" and an.lemma[verb] in _HAPPENS:
        return True
    if an.dep[token] not in SUBJECTS or an.lemma[verb] not in _IDLE:
        return False
    inner = {an.dep[k] for kid in an.children[verb] if an.dep[kid] in ("acomp", "attr") for k in an.children[kid]}
    return bool(deps & {"ccomp", "xcomp", "csubj"} or inner & {"xcomp", "ccomp"} or "acomp" in deps and "advcl" in deps)


def _side_before(an: Analysis, token: int, memory: Memory) -> Mention | None:
    here = an.sentence[token]
    near = [m for m in memory.sides[-10:] if 0 <= here - an.sentence[m.head] <= 2 and len(m.codes) == 1]
    judged = _object_judged(an, token)
    blamed = next((m for m in near if m.first <= judged < m.last), None) if judged >= 0 else None
    if blamed is not None:
        return _mention(token, "pronoun", an.word[token], blamed.codes, f"pronoun for {blamed.name}")
    same = [m for m in near if an.sentence[m.head] == here and an.dep[m.head] in SUBJECTS]
    previous = [m for m in near if an.sentence[m.head] != here and an.dep[m.head] in SUBJECTS]
    here_any = [m for m in near if an.sentence[m.head] == here]
    for group in (same, here_any if an.dep[token] == "poss" else [], previous, near):
        if group:
            return _mention(token, "pronoun", an.word[token], group[-1].codes, f"pronoun for {group[-1].name}")
    return None


def _object_judged(an: Analysis, token: int) -> int:
    """ "Praised Cuba for its help": the pronoun after "for" stands for the object; -1 where there is none."""
    if an.dep[token] != "poss" or an.dep[an.head[token]] != "pobj":
        return -1
    prep = an.head[an.head[token]]
    verb = an.head[prep]
    if an.lemma[prep] not in ("for", "over", "of") or an.pos[verb] != "VERB":
        return -1
    return next((kid for kid in an.children[verb] if an.dep[kid] in ("dobj", "nsubjpass")), -1)


def _plural_before(an: Analysis, token: int, memory: Memory) -> Mention | None:
    here = an.sentence[token]
    near = [m for m in memory.sides[-10:] if 0 <= here - an.sentence[m.head] <= 2]
    many = [m for m in memory.crowds[-6:] if 0 <= here - an.sentence[m.head] <= 1]
    subjects = [
        m for m in [*near, *many] if _is_subject(an, m) and (len(m.codes) > 1 or an.tag[m.head] in ("NNS", "NNPS"))
    ]
    subjects.sort(key=lambda m: m.head)
    if subjects:
        return _mention(token, "pronoun", an.word[token], subjects[-1].codes, f"pronoun for {subjects[-1].name}")
    if memory.pairs and here - memory.pairs[-1][0] <= 1:
        pair = memory.usual_pair(memory.pairs[-1][1])
        return _mention(token, "pronoun", an.word[token], pair, "the two states last named together")
    return None


def _speaker_of(an: Analysis, token: int, memory: Memory) -> Mention | None:
    """Whoever speaks the quotation: the nearest person or role that is a subject."""
    here = an.sentence[token]
    teller = _teller_after(an, token, memory)
    if teller is None and memory.speaker is not None and here - an.sentence[memory.speaker.head] <= 2:
        teller = memory.speaker
    if teller is not None:
        how = f"first person: {teller.name} speaks"
        return _mention(token, "pronoun", an.word[token], teller.codes[:1], how) if not teller.former else None
    candidates = [m for m in [*memory.persons[-6:], *memory.sides[-6:]] if 0 <= here - an.sentence[m.head] <= 2]
    candidates = [m for m in candidates if _is_subject(an, m)]
    if not candidates:
        return None
    best = max(candidates, key=lambda m: m.head)
    return _mention(token, "pronoun", an.word[token], best.codes[:1], f"first person: {best.name} speaks")


def _teller_after(an: Analysis, token: int, memory: Memory) -> Mention | None:
    """ "We are ready, the minister said": whoever says the words, named after them."""
    node, steps = token, 0
    while an.head[node] != node and steps < 12:
        node, steps = an.head[node], steps + 1
        if an.lemma[node] not in SAYING or node < token:
            continue
        for kid in an.children[node]:
            if kid > token and an.dep[kid] in SUBJECTS:
                if an.word[kid].lower() in _SINGULAR:
                    return _person_before(an, kid, memory)
                return memory.ahead.get(kid)
    return None
