"""A view of a paragraph that the parser reads better, of exactly the same length as the original.

Typographic quotes become plain ones, line breaks become spaces, bracket tokens of treebank copy ("-LRB-") and
apostrophes broken by a wrong decoding become the character they stand for, padded with spaces. Because nothing is
added or taken away, every offset in the view is an offset in the stored text.
"""

import re

_SAME_WIDTH = str.maketrans({
    "’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "\n": " ", "\t": " ", "\r": " ", "\xa0": " ", "\u2009": " ", "\u200b": " ", "\ufeff": " ", "–": "-", "\xad": " ",
})  # fmt: skip
_STAND_INS = {
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "(", "-RCB-": ")", "''": '"', "``": '"',
    "â€™": "'", "â€˜": "'", "â€œ": '"', "â€\x9d": '"', "â€�": '"', "â€“": "-", "â€”": "-",
}  # fmt: skip
_BROKEN = re.compile("|".join(re.escape(key) for key in sorted(_STAND_INS, key=len, reverse=True)))


def make_legible(text: str) -> str:
    """The view of `text`; `len(make_legible(text)) == len(text)` always holds."""
    if _BROKEN.search(text):
        text = _BROKEN.sub(lambda match: _STAND_INS[match.group()].ljust(len(match.group())), text)
    return text.translate(_SAME_WIDTH)
