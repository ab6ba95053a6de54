"""Level and trend under way, and the arithmetic by which rows of the relation tables add to them (`docs/cues.md`).

In: rows, from the inside of the phrase outwards. Out: level and trend with the rows that gave them. No grammar here.
"""

from dataclasses import dataclass, field

from dragoman.vocab.relations import RelationNoun, RelationWord

_TURNED = {"good": "bad", "bad": "good", "neutral": "neutral", "": ""}

_ONLY_OF = {"growth": "worsening", "lessening": "improving"}
"""By effect the trend of rows that tell nothing of a bare relation: tension is sparked or soothed, no relations are."""


@dataclass(slots=True)
class Judgement:
    """Level and trend under way, the tokens that carry them, the relation nouns used up, the rows that decided."""

    level: str
    trend: str
    tokens: set[int] = field(default_factory=set)
    used: set[int] = field(default_factory=set)
    why: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether anything is judged."""
        return bool(self.level or self.trend)

    def apply(self, row: RelationWord | RelationNoun, token: int) -> None:
        """Add what a row says of the words under it."""
        effect = row.effect if isinstance(row, RelationWord) else ""
        if effect in _ONLY_OF and row.trend == _ONLY_OF[effect] and not self:
            return
        bad = self.level == "bad" or not self.level and self.trend == "worsening"
        if effect == "growth":
            self.trend = "worsening" if bad else "improving"
        elif effect == "lessening":
            self.trend = "improving" if bad else "worsening"
        elif effect == "end":
            self.level, self.trend = "", "improving" if bad else "worsening"
        elif effect == "halt":
            self.trend = "steady"
        elif effect == "strength":
            self.level = self.level or row.level
        elif effect == "desire":
            if self.trend not in ("steady", "worsening"):
                self.level, self.trend = ("" if self.level == "good" else self.level), "improving"
        elif effect == "hindrance":
            self.level, self.trend = row.level, row.trend
        elif effect == "negation":
            self.negate(("", ""))
        elif row.trend == "steady":
            self.level, self.trend = self.level or row.level, self.trend or "steady"
        else:
            self.level, self.trend = row.level or self.level, row.trend or self.trend
        self.tokens.add(token)
        self.why.append(row.where)

    def deny_word(self) -> None:
        """Deny a word that judges by itself: no friends are bad, but no fear is not friendship."""
        self.level = "bad" if self.level == "good" else ""
        self.trend = ""
        self.why.append("negated")

    def turn_word(self) -> None:
        """"No longer an ally", "no longer a threat": what the word says has ended."""
        self.level, self.trend = ("bad", "worsening") if self.level == "good" else ("", "improving")
        self.why.append("no longer")

    def negate(self, before: tuple[str, str]) -> None:
        """Deny what was added since `before`: a level turns, a change that does not come leaves things as they were."""
        level, trend = before
        if self.trend and self.trend != trend:
            self.trend = trend or "steady"
        elif self.level != level:
            self.level = _TURNED[self.level]
        self.why.append("negated")
