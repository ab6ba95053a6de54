"""How well actors are found across documents: labelled mentions of persons and groups, looked up in read dossiers.

In: the labelled set (`evaluate/data/actor_mentions.tsv`) and dossiers of the corpora from which it was drawn. Out: the
share of mentions with the right actor or rightly unknown, and of those joined with another's. Half of the rows, by
hash, are for tuning; the others are final.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.evaluate.reports import Report, Share
from dragoman.flow.naming import Actors, find_dossier_actors
from dragoman.model.resolution import ActorEntry
from dragoman.record.dossier import Dossier
from dragoman.resolve.actors.coded import OF_A_CLASS
from dragoman.resolve.actors.spelling import compare_names, read_name
from dragoman.text.hashing import hash_content
from dragoman.vocab.tables import read_table_file
from dragoman.vocab.world import World, load_world

COLUMNS = ("corpus", "document", "kind", "name", "start", "label", "side")
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Mention:
    """A labelled mention: `label` is a full name, a code, or "?" where nobody can tell; `side` a code or ""."""

    document: str
    kind: str
    name: str
    label: str
    side: str

    @property
    def part(self) -> str:
        """`tune` or `final`, by hash."""
        return "final" if int(hash_content([self.document, self.name])[:8], 16) % 2 else "tune"

    @property
    def is_coded(self) -> bool:
        """Whether the label is a code of the record."""
        return bool(self.side) and self.label == self.side


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mention; `entry` is None where the program names nobody."""

    mention: Mention
    entry: ActorEntry | None
    right: bool
    joined_wrongly: bool


def score_actors(file: Path, dossiers: Sequence[Path], *, show: bool = False) -> Report:
    """Score the mentions whose documents stand in the dossiers.

    Raises:
        VocabError: the labelled set is faulty.
    """
    world = load_world()
    mentions = read_mentions(file)
    verdicts = [verdict for folder in dossiers for verdict in judge_dossier(folder, mentions, world)]
    return report_verdicts(verdicts, show=show)


def read_mentions(file: Path) -> list[Mention]:
    """The labelled mentions."""
    rows = read_table_file(file, COLUMNS)
    return [Mention(row["document"], row["kind"], row["name"], row["label"], row["side"]) for row in rows]


def judge_dossier(folder: Path, mentions: Iterable[Mention], world: World) -> list[Verdict]:
    """Verdicts on the mentions whose documents one dossier has."""
    with Dossier(folder) as opened:
        ids = {text.name: text.id for text in opened.named_texts()}
        actors = find_dossier_actors(opened, world)
    here = [mention for mention in mentions if mention.document in ids]
    return judge_mentions(here, actors, ids)


def judge_mentions(mentions: Sequence[Mention], actors: Actors, ids: dict[str, str]) -> list[Verdict]:
    """Look each mention up and compare its entry with those of the other mentions and with its label."""
    entries = {entry.id: entry for entry in actors.entries}
    owner = actors.persons.actors
    codes = _codes_by_document(actors)
    found: list[ActorEntry | None] = []
    for mention in mentions:
        document = ids[mention.document]
        id = owner.get((document, mention.name)) or _code_in(mention.name, codes.get(document, {}))
        entry = entries.get(id)
        found.append(None if entry is None or OF_A_CLASS in entry.reasons else entry)
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for mention, entry in zip(mentions, found, strict=True):
        if entry:
            labels[entry.id][mention.label] += 1
    mains = _main_entries(mentions, actors)
    verdicts = []
    for mention, entry in zip(mentions, found, strict=True):
        wrong = entry is not None and (_is_minority(mention.label, labels[entry.id]) or _is_another(mention, entry))
        verdicts.append(Verdict(mention, entry, not wrong and _is_right(mention, entry, mains), wrong))
    return verdicts


def _codes_by_document(actors: Actors) -> dict[str, dict[str, str]]:
    codes: dict[str, dict[str, str]] = defaultdict(dict)
    for (document, words), code in actors.words.items():
        codes[document][words] = code
    return codes


def _code_in(name: str, codes: dict[str, str]) -> str:
    """The code of the words, or of the longest words of the document that stand in them ("EU" in "EU diplomats")."""
    if name in codes:
        return codes[name]
    parts = [words for words in codes if f" {words} " in f" {name} " and codes[words]]
    return codes[max(parts, key=lambda words: (len(words), words))] if parts else ""


def _is_minority(label: str, labels: Counter[str]) -> bool:
    """Whether the entry belongs to another label, or to nobody because two have as many mentions in it."""
    return any(number >= labels[label] for other, number in labels.items() if other != label)


def _is_another(mention: Mention, entry: ActorEntry) -> bool:
    """Whether the entry is plainly somebody else: a known person or side with a name that is not the label's."""
    if mention.is_coded:
        return entry.id != mention.label
    if entry.kind != "person":
        return True
    return bool(entry.offices) and not _is_alike(mention.label, entry)


def _is_right(mention: Mention, entry: ActorEntry | None, mains: dict[str, str]) -> bool:
    if mention.is_coded:
        return entry is not None
    if mention.label == UNKNOWN or mention.kind == "group" or mention.label not in mains:
        return entry is None or not entry.offices
    return entry is not None and entry.id == mains[mention.label]


def _main_entries(mentions: Iterable[Mention], actors: Actors) -> dict[str, str]:
    """For each person's label the entry with most records whose name is the label's: a part split off is not right."""
    weights = {entry.id: actors.weight_of(entry.id) for entry in actors.persons.entries}
    mains: dict[str, str] = {}
    for label, side in sorted({(m.label, m.side) for m in mentions if m.kind == "person" and m.label != UNKNOWN}):
        fits = [entry for entry in actors.persons.entries if _is_alike(label, entry) and _may_speak_for(entry, side)]
        if fits:
            mains[label] = min(fits, key=lambda entry: (-weights[entry.id], entry.id)).id
    return mains


def _may_speak_for(entry: ActorEntry, side: str) -> bool:
    return not (entry.code and side and ":" not in entry.code + side and entry.code != side)


def _is_alike(label: str, entry: ActorEntry) -> bool:
    name = read_name(label)
    forms = (entry.name, *(spelling.name for spelling in entry.spellings))
    return any(read_name(form).is_full and compare_names(name, read_name(form)) is not None for form in forms)


def report_verdicts(verdicts: Sequence[Verdict], *, show: bool = False) -> Report:
    """Shares for both halves and both kinds; lines for what is wrong."""
    shares: dict[str, Share] = {}
    wrong: dict[str, Share] = {}
    for part in ("tune", "final", "all"):
        for kind in ("person", "group", "all"):
            rows = [v for v in verdicts if part in (v.mention.part, "all") and kind in (v.mention.kind, "all")]
            shares[f"{part}, {kind}: right or rightly unknown"] = Share(sum(v.right for v in rows), len(rows))
            wrong[f"{part}, {kind}: wrong joins"] = Share(sum(v.joined_wrongly for v in rows), len(rows))
    lines = tuple(_line(v) for v in verdicts if show and not v.right)
    return Report(shares=shares, details=wrong, lines=lines, counts=dict(Counter(v.mention.part for v in verdicts)))


def _line(verdict: Verdict) -> str:
    mention, entry = verdict.mention, verdict.entry
    mark = "+" if verdict.joined_wrongly else "-"
    got = f"{entry.name} ({entry.id}, {entry.code})" if entry else "nobody"
    return f"{mark} {mention.part} {mention.document} {mention.name!r}: {mention.label} ({mention.side}), not {got}"
