"""What the words around a name say about its bearer: office, state, former or acting, or a mere honorific.

In: a run of tokens ("Pakistan's former foreign minister"). Out: one `Description`. Reads left to right, no parse.
"""

from dataclasses import dataclass

from dragoman.language.names import Found
from dragoman.model.analysis import Analysis
from dragoman.vocab.gazetteer import Name, fold_word
from dragoman.vocab.world import World

PARTY = "PTY"
"""Sector of parties and their leaders, who do not speak for the state."""
REBEL = "REB"
"""Sector of armed opponents of a state, and of their leaders."""
FORMER = "FORMER"
"""Office of words that say of an office that it is over."""
_SENT = frozenset({"ENVOY", "DIPLOMAT"})
"""Whose "to" and "for" tell to which land they go."""
_LANDS = frozenset({"state", "capital", "adjective", "people", "prefix"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_OF_OTHERS = frozenset({"of", "for", "to", "with"})
"""After these an office is another's: "adviser to the president"."""
OWNERS = frozenset({"state", "capital", "adjective", "organisation", "group", "body", "people", "prefix"})


@dataclass(frozen=True, slots=True)
class Description:
    """Office and side read from a run of words.

    Attributes:
        titles: titles found, in order.
        codes: actors named as the side ("Pakistan's" -> PAK).
        sector: of the last title or body, "UNK" without one.
        former: "former", "ex-", "retired" stand in it.
        private: a title of somebody who speaks for no actor (professor, analyst).
        how: what gave the codes.
        needs_state: a body is named whose state is not ("the Senate").
    """

    titles: tuple[Name, ...] = ()
    codes: tuple[str, ...] = ()
    sector: str = "UNK"
    former: bool = False
    private: bool = False
    how: str = ""
    needs_state: bool = False

    @property
    def offices(self) -> frozenset[str]:
        """Office codes of the titles."""
        return frozenset(title.office for title in self.titles if title.office not in ("", FORMER))


def describe(an: Analysis, world: World, first: int, last: int, owners: dict[int, Found]) -> Description:
    """Read tokens `first` to `last` (exclusive); `owners` maps a token to the name that begins there."""
    titles: list[Name] = []
    codes: list[str] = []
    how: list[str] = []
    sector, at, title_end = "UNK", first, -1
    former = opposed = open_body = others = thing = False
    while at < last:
        found = owners.get(at)
        if found and found.last <= last:
            at = found.last
            owns = found.name.kind == "person" and at < last and an.word[at] in _POSSESSIVE
            if thing and not titles:  # "Over the Chad resolution Sudan's envoy said": Chad is no owner
                codes, how = [], []
            sent = others and titles[-1].office in _SENT and found.name.kind in _LANDS
            if (found.name.kind not in OWNERS and not owns) or sent:
                continue
            open_body |= found.name.needs_state
            sector = found.name.sector if found.name.sector != "UNK" else sector
            codes.extend(code for code in found.name.codes if code not in codes)
            how.append(found.name.how)
            office = title_at(an, world, found.last - 1) if found.name.kind == "organisation" else None
            if office and office[1].kind == "title":  # "UN envoy" is listed among the names of the UN
                title_end = found.last
                titles.append(office[1])
            continue
        if titles and title_end == at and an.word[at] in _POSSESSIVE:
            titles, sector = [], "UNK"
        if an.word[at] == "," and not titles:
            codes, how = [], []
        if titles and an.lemma[at] in _OF_OTHERS and titles[-1].kind == "title":
            others = True
        hit = title_at(an, world, at)
        if others and hit and hit[1].sector == REBEL and hit[1].kind == "agent":
            sector = REBEL  # "the vice president of the rebel council"
        if hit and hit[0] <= last and not others:
            title_end, name = hit
            former |= name.office == FORMER
            opposed |= name.kind == "modifier" and name.office == "OPPOSITION"
            opposed |= name.sector == PARTY
            if name.kind in ("title", "agent", "private"):
                led = bool(titles) and titles[-1].sector == REBEL  # "the rebel minister" is the rebels'
                titles.append(name)
                sector = name.sector if name.sector not in ("UNK", "") and not led else sector
            at = title_end
            continue
        thing |= an.pos[at] == "NOUN"
        at += 1
    side = any(code.startswith("GRP:") for code in codes)
    private = bool(titles) and (opposed and not side or all(title.kind == "private" for title in titles)) and not former
    return Description(tuple(titles), tuple(codes), sector, former, private, "; ".join(dict.fromkeys(how)), open_body)


def title_at(an: Analysis, world: World, at: int) -> tuple[int, Name] | None:
    """(end, entry) of the longest title that begins at token `at`, also in the plural; None if none does."""
    best: tuple[int, Name] | None = None
    for column in (an.word, an.lemma):
        if fold_word(column[at].lower()) not in world.titles:
            continue
        hit = world.titles.at(_plain(column, an, at), 0)
        if hit and (best is None or at + hit.last > best[0]):
            best = at + hit.last, hit.names[0]
    return best


def _plain(column: tuple[str, ...], an: Analysis, at: int) -> list[str]:
    stop = min(at + 6, len(column))
    return [fold_word(column[i].lower()) for i in range(at, stop) if an.sentence[i] == an.sentence[at]]
