"""What the language stage knows of a text: tokens in columns, a dependency tree, sentences, mentions of actors.

Token attributes stand in parallel tuples (one column an attribute) because a document has thousands of tokens and
the thinking code reads a few columns of most of them. Indices are token numbers, spans half-open.
"""

from dataclasses import dataclass
from typing import Literal

MentionKind = Literal["state", "organisation", "group", "person", "role", "place", "pair", "pronoun"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` (inclusive) to `last` (exclusive) of one sentence, and the document part it stands in."""

    first: int
    last: int
    part: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of tokens that names or stands for an actor, a person or a place.

    Attributes:
        first: first token.
        last: token after the last.
        head: the token that governs the others in the parse.
        kind: what the words are: a state's name, an office ("Russian officials"), a pronoun ...
        name: the fullest form in the document for persons, the words themselves otherwise.
        codes: actor codes that it stands for, () when it stands for nobody (a private person, a mere place).
        sector: PLOVER sector, "UNK" if not said.
        entity: number of the coreference chain in this document.
        how: the vocabulary row or rule that gave the codes, for `explain`.
        unofficial: True when the words name a rogue or unofficial part ("elements within the military").
        former: True for a former office holder.
        office: office code of a title ("FM"), "" if none.
    """

    first: int
    last: int
    head: int
    kind: MentionKind
    name: str
    codes: tuple[str, ...] = ()
    sector: str = "UNK"
    entity: int = -1
    how: str = ""
    unofficial: bool = False
    former: bool = False
    office: str = ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """The analysed tokens of one document.

    Attributes:
        start: character offset of each token in `Document.text`.
        end: half-open character end of each token.
        word: the token's characters.
        lemma: lower-case lemma.
        pos: universal part of speech ("NOUN", "VERB", "PROPN" ...).
        tag: Penn Treebank tag.
        dep: dependency label (ClearNLP scheme of the English model).
        head: index of the governing token; a root governs itself.
        children: indices of the dependents, in text order.
        sentence: number of the sentence of each token.
        sentences: all sentences in text order.
        names: name spans of the statistical recogniser: (first, last, label).
        mentions: who and what is named, in text order, resolved within the document.
        model: name, version and hash of the language model.
    """

    start: tuple[int, ...]
    end: tuple[int, ...]
    word: tuple[str, ...]
    lemma: tuple[str, ...]
    pos: tuple[str, ...]
    tag: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    sentence: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[tuple[int, int, str], ...] = ()
    mentions: tuple[Mention, ...] = ()
    model: str = ""

    def __len__(self) -> int:
        """Number of tokens."""
        return len(self.word)

    def words(self, first: int, last: int) -> str:
        """Tokens `first` to `last` (exclusive) as they stand, with single spaces where the text has any."""
        out = ""
        for token in range(first, last):
            glued = token > first and self.start[token] == self.end[token - 1]
            out += self.word[token] if glued or not out else f" {self.word[token]}"
        return out

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Character span of tokens `first` to `last` (exclusive)."""
        return self.start[first], self.end[last - 1]
