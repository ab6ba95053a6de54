"""The forms in which a text claims that a visit is the first of its kind, or names the last one before it.

In: nothing. Out: patterns with the groups `kind`, `act`, `rest` and often `who`, and the year of the last one before
that a claim names. It must not know events.
"""

import re

_WHO = r"(?P<who>(?:\s+[A-Za-z-]+){1,6}?)"
_COME = (
    r"(?:visited|travelled|traveled|been|come|gone|flown|set\s+foot|paid\s+a\s+visit|made\s+(?:a|the)\s+(?:visit|trip))"
)
_VISIT = r"(?:visit|trip|tour|stay|journey)"
_REST = r"[^.;]{0,160}"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)\b"

FIRST = re.compile(
    r"\b(?:the|a|his|her|its|their)?\s*first(?:-ever)?\s+(?P<kind>(?:[a-z-]+\s+){0,3}?)"
    rf"(?P<act>visit|trip|tour|summit|meeting|talks)\b(?P<rest>{_REST})",
    re.IGNORECASE,
)
FIRST_OF_IT = re.compile(
    rf"\b(?P<act>{_VISIT})\b[^.;]{{0,60}}?,\s+(?:the|his|her|their)\s+first(?P<kind>)(?P<rest>\s{_REST})", re.IGNORECASE
)
"""The visit before the claim: "his stay in Oslo, the first by a king of Spain since 1982"."""
VISIT_WAS_FIRST = re.compile(
    rf"\b(?P<act>{_VISIT})\b[^.;]{{0,80}}?\b(?:is|was|will\s+be|would\s+be|marks|marked|became)\s+(?:only\s+)?the\s+first"
    rf"(?!\s+(?:[a-z-]+\s+){{0,3}}?{_VISIT}\b)(?P<kind>)(?P<rest>\s{_REST})",
    re.IGNORECASE,
)
"""The same with a verb: "her trip to Oslo was the first there by a queen of Spain"."""
FIRST_TO = re.compile(
    rf"\b(?:the|as|is|was|become|becomes|became)\s+(?:the\s+)?first{_WHO}\s+"
    r"(?:to\s+(?:visit|travel|come|go|set\s+foot)|to\s+make\s+a\s+visit)(?P<kind>)(?P<act>)\b"
    rf"(?P<rest>{_REST})",
    re.IGNORECASE,
)
"""The visitor instead of the visit: "the first Norwegian premier to set foot in Chile since 1971"."""
FIRST_TIME = re.compile(
    rf"\bfirst\s+time\s+(?P<rest>(?:since|in|for)\b[^.;]{{0,120}}?)(?:,\s*|\s+that\s+|\s+when\s+)(?:an?|any){_WHO}\s+"
    rf"(?:has\s+|had\s+)?(?P<kind>)(?P<act>){_COME}\b",
    re.IGNORECASE,
)
"""The occasion instead: "for the first time since 1971, a Norwegian premier has visited Chile"."""
NO_OTHER = re.compile(
    rf"\bno{_WHO}\s+(?:has|had)\s+(?P<rest>(?:(?:ever|yet)\s+)?{_COME}(?P<kind>)(?P<act>)\b{_REST})", re.IGNORECASE
)
"""None before: "no Norwegian premier had set foot in Chile since 1971"."""
NOT_SINCE = re.compile(
    r"\b(?:not|never)\s+(?P<rest>since\b[^.;]{0,100}?|(?:in|for)\s[^.;,]{3,40}?(?:years|decades)),?\s+(?:has|had)\s+"
    rf"(?:an?|any){_WHO}\s+(?P<kind>)(?P<act>){_COME}\b",
    re.IGNORECASE,
)
"""The same turned round: "not since 1971 had a Norwegian premier been to Chile"."""
LAST = re.compile(
    rf"\b[Tt]he\s+last{_WHO}\s+(?:to\s+(?:visit|travel|come|go|set\s+foot)|who\s+(?:visited|came|went))"
    rf"(?P<kind>)(?P<act>)\b(?P<rest>{_REST}?\b(?:was|had been)\b[^.;]{{1,80}}?\bin\s+{_YEAR})"
)
"""None since: "the last Norwegian premier to visit Chile was Ann Roe, in 1971"."""
LAST_VISIT = re.compile(
    rf"\b(?:[Tt]he\s+)?(?:last|previous|most\s+recent)\s+(?P<kind>(?:[a-z-]+\s+){{0,2}}?)(?P<act>{_VISIT})\b"
    rf"(?P<rest>[^.;]{{0,100}}?\b(?:was|were|took\s+place|came|dates|dated|had\s+been)\b[^.;]{{0,40}}?\b(?:in|to)\s+{_YEAR})"
)
"""The visit instead: "the last visit by a Norwegian premier had been in 1971"."""

DENYING = (NO_OTHER, NOT_SINCE)
"""What a record that is told as denied may claim: the year is that of another record of the text."""
TELLING = (FIRST, FIRST_OF_IT, VISIT_WAS_FIRST, FIRST_TO, FIRST_TIME, *DENYING, LAST, LAST_VISIT)
AFTER_THE_FACT = (LAST, LAST_VISIT)
"""What names the last one before, told when the next one is news."""
SINCE_YEAR = re.compile(
    rf"\bsince\s+(?:[^.;:]{{1,120}}?\s(?:in|of)\s+)?(?:the\s+)?(?:[A-Z][a-z]+\s+)?(?:\d\d?,?\s+)?{_YEAR}"
)
"""Also by the last one before: "since Ann Roe went there in 1982"."""


def year_of_last(words: str) -> int:
    """The year of the last one before that a claim names, 0 if it names none.

    Example:
        >>> year_of_last("the first visit by a Norwegian premier since 1971")
        1971
    """
    named = next((match for form in (SINCE_YEAR, LAST, LAST_VISIT) if (match := form.search(words))), None)
    return int(named["year"]) if named else 0
