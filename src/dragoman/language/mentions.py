"""Who is named in a document: states, organisations, groups, persons, roles, places, and the words that point back.

In: a document, its analysis, the world. Out: mentions in text order, each resolved to actor codes where it stands for
an actor, with the row or rule that decided. Knows the vocabulary, not the events.
"""

from dataclasses import replace

from dragoman.language.anaphora import resolve_anaphora
from dragoman.language.names import Found, find_names
from dragoman.language.persons import Naming, Person, find_persons
from dragoman.language.roles import Context, head_of, is_indefinite, name_mentions, role_mentions
from dragoman.model.analysis import Analysis, Mention
from dragoman.model.document import Document
from dragoman.text.edtf import bounds_of
from dragoman.vocab.world import World

SHARED_OFFICES = frozenset({"OFFICIAL", "DIPLOMAT", "LEG", "OFFICER", "RELATION", "PARTY", "COP", "JUD"})
"""Offices that many people of a side hold at a time: "the official" need not be the one named before."""


def find_mentions(doc: Document, an: Analysis, world: World) -> tuple[Mention, ...]:
    """All mentions of an analysis, in text order; nested names ("Pakistan" in "Pakistan's president") are kept."""
    day = day_of(doc)
    found = find_names(an, world, day)
    persons = find_persons(an, world, found, day)
    covered = {t: p for p in persons for n in p.namings for t in range(n.first, n.last)}
    names = {t: each for each in found for t in range(each.first, each.last)}
    titled = {t: p for p in persons for n in p.namings for t in range(n.start, n.stop)}
    context = Context(names, {**titled, **covered}, world, day)
    mentions = [*_person_mentions(an, persons), *name_mentions(an, _free(found, covered), context)]
    mentions.extend(name_role(mention, an, persons) for mention in role_mentions(an, context))
    mentions.sort(key=lambda m: (m.first, m.last))
    return tuple(resolve_anaphora(an, mentions, world.rebels, day))


def name_role(mention: Mention, an: Analysis, persons: list[Person]) -> Mention:
    """An office that one person of a side holds ("the Russian president") is that person of the document."""
    if len(mention.codes) != 1 or an.tag[mention.head] not in ("NN", "NNP") or mention.former:
        return mention
    if not mention.office or mention.office in SHARED_OFFICES or is_indefinite(an, mention.head):
        return mention
    for person in persons:
        if person.codes == mention.codes and mention.office in person.offices and not person.former:
            return replace(mention, name=person.name, entity=person.number)
    return mention


def day_of(doc: Document) -> str:
    """The ISO day on which the text speaks, "" if the document is undated."""
    first, last = bounds_of(doc.published)
    day = last or first
    return day.isoformat() if day else ""


def _free(found: list[Found], covered: dict[int, Person]) -> list[Found]:
    return [each for each in found if each.first not in covered]


def _person_mentions(an: Analysis, persons: list[Person]) -> list[Mention]:
    found: list[Mention] = []
    for person in persons:
        for naming in person.namings:
            named = _person_mention(an, person, naming)
            found.append(named)
            found.extend(_title_mention(an, named, naming))
    return found


def _title_mention(an: Analysis, named: Mention, naming: Naming) -> list[Mention]:
    """The noun that governs name and title ("the *president*, Ann Lee") stands for the person too."""
    head = named.head
    while an.head[head] != head and naming.start <= an.head[head] < naming.first:
        if an.pos[an.head[head]] not in ("NOUN", "PROPN"):
            break
        head = an.head[head]
    if head == named.head or an.tag[head] in ("NNS", "NNPS") or not naming.left.titles:
        return []
    return [replace(named, first=head, last=head + 1, head=head, kind="role")]


def _person_mention(an: Analysis, person: Person, naming: Naming) -> Mention:
    former = person.former or (not person.serving and (naming.left.former or naming.right.former))
    return Mention(
        naming.first, naming.last, head_of(an, naming.first, naming.last), "person", person.name, person.codes,
        person.sector, person.number, person.how, False, former, "|".join(sorted(person.offices)),
    )  # fmt: skip
