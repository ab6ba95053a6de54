"""Where personal names stand: the tokens of each name, and the run of titles and offices before and behind it.

In: an analysis, the world, the names of the gazetteer found in it. Out: token spans. Whose names they are is told in
`persons.py`.
"""

from dragoman.language.descriptions import title_at
from dragoman.language.names import Found, is_dash, is_ruler
from dragoman.model.analysis import Analysis
from dragoman.vocab.word_groups import word_group
from dragoman.vocab.world import World

_LEFT_STOP = frozenset({".", ";", ":", "(", ")", '"', "-", "--", "?", "!"})
_HELD = frozenset({"NNP", "NNPS"})
_CALENDAR = word_group("calendar")


def name_spans(an: Analysis, world: World, found: list[Found], day: str) -> list[tuple[int, int]]:
    """Token spans of personal names: known holders, recognised persons, and capitalised words after a title."""
    taken = {t for each in found if each.name.kind != "person" for t in range(each.first, each.last)}
    owners = {each.first: each for each in found}
    spans: dict[int, int] = {}
    for first, last, label in an.names:
        if label == "PERSON" or (label in ("ORG", "GPE", "NORP", "FAC") and _after_title(an, world, first, last)):
            span = _trim(an, world, first, last, taken)
            if span:
                spans[span[0]] = span[1]
    covered = {t for first, last in spans.items() for t in range(first, last)}
    for each in found:
        if each.name.kind == "person" and not covered & set(range(each.first, each.last)):
            first, last = each.first, _extend(an, each.last, taken)
            spans[first] = last
            covered.update(range(first, last))
    for token in range(len(an.word)):
        if token in covered or token in taken or an.tag[token] not in _HELD or not an.word[token][:1].isupper():
            continue
        if _is_explained(an, world, token, taken | covered, owners):
            spans[token - 1] = token + 1
            continue
        titled = _after_title(an, world, token, token + 1) and title_at(an, world, token) is None
        if titled or is_ruler(an, world, token, day):
            spans[token] = _extend(an, token + 1, taken | covered)
            covered.update(range(token, spans[token]))
    merged = _merge(an, sorted(spans.items()))
    return [_with_he(an, *span) for span in merged if not _is_date(an, world, *span)]


def _with_he(an: Analysis, first: int, last: int) -> tuple[int, int]:
    """ "He Lifeng", "told He Ping": the pronoun never stands before one bare name, so "He" is the surname."""
    alone = last - first == 1 and first > 0 and an.sentence[first - 1] == an.sentence[first]
    return (first - 1, last) if alone and an.word[first - 1] == "He" else (first, last)


def _is_date(an: Analysis, world: World, first: int, last: int) -> bool:
    """ "Tue Jul", "March": no person, unless a title stands before ("Mrs May")."""
    return all(an.word[t].lower() in _CALENDAR for t in range(first, last)) and not _after_title(an, world, first, last)


def _is_explained(an: Analysis, world: World, token: int, taken: set[int], owners: dict[int, Found]) -> bool:
    """ "Ann Lee, the defence minister": two capitalised words and then an office."""
    before = token - 1
    if token + 2 >= len(an.word) or an.word[token + 1] != "," or before in taken or an.head[before] != token:
        return False
    if an.tag[before] not in _HELD or title_at(an, world, before) or title_at(an, world, token):
        return False
    first, last = right_edge(an, world, token + 1, owners)
    hits = [hit for at in range(first, min(last, first + 6)) if (hit := title_at(an, world, at))]
    return bool(hits) and hits[-1][1].kind == "title" and an.tag[hits[-1][0] - 1] in ("NN", "NNP")


def _merge(an: Analysis, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join two halves of one name: the first is compounded to the second."""
    out: list[tuple[int, int]] = []
    for first, last in spans:
        if out and out[-1][1] == first and an.dep[first - 1] == "compound" and first <= an.head[first - 1] < last:
            out[-1] = out[-1][0], last
        else:
            out.append((first, last))
    return out


def _after_title(an: Analysis, world: World, first: int, last: int) -> bool:
    """Whether a title that takes a name stands directly before ("President", "Mr")."""
    if first == 0 or an.sentence[first - 1] != an.sentence[first] or not an.word[last - 1][:1].isupper():
        return False
    for back in range(1, 5):
        at = first - back
        if at < 0 or an.sentence[at] != an.sentence[first]:
            return False
        hit = title_at(an, world, at)
        if hit and hit[0] == first:
            name = hit[1]
            ranked = name.kind == "title" and name.office != "OFFICIAL"
            return name.kind == "honorific" or (ranked and an.word[at][:1].isupper())
    return False


def _trim(an: Analysis, world: World, first: int, last: int, taken: set[int]) -> tuple[int, int] | None:
    last = next((t for t in range(first + 1, last) if is_dash(an, world, t)), last)
    while last > first and (
        an.word[last - 1] in ("'s", "'", ",", ".", "-", '"') or not an.word[last - 1][:1].isalpha()
    ):
        last -= 1
    while first < last:
        hit = title_at(an, world, first)
        if hit and hit[0] < last:
            first = hit[0]
        elif first in taken or not an.word[first][:1].isalpha():
            first += 1
        else:
            break
    if first >= last or any(t in taken for t in range(first, last)):
        return None
    if not an.word[last - 1][:1].isupper() or (last - first == 1 and title_at(an, world, first)):
        return None
    return first, last


def _extend(an: Analysis, last: int, taken: set[int]) -> int:
    while (
        last < len(an.word) and last not in taken and an.sentence[last] == an.sentence[last - 1]
        and an.tag[last] in _HELD and an.word[last][:1].isupper() and an.dep[last - 1] == "compound"
    ):  # fmt: skip
        last += 1
    return last


def left_edge(an: Analysis, world: World, first: int, owners: dict[int, Found]) -> int:
    """Where the run of titles, nationalities and possessors before a name begins."""
    begins = {}
    for token in range(max(0, first - 9), first):
        if an.sentence[token] != an.sentence[first]:
            continue
        if token in owners:
            begins[owners[token].last] = token
        hit = title_at(an, world, token)
        if hit:
            begins[hit[0]] = min(token, begins.get(hit[0], token))
    inside = {t: found.first for found in owners.values() for t in range(found.first + 1, found.last)}
    edge = at = first
    while at > 0 and an.sentence[at - 1] == an.sentence[first]:
        if at in begins and begins[at] < at:
            at = edge = inside.get(begins[at], begins[at])
        elif (
            an.word[at - 1] in ("'s", "'", "of", "the", "'")
            and edge <= at + 1
            or an.word[at - 1] in ("and", "-", "/")
            and edge == at
            and at in owners
            and _leads_to(begins, at - 1)
            or an.word[at - 1] in ("to", "for")
            and edge <= at + 1
            and _leads_to(begins, at - 1)
            or an.word[at - 1] == ","
            and edge == at
            and _is_apposed(an, first)
            or an.pos[at - 1] in ("ADJ", "PROPN", "NOUN")
            and an.word[at - 1] not in _LEFT_STOP
            and first - at < 7
            and _leads_to(begins, at - 1)
        ):
            at -= 1
        else:
            break
    return edge


def _is_apposed(an: Analysis, first: int) -> bool:
    """ "The chairman, Mushahid Hussain": the name after the comma stands in apposition to what is before it."""
    token = first
    while an.dep[token] == "compound" and an.head[token] > token:
        token = an.head[token]
    return an.dep[token] == "appos" and an.head[token] < first


def _leads_to(begins: dict[int, int], end: int) -> bool:
    return end in begins


def right_edge(an: Analysis, world: World, last: int, owners: dict[int, Found]) -> tuple[int, int]:
    """The description after a name: ", Pakistan's former foreign minister," gives the tokens between the commas."""
    if last >= len(an.word) or an.word[last] not in (",", "(") or an.sentence[last] != an.sentence[last - 1]:
        return last, last
    at = last + 1
    if at < len(an.word) and an.tag[at] == "IN" and an.lemma[at] not in ("of", "for"):
        return last, last  # "Mr Lee, alongside the Chadian leader, said": the title is another's
    limit = min(len(an.word), last + 16)
    while at < limit and an.sentence[at] == an.sentence[last] and an.word[at] not in (",", ")", "."):
        if an.tag[at] in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB", "VBG"):
            break
        at += 1
    opening = an.word[last + 1].lower() if last + 1 < len(an.word) else ""
    begins_well = (
        opening in ("a", "an", "the", "former", "then") or last + 1 in owners or bool(title_at(an, world, last + 1))
        if at > last + 1
        else False
    )
    return (last + 1, at) if begins_well or _has_title(an, world, last + 1, at) else (last, last)


def _has_title(an: Analysis, world: World, first: int, last: int) -> bool:
    return any((hit := title_at(an, world, at)) and hit[1].kind in ("title", "private") for at in range(first, last))
