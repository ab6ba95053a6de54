"""The rules of time expressions, as patterns over the codes of `tokens`.

In: a string of codes. Out: `Match`es, left to right and not overlapping: which rule, and which words are its parts. An
expression is [clock] [prefix] base [suffix]: "10 a.m." + "early" + "next Thursday" + "morning". It must not know dates.

Codes: M month, W weekday (w short), S season, U unit, Q quarter, C century, H hour, D 1-31, Y year, 9 other number,
n number word, a one, o ordinal, E decade, I date in figures, e early, N end (noun), h half, A ago, b earlier, l later,
T this, t that, L last, P previous, X next, V following, y yesterday, p morning, c clock, z a.m., Z zone, O o'clock,
v named day, r now, k weekend, d the, f of, i in, & and, g from, G to, u until, R since/by, B before, F after, K every.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DAY = "[Do]"
_NAMED = "[TLPXVt]"
_COUNT = "(?:n|a|D|9)"
BASES = {
    "days of month": rf"M{_DAY}(?:[-G&u]){_DAY}(?![*9$UQCHzOZ])(?:,?Y)?|(?:d(?=o))?{_DAY}[-G&u]d?{_DAY}f?M(?:,?Y)?",
    "month day": rf"(?:[Ww]p?,?d?)?[TLXP]?M{_DAY}(?![z:])(?:,?Y(?![*9$])|,?f?[TLX]U)?",
    "day month": rf"(?:[Ww]p?,?)?(?:d(?=o))?{_DAY}f?M(?:,?Y(?![*9$])|,?f?[TLX]U)?",
    "figures": r"(?:[Ww],?)?I",
    "month year": r"M,?f?Y(?![*9$])|Mf?[TLX]U",
    "named month": r"d?(?:T[LX]|[TLPX])M|dVM",
    "season year": r"d?S,?f?Y(?:-[YD](?!-))?|d?Sf?[TLX]U",
    "named season": r"d?(?:T[LX]|[TLPXVt])S|(?<=[ief])dS",
    "quarter": r"d?(?:Y'?|[TLXP]U'|U-?[Ab]-?)?j?-?o-?Q(?:,?f?d?j?Y|f?d?[TLXP]j?U|aUA|aU[bA])?",
    "quarter of before": r"d?[UQ]-?[Ab]-?[QJ]|[dL]?Q(?:aUA)|d?j?J[LP]U",
    "years": r"Y-(?:Y|D|9)(?![9-])",
    "decade": r"d?E",
    "century": r"d?o-?C",
    "ago": r"q?(?:a?n|a|D|9)-?[UQC](?:&[n_])?-?[A]|d?U-A|[LP]?U-A",
    "shifted": rf"q?{_COUNT}-?[UQ](?:&[n_])?-?[bl]|d?[UQ]-b",
    "counted": r"d?[LXPV]j?(?:q?(?:n|D|9))[UQC]|d?[LXPV]q?aU",
    "weekday": r"(?:d?[TLPX]{1,2}|dV|d)?W(?:f[TLX]U)?",
    "named period": rf"d?(?:T[LX]|{_NAMED})(?:d?j)?[UQCkJ]",
    "named part": r"[Tt]p|d[VXtP]p|Lp",
    "near day": r"y",
    "weekend": r"d?k",
    "named day": r"(?:d?[TLPX]|dV|d)?v(?:,?f?Y|f?[TLX]U)?",
    "edge of unit": r"U'?-?N",
    "here": r"d(?:j?Q|J)|djU",
    "year": r"(?<![!$9DY])(?<!9-)(?:d?j|d(?=YJ))?Y(?:J)?(?![9*$HOzZ])",
    "spelled year": r"(?:d?U)?nn(?:-?[na])?|d?Un",
    "time": r"(?:c|[Dn])(?:z|O)Z?|cZ?|YZ",
    "repeated": rf"K(?:{_COUNT})?[UQWMSHpk]|%",
    "month": r"(?:d(?=M-))?M",
    "reference": r"r",
    "in the past": r"(?<=i)dL(?![nDaUQCWMSEjLqok9pvTXTh])",
}
_PREFIX = r"""
    (?P<edge>d?e-?(?:i(?=d?[TLXVYEtMSU])|id(?=[EoCU]))?|d?Nf(?=.)|N-)
   |(?P<part_of>d?(?:[oL]|o-)?(?:n|[oL])?(?:[UQC]|h)f(?=d?[TLXPVWMYSEDtojUQ]))
   |(?P<within>[bl]i?(?=[TLtWyMX]|d[UVSkp]))"""
_OPENING = r"(?=[^_,.f&>*!'(i$\-gGuRBFZzOHAJ])"
_CLOCK = r"(?:(?:[cD]z|c|[Dn]O|p)Z?,?i?)"
_SUFFIX = r"(?:i?d?p|,?i?(?:[cD]z|c(?![9_-]))Z?)"


def _compile() -> re.Pattern[str]:
    bases = "|".join(f"(?P<b{number}>{pattern})" for number, pattern in enumerate(BASES.values()))
    inside = r"(?P<unit>(?<=[f])d?[UQ]|(?<=e)i?dU|(?<=[bl]i)dU|(?<=[bl]i)d[kp])"
    whole = rf"{_OPENING}(?P<clock>{_CLOCK})?(?:{_PREFIX})?(?P<base>{bases}|{inside})(?P<suffix>{_SUFFIX})?"
    return re.compile(whole, re.VERBOSE)


_RULE = _compile()
_NAMES = tuple(BASES)


@dataclass(frozen=True, slots=True)
class Match:
    """One expression: rule and token ranges (half-open) of the whole, its prefix and its base.

    Attributes:
        rule: key of `BASES`, or "unit" for "the year" after a prefix.
        first: first token; `last`: token after the last.
        prefix: "edge" (early), "part_of" (the first week of), "within" (earlier), or "".
        prefix_first: tokens of the prefix, `prefix_first` to `base_first`.
        base_first: tokens of the base, `base_first` to `base_last`.
        clocked: whether a time of day stands beside the base.
    """

    rule: str
    first: int
    last: int
    prefix: str
    prefix_first: int
    base_first: int
    base_last: int
    clocked: bool


def find_matches(codes: str) -> Iterator[Match]:
    """All expressions in a string of codes, left to right."""
    for found in _RULE.finditer(codes):
        rule = next((name for n, name in enumerate(_NAMES) if found[f"b{n}"] is not None), "unit")
        if rule == "unit" and not any(found[name] for name in ("edge", "part_of", "within")):
            continue
        prefix = next((name for name in ("edge", "part_of", "within") if found[name]), "")
        yield Match(
            rule, found.start(), found.end(), prefix, found.start(prefix) if prefix else found.start("base"),
            found.start("base"), found.end("base"), bool(found["clock"] or found["suffix"]),
        )  # fmt: skip
