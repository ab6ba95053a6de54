"""Events: each word that names an act between political actors, with its sides, status, date, place and voice.

In: a `Reading` of one document. Out: `Event` records. The order is fixed: triggers, sides, what the text before lends,
status, place, date, voice; then what is no event after all is dropped, and what is told twice in one sentence is one.
"""

from dragoman.extract.dates import EventDate, find_date
from dragoman.extract.events.acts import keep_acts
from dragoman.extract.events.beside import find_beside
from dragoman.extract.events.blame import blame_doers
from dragoman.extract.events.confidence import Backdrop, features_of, score_confidence
from dragoman.extract.events.context import lend_sides
from dragoman.extract.events.demands import find_demands
from dragoman.extract.events.drafts import Draft
from dragoman.extract.events.known import add_named, find_named, settle_named
from dragoman.extract.events.matching import Match, match_predicate
from dragoman.extract.events.places import find_place
from dragoman.extract.events.presence import find_presence
from dragoman.extract.events.quotes import quote_span
from dragoman.extract.events.refusals import find_refusal
from dragoman.extract.events.retold import share_dates
from dragoman.extract.events.roles import VICTIM_TYPES, fill_roles
from dragoman.extract.events.shells import find_shells
from dragoman.extract.events.upcoming import share_plans
from dragoman.extract.events.voicing import voice_of
from dragoman.extract.events.weighing import weigh_sides
from dragoman.extract.grammar.participants import Side, join_sides
from dragoman.extract.grammar.tree import clause_of
from dragoman.extract.reading import Reading
from dragoman.extract.status import Judgement, judge_status
from dragoman.extract.undated import bound_by_publication, lie_apart, lies_ahead, recent, told_as_past
from dragoman.model.analysis import Analysis
from dragoman.model.records import Event, Reason
from dragoman.text.hashing import make_id


def find_events(reading: Reading) -> list[Event]:
    """All events of a document, in text order."""
    drafts = keep_acts(reading, find_rows(reading))
    _settle(drafts)
    share_plans(reading, drafts)
    share_dates(reading, drafts)
    backdrop = Backdrop.of(reading, drafts)
    return [_finish(reading, draft, backdrop) for draft in drafts]


def find_rows(reading: Reading) -> list[Draft]:
    """All that may be acts between sides, with their sides, in text order."""
    plain = find_drafts(reading)
    named = find_named(reading, plain)
    plain = add_named(reading, plain, named)
    drafts = lend_sides(reading, plain)
    weigh_sides(reading, plain, drafts)
    known = settle_named(reading, plain, drafts, named)
    blame_doers(plain, drafts, known)
    drafts = _without_repeats(reading, [draft for draft in drafts if _has_sides(draft)])
    drafts.extend(find_beside(reading, drafts))
    drafts.extend(find_demands(reading, drafts))
    drafts.extend(find_presence(reading, drafts))
    drafts.extend(find_shells(reading, drafts))
    return sorted(drafts, key=lambda draft: draft.token)


def find_drafts(reading: Reading) -> list[Draft]:
    """The acts that words of the document name, with the sides that their grammar gives, in text order."""
    drafts = (_draft(reading, token) for token in range(len(reading.an.word)))
    return [draft for draft in drafts if draft is not None and _is_candidate(draft)]


def _without_repeats(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in drafts:
        if not _is_repeat(reading, draft, kept):
            kept.append(draft)
    return kept


def _is_anothers(reading: Reading, match: Match) -> bool:
    """ "X condemned the attack", "vetoed the resolution": the subject of an act about an act does not do the latter.

    It does where it gives its word for it ("pledged aid", "threatened sanctions").
    """
    verb = match.slots.carrier
    if verb is None or verb == match.carrier:
        return False
    carrying = match_predicate(reading.an, reading.who, reading.world.lexicon, verb)
    return carrying is not None and carrying.frame.name != "promises" and carrying.predicate.type != "THREATEN"


def _settle(drafts: list[Draft]) -> None:
    """Where a sentence leaves a plan open and the same document tells that it was put off or called off, take that."""
    ended = [d for d in drafts if d.judgement.status in ("cancelled", "postponed") and d.type == "CONSULT"]
    for draft in drafts:
        if draft.type != "CONSULT" or draft.judgement.status != "planned":
            continue
        for other in ended:
            same = other.sides == draft.sides and other.people == draft.people
            if same and draft.people and not lie_apart(draft.date.value, other.date.value):
                draft.judgement.status = other.judgement.status
                draft.judgement.steps.append(f"told elsewhere in the text: {other.judgement.status}")
                break


def _draft(reading: Reading, token: int) -> Draft | None:
    an = reading.an
    mention = reading.who.covering.get(token)
    if an.pos[token] == "PROPN" and token in reading.who.name_tokens or _is_half_a_word(an, token):
        return None
    if mention and mention.kind in ("state", "organisation", "group", "person", "place", "pronoun"):
        return None
    matched = match_predicate(an, reading.who, reading.world.lexicon, token)
    if matched is None:
        return None
    if mention and mention.kind == "role" and mention.head == token and matched.predicate.weight < 0.8:
        return None
    if _is_anothers(reading, matched):
        matched.slots.lent.pop("subj", None)
    judgement = judge_status(
        an, reading.world.status_cues, token, matched.predicate.type or "", carrier=matched.carrier
    )
    refusal = find_refusal(an, reading.world.lexicon, token, matched, judgement)
    if refusal is not None:
        matched, judgement = refusal, Judgement("REJECT", steps=["assent withheld"])
    nationals = matched.predicate.type in VICTIM_TYPES
    roles = fill_roles(matched.frame, matched.slots, reading.who, token, nationals=nationals)
    place = find_place(an, reading.who, token, matched.slots, matched.frame.name)
    return Draft(token, matched, roles, judgement, find_date(reading, token), place)


def _is_half_a_word(an: Analysis, token: int) -> bool:
    """ "War-ravaged", "attack-proof": what a land or thing is like, no act told."""
    return an.dep[token] == "npadvmod" and an.word[token + 1 : token + 2] == ("-",) and an.head[token] == token + 2


def _is_candidate(draft: Draft) -> bool:
    """Not an act inside one state, nor one of private people.

    Of talks whose own words name one state alone ("Arab foreign ministers met in Rabat") the text may tell the others.
    """
    if draft.roles.domestic and draft.match.frame.name != "mutual":
        return False
    private = draft.roles.actors.private and not draft.sides
    return not private or draft.type in ("PROTEST", "ASSAULT", "MOBILIZE", "RETREAT", "AGREE")


def _has_sides(draft: Draft) -> bool:
    """Enough known sides for this entry, once the text has lent what it can."""
    sides = draft.sides
    if not sides:
        return False
    needs = {"both": 2, "one": 1, "none": 1}[draft.predicate.needs_actor]
    if draft.roles.mutual and draft.predicate.weight < 0.6:
        needs = max(needs, 2)
    return len(sides) >= needs and (len(sides) > 1 or draft.predicate.weight >= 0.6)


def _is_repeat(reading: Reading, draft: Draft, drafts: list[Draft]) -> bool:
    """One record for each event and sentence: a second word for the same act of the same sides adds nothing."""
    an = reading.an
    for earlier in reversed(drafts):
        if an.sentence[earlier.token] != an.sentence[draft.token]:
            return False
        covered = bool(draft.sides) and earlier.type == draft.type and earlier.sides >= draft.sides
        if covered and _is_one_act(an, draft, earlier) and not _is_denied_beside(an, draft, earlier):
            return True
    return False


def _is_one_act(an: Analysis, draft: Draft, earlier: Draft) -> bool:
    """Whether one word hangs on the other, or both stand in one clause and the sides of the later are lent.

    Nouns listed side by side are as many acts ("an arms embargo, a freeze of assets and travel bans").
    """
    token, other = draft.token, earlier.token
    if an.dep[token] == "conj" and an.pos[token] == "NOUN":
        return False
    if an.head[token] == other or an.head[other] == token:
        return True
    return bool(draft.carried) and clause_of(an, token) == clause_of(an, other)


def _is_denied_beside(an: Analysis, draft: Draft, earlier: Draft) -> bool:
    """ "Came on Monday; no king had ever come" tells two things, "the trip was no ordinary visit" only one."""
    statuses = {draft.judgement.status, earlier.judgement.status}
    return len(statuses) > 1 and "denied" in statuses and an.dep[draft.token] != "attr"


def _finish(reading: Reading, draft: Draft, backdrop: Backdrop) -> Event:
    doc, an = reading.doc, reading.an
    trigger = (an.start[draft.token], an.end[draft.token])
    span = quote_span(an, draft.token)
    voice, why = voice_of(reading, draft)
    actors, recipients = _order_sides(draft)
    type_, status = draft.type, draft.judgement.status
    if not draft.date.value and status == "happened":
        draft.date = recent(reading, draft.token, type_)
    date = draft.date.for_status(status, doc.published)
    if status == "happened" and lies_ahead(date, doc.published) and told_as_past(reading, draft.token, type_):
        draft.date, date = EventDate(why="told as past: the time is not after publication"), ""
    elif status == "happened" and lies_ahead(date, doc.published):
        status = "planned"
        draft.judgement.status = status
        draft.judgement.steps.append("dated after the text: planned")
    if not date:
        draft.date = bound_by_publication(reading, status, draft.token)
        date = draft.date.value
    features = features_of(reading, draft, voice, backdrop)
    confidence = score_confidence(features, reading.world.confidence)
    grounds = "; ".join(f"{name}={value:.2g}" for name, value in features.items())
    reasons = (*_reasons(draft, voice, why), Reason("confidence", f"{confidence:.2f}", grounds))
    return Event(
        id=make_id("e", [doc.id, trigger[0], trigger[1], type_]),
        document=doc.id,
        quote=doc.text[span[0] : span[1]],
        span=span,
        trigger=doc.text[trigger[0] : trigger[1]],
        trigger_span=trigger,
        type=type_,
        status=status,
        actors=actors.codes,
        recipients=recipients.codes,
        people=draft.people,
        date=date,
        place=draft.place,
        voice=voice,
        mode=draft.predicate.mode,
        actor_sectors=actors.sectors,
        recipient_sectors=recipients.sectors,
        unofficial=actors.unofficial,
        confidence=confidence,
        background=draft.history or reading.is_background(date),
        reasons=reasons,
    )


def _order_sides(draft: Draft) -> tuple[Side, Side]:
    roles = draft.roles
    if roles.mutual:
        return join_sides([roles.actors, roles.recipients]), Side()
    return roles.actors, roles.recipients




def _reasons(draft: Draft, voice: str, why: str) -> tuple[Reason, ...]:
    found = [Reason("type", draft.type, draft.predicate.where)]
    gave = " and ".join(slot for slot in draft.roles.gave if slot)
    for label, side in (("actors", draft.roles.actors), ("recipients", draft.roles.recipients)):
        if side.codes:
            found.append(
                Reason(label, ",".join(side.codes), f"slots {gave}: " + "; ".join(why for why in side.how if why))
            )
    if draft.carried:
        found.append(Reason("sides", ",".join(sorted(draft.sides)), draft.carried))
    for step in draft.judgement.steps or ["told as a fact"]:
        found.append(Reason("status", draft.judgement.status, step))
    found.append(Reason("date", draft.date.value, draft.date.why))
    found.append(Reason("voice", voice, why))
    return tuple(found)
