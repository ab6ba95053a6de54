"""What became of an act: one walk from the act up the parse, each cue on the way changing the status once.

In: the analysis, the trigger, the cue lexicon. Out: a status with the cues that made it. The treatment is
compositional: "denied that it planned to cancel the visit" is read inside out, visit - cancel - plan - deny, and every
word does what its row in `status_cues.tsv` says. Tense and negation are cues like any other.
"""

from dataclasses import dataclass, field

from dragoman.extract.tree import SUBJECTS, is_passive, is_verbal, subjects
from dragoman.model.analysis import Analysis
from dragoman.model.records import Status
from dragoman.vocab.cue_table import CueIndex
from dragoman.vocab.cues import StatusCue

_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj", "ADV": "adv", "SCONJ": "conj",
        "ADP": "prep", "DET": "det"}  # fmt: skip
_MODIFIER_LABELS = frozenset({"aux", "auxpass", "neg", "advmod", "amod", "compound", "nmod", "det", "npadvmod", "preconj"})
_NEGATIONS = frozenset({"not", "never", "no", "n't", "neither", "hardly", "nor", "none"})
_TRANSPARENT = frozenset({"acomp", "attr", "oprd"})
_FUTURE_PHRASES = frozenset({"during", "at", "on", "in", "for", "to", "after"})


@dataclass(slots=True)
class Judgement:
    """A status under way, and what changed it.

    Attributes:
        status: as far as the walk has come.
        steps: "word: status (file:line)" for each change.
        closed: a cue told the act as a fact; nothing above it counts.
        carrier: the light verb of the trigger.
        denier: token of the cue whose subject denies the act, None if nobody does.
        type: PLOVER type of the act, which some cues ask for.
    """

    type: str
    status: Status = "happened"
    steps: list[str] = field(default_factory=list)
    denier: int | None = None
    closed: bool = False
    carrier: int | None = None

    def apply(self, cue: StatusCue, *, negated: bool = False) -> None:
        """Let a cue do its work."""
        before = self.status
        self.closed |= cue.effect == "closed"
        self.status = cue.outcome(before, negated=negated)
        if self.status != before:
            word = f"not {cue.cue}" if negated else cue.cue
            self.steps.append(f"{word}: {before} -> {self.status} ({cue.where})")


def judge_status(
    an: Analysis, cues: CueIndex[StatusCue], trigger: int, event_type: str, *, carrier: int | None = None
) -> Judgement:
    """The status of the act that `trigger` names, as its sentence tells it.

    Args:
        an: the analysis.
        cues: the status lexicon.
        trigger: token that names the act.
        event_type: PLOVER type of the act.
        carrier: a light verb that names the act together with a noun; its own row is passed over.
    """
    judgement = Judgement(event_type, carrier=carrier)
    _apply_own(an, cues, trigger, judgement)
    _apply_clauses_below(an, cues, trigger, judgement)
    if an.dep[trigger] == "ROOT" and an.tag[trigger] == "VB" and _has_to(an, trigger):
        judgement.status = "planned"
        judgement.steps.append("infinitive headline: planned")
    _climb(an, cues, trigger, judgement)
    _apply_mood(an, trigger, judgement)
    return judgement


def _apply_mood(an: Analysis, trigger: int, judgement: Judgement) -> None:
    """An infinitive or a bare subjunctive that no cue explains tells no fact ("the right to purchase arms", "that it leave")."""
    if judgement.steps or judgement.closed or an.tag[trigger] != "VB":
        return
    if _has_to(an, trigger) or not any(an.dep[kid] in ("aux", "neg") for kid in an.children[trigger]):
        judgement.status = "proposed"
        judgement.steps.append("infinitive or subjunctive without a cue: proposed")


def _climb(an: Analysis, cues: CueIndex[StatusCue], trigger: int, judgement: Judgement) -> None:
    node = trigger
    for _ in range(12):
        head = an.head[node]
        if head == node:
            _apply_sequel(an, cues, node, judgement)
            return
        place, upper = _place(an, node)
        if an.dep[node] == "conj":
            _share_modality(an, cues, node, head, judgement)
            node = head
            continue
        if place in ("", "relcl", "advcl", "parataxis"):
            _apply_clause_end(an, node, judgement)
            return
        if an.pos[head] == "ADP":
            for cue in _matches(an, cues, head, ("prep",), "obj", judgement):
                judgement.apply(cue)
                break
            if judgement.closed:
                return
        matched = _apply_governor(an, cues, upper, place, judgement)
        if not matched and not _carries(an, node, upper, place):
            if is_verbal(an, upper) and (place in _FUTURE_PHRASES or place in ("subj", "subjpass")):
                _apply_future(an, cues, upper, judgement)
            _apply_sequel(an, cues, upper, judgement)
            return
        if judgement.closed:
            return
        node = upper


def _apply_sequel(an: Analysis, cues: CueIndex[StatusCue], verb: int, judgement: Judgement) -> None:
    """"was to visit in May but it was postponed": a coordinated clause about "it" tells what became of the act."""
    for clause in an.children[verb]:
        if an.dep[clause] != "conj" or not is_verbal(an, clause):
            continue
        subject = next((k for k in an.children[clause] if an.dep[k] in ("nsubj", "nsubjpass")), None)
        if subject is None or an.lemma[subject] not in ("it", "this", "which", "trip", "visit", "meeting", "talk"):
            continue
        for cue in _matches(an, cues, clause, ("verb",), "subjpass", judgement):
            if cue.effect in ("cancelled", "postponed", "denied"):
                judgement.apply(cue, negated=_is_negated(an, clause))
            break


def _apply_clause_end(an: Analysis, node: int, judgement: Judgement) -> None:
    """A purpose clause ("flew in to hold talks") tells an act that is meant to follow."""
    if an.dep[node] == "advcl" and an.tag[node] == "VB" and _has_to(an, node) and judgement.status == "happened":
        judgement.status = "planned"
        judgement.steps.append("clause of purpose: planned")


def _place(an: Analysis, node: int) -> tuple[str, int]:
    """In which place of its governor a token stands, and that governor; prepositions are stepped over."""
    label, head = an.dep[node], an.head[node]
    if label in ("pobj", "pcomp"):
        name, upper = an.word[head].lower(), head
        while an.dep[upper] in ("prep", "agent", "dative") or an.pos[upper] == "ADP":
            if an.head[upper] == upper:
                return "", upper
            upper = an.head[upper]
            if an.pos[upper] != "ADP":
                break
        if an.pos[upper] in ("ADV", "ADJ") and an.dep[upper] in ("advmod", "prt", "oprd") and is_verbal(an, an.head[upper]):
            upper = an.head[upper]
        return name, upper
    names = {
        "dobj": "obj", "nsubjpass": "subjpass", "nsubj": "subj", "csubj": "subj", "csubjpass": "subjpass",
        "xcomp": "xcomp", "ccomp": "ccomp", "compound": "compound", "nmod": "compound", "poss": "poss", "oprd": "xcomp",
        "advcl": "advcl", "relcl": "relcl", "acomp": "acomp", "attr": "attr", "appos": "appos", "parataxis": "parataxis",
    }  # fmt: skip
    if label == "ccomp" and an.tag[node] == "VB" and _has_to(an, node):
        return "xcomp", head
    if label == "acl":
        return ("xcomp" if _has_to(an, node) or an.tag[node] == "VB" else "relcl"), head
    return names.get(label, ""), head


def _has_to(an: Analysis, verb: int) -> bool:
    return any(an.tag[kid] == "TO" for kid in an.children[verb])


def _carries(an: Analysis, node: int, head: int, place: str) -> bool:
    """Whether the walk goes on past a governor that is no cue."""
    if place in _TRANSPARENT or place == "appos":
        return True
    if place == "xcomp":
        return True
    if place == "subj" and an.lemma[head] == "be":
        return True
    return place == "of" and not is_verbal(an, head)


def _apply_governor(an: Analysis, cues: CueIndex[StatusCue], head: int, place: str, judgement: Judgement) -> bool:
    """Apply the governor's row, if it has one for this place, and its own modality; True if it is a cue."""
    if head == judgement.carrier:
        _apply_own(an, cues, head, judgement)
        return True
    pos = _POS.get(an.pos[head], "")
    kinds = ("verb", "adj") if an.tag[head] in ("VBN", "VBG") else (pos,)
    found = _matches(an, cues, head, kinds, place, judgement)
    if not found and place in ("subj", "subjpass") and an.lemma[head] == "be":
        found = [
            cue for kid in an.children[head] if an.dep[kid] in ("acomp", "attr", "prep", "advmod")
            for cue in _matches(an, cues, kid, ("adj", "verb", "noun", "adv", "prep"), "subj", judgement)
        ]  # fmt: skip
    negated = _is_negated(an, head)
    if found and found[0].outcome("happened") in ("cancelled", "postponed") and judgement.status == found[0].effect:
        return True
    if found:
        cue = found[0]
        judgement.apply(cue, negated=negated)
        if cue.denies_by_voice:
            judgement.denier = head
        if judgement.closed:
            return True
        _apply_own(an, cues, head, judgement, skip_negation=True)
        return True
    if _carries(an, head, head, place):
        _apply_own(an, cues, head, judgement)
    return False


def _apply_own(
    an: Analysis, cues: CueIndex[StatusCue], node: int, judgement: Judgement, *, skip_negation: bool = False
) -> None:
    """Modifiers directly on a word: auxiliaries, negation, adverbs, adjectives, articles, and the conjunction above."""
    negations_first = sorted(an.children[node], key=lambda kid: an.lemma[kid] not in _NEGATIONS)
    for kid in negations_first:
        label = an.dep[kid]
        if label in _MODIFIER_LABELS:
            if skip_negation and an.lemma[kid] in _NEGATIONS:
                continue
            kinds = _modifier_kinds(an, kid)
            for cue in _matches(an, cues, kid, kinds, "modifies", judgement):
                judgement.apply(cue)
                break
        elif label in SUBJECTS and not skip_negation and is_verbal(an, node) and _has_no(an, kid):
            judgement.status = "denied" if judgement.status in ("happened", "planned", "possible") else judgement.status
            judgement.steps.append("no one did: denied")
        elif label == "mark":
            for cue in _matches(an, cues, kid, ("conj",), "clause", judgement):
                judgement.apply(cue)
                break
    for kid in an.children[node]:
        if an.dep[kid] == "advcl" and is_verbal(an, node):
            _apply_condition(an, cues, kid, judgement)
    if is_verbal(an, node) and _is_inverted(an, node):
        judgement.status = "possible"
        judgement.steps.append("inverted condition: possible")


def _is_inverted(an: Analysis, verb: int) -> bool:
    """"Should Baku attack", "Were they to leave": a condition without "if"."""
    first = next((k for k in an.children[verb] if an.dep[k] != "punct"), None)
    if first is None or an.dep[first] != "aux" or an.lemma[first] not in ("should", "be", "have"):
        return False
    return an.dep[verb] == "advcl" and any(an.dep[k] in SUBJECTS and k > first for k in an.children[verb])


def _modifier_kinds(an: Analysis, kid: int) -> tuple[str, ...]:
    if an.dep[kid] in ("aux", "auxpass"):
        return ("aux",)
    if an.dep[kid] in ("amod", "compound", "nmod"):
        return ("adj", "noun")
    if an.dep[kid] == "det":
        return ("det",)
    return ("adv", "adj", "det")


def _apply_condition(an: Analysis, cues: CueIndex[StatusCue], clause: int, judgement: Judgement) -> None:
    """"Will strike if ...": what hangs on a condition is possible, not planned."""
    if judgement.status not in ("planned", "possible"):
        return
    for kid in an.children[clause]:
        rows = [cue for cue in cues.get(an.lemma[kid]) if cue.pos == "conj" and "main" in cue.scope]
        if an.dep[kid] == "mark" and rows and judgement.status == "planned":
            judgement.status = "possible"
            judgement.steps.append(f"{rows[0].cue}: planned -> possible ({rows[0].where})")


def _apply_clauses_below(an: Analysis, cues: CueIndex[StatusCue], noun: int, judgement: Judgement) -> None:
    """"the visit, which was postponed"; "talks cancelled by Delhi": the clause tells what became of the noun."""
    if is_verbal(an, noun):
        return
    for kid in an.children[noun]:
        if an.dep[kid] not in ("relcl", "acl") or not is_verbal(an, kid):
            continue
        if is_passive(an, kid):
            place = "subjpass"
        elif any(an.dep[k] in SUBJECTS and an.tag[k] in ("WDT", "WP") for k in an.children[kid]):
            place = "subj"
        elif an.tag[kid] == "VB" and _has_to(an, kid) or not _has_gap(an, kid):
            continue
        else:
            place = "obj"
        for cue in _matches(an, cues, kid, ("verb",), place, judgement):
            judgement.apply(cue, negated=_is_negated(an, kid))
            _apply_own(an, cues, kid, judgement, skip_negation=True)
            break


def _has_gap(an: Analysis, clause: int) -> bool:
    """Whether a relative clause lacks an object, so that the noun above it is that object."""
    if an.dep[clause] == "acl":
        return True
    for kid in an.children[clause]:
        if an.dep[kid] == "dobj" and an.tag[kid] not in ("WDT", "WP"):
            return False
        if an.dep[kid] == "prep" and any(an.tag[grand] in ("WDT", "WP") for grand in an.children[kid]):
            return False
    return any(an.dep[kid] in SUBJECTS for kid in an.children[clause])


def _share_modality(an: Analysis, cues: CueIndex[StatusCue], node: int, head: int, judgement: Judgement) -> None:
    """"will visit and sign": a coordinated verb without a subject or auxiliary of its own shares the first one's."""
    if not (is_verbal(an, node) and is_verbal(an, head)):
        return
    if any(an.dep[kid] in SUBJECTS or an.dep[kid] in ("aux", "auxpass") for kid in an.children[node]):
        return
    if an.tag[node] in ("VB", "VBN", "VBG"):
        for kid in an.children[head]:
            if an.dep[kid] == "aux" and kid < head:
                for cue in _matches(an, cues, kid, ("aux",), "modifies", judgement):
                    judgement.apply(cue)
                    break


def _apply_future(an: Analysis, cues: CueIndex[StatusCue], verb: int, judgement: Judgement) -> None:
    """An act named in a phrase of time or occasion shares the future of its clause ("will sign it during the visit")."""
    for kid in an.children[verb]:
        if an.dep[kid] == "aux" and an.tag[kid] == "MD":
            for cue in _matches(an, cues, kid, ("aux",), "modifies", judgement):
                if judgement.status == "happened":
                    judgement.apply(cue)
                break


def _is_negated(an: Analysis, node: int) -> bool:
    return any(
        an.dep[kid] == "neg" or an.lemma[kid] in _NEGATIONS and an.dep[kid] in ("det", "advmod", "cc", "preconj")
        or an.dep[kid] in SUBJECTS and _has_no(an, kid)
        for kid in an.children[node]
    )  # fmt: skip


def _has_no(an: Analysis, noun: int) -> bool:
    """"No president has met": a negated subject denies the act."""
    return an.lemma[noun] in ("nobody", "none") or any(
        an.lemma[kid] in ("no", "neither") and an.dep[kid] in ("det", "preconj") for kid in an.children[noun]
    )


def _matches(
    an: Analysis, cues: CueIndex[StatusCue], at: int, kinds: tuple[str, ...], place: str, judgement: Judgement
) -> list[StatusCue]:
    """Rows for the word at `at` that have this place in their scope and whose conditions hold, most specific first."""
    found = []
    for key in dict.fromkeys((an.lemma[at], an.word[at].lower())):
        for cue in cues.get(key):
            if cue.pos in kinds and place in cue.scope and (not cue.types or judgement.type in cue.types):
                if _words_stand(an, cue, at) and all(_context(an, at, name) for name in cue.context):
                    found.append(cue)
    found.sort(key=lambda cue: (-len(cue.context) - len(cue.types[:1]), -len(cue.words)))
    return found


def _words_stand(an: Analysis, cue: StatusCue, at: int) -> bool:
    """Whether the other words of a multi-word cue stand around the look-up word."""
    before, after = cue.words[: cue.head], cue.words[cue.head + 1 :]
    start = at - len(before)
    if before and (start < 0 or any(w not in (an.lemma[start + i], an.word[start + i].lower()) for i, w in enumerate(before))):
        return False
    position = at
    for word in after:
        reach = 5 if cue.pos == "verb" and word != "to" else 1
        window = range(position + 1, min(position + 1 + reach, len(an.word)))
        position = next((i for i in window if word in (an.lemma[i], an.word[i].lower())), -1)
        if position < 0 or an.sentence[position] != an.sentence[at]:
            return False
    return True


def _context(an: Analysis, at: int, name: str) -> bool:
    """Whether a condition of a row holds at its word."""
    verb = an.head[at] if an.dep[at] in ("aux", "auxpass", "advmod", "neg", "mark") else at
    auxiliaries = [an.lemma[k] for k in an.children[verb] if an.dep[k] in ("aux", "auxpass")]
    if name == "passive":
        return is_passive(an, verb)
    if name == "past":
        return an.tag[verb] in ("VBD", "VBN") or "have" in auxiliaries or any(an.tag[k] == "VBD" for k in an.children[verb])
    if name == "present":
        return an.tag[verb] in ("VBZ", "VBP") or any(an.tag[k] in ("VBZ", "VBP") for k in an.children[verb])
    if name in ("future", "future_act"):
        return any(word in ("will", "shall", "would") for word in auxiliaries)
    if name == "negated":
        return _is_negated(an, verb)
    if name == "reported":
        return _is_reported(an, verb)
    if name == "subjunctive":
        return any(
            an.dep[k] == "ccomp" and (an.tag[k] == "VB" or any(an.lemma[a] == "should" for a in an.children[k]))
            for k in an.children[verb]
        )
    if name == "self":
        found = subjects(an, verb)
        return not found or an.dep[verb] == "xcomp" or an.pos[found[0]] == "PRON"
    return False


def _is_reported(an: Analysis, verb: int) -> bool:
    for _ in range(4):
        if an.dep[verb] == "ccomp":
            return True
        if an.dep[verb] not in ("conj", "xcomp") or an.head[verb] == verb:
            return False
        verb = an.head[verb]
    return False
