"""Fit the weights of `side_weights.tsv` and `side_choices.tsv`, and print how often the sides come out right.

Usage: python scripts/fit_sides.py GOLD_DIR[:TEXTS_DIR] ... [--write]

Each act that the program and the coder both name gives one question for each candidate and role: is this actor in this
role? The regression is logistic with a ridge. The chances that it gives documents left out in turn are what the second
model learns from, which compares whole sets (`side_choices.py`); shares printed are of documents left out of both.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from side_choices import Trial, Weights, fit_choices, make_trial
from sklearn.linear_model import LogisticRegression

from dragoman.evaluate.manual.items import CodedEvent, read_gold
from dragoman.evaluate.record import find_documents
from dragoman.evaluate.running import Coder, load_coder
from dragoman.extract.events.building import find_drafts
from dragoman.extract.events.choosing import TOGETHER, Ballot, choose_sides
from dragoman.extract.events.context import lend_sides
from dragoman.extract.events.drafts import Draft
from dragoman.extract.events.scene import Scene, candidates_of
from dragoman.extract.events.weighing import make_ballot, questions_of
from dragoman.extract.reading import Reading
from dragoman.extract.records import begin_reading

DATA = Path(__file__).resolve().parent.parent / "src" / "dragoman" / "vocab" / "data"
HEADER = (
    "# Weights (log-odds) of what speaks for {what}, by role; fitted by scripts/fit_sides.py. Do not edit by hand.\n"
    "role\tfeature\tweight\n"
)
ROLES = ("actor", "recipient", "party")
STRENGTH = 0.06
RAREST = 8
FOLDS = 8
LEAST = 0.03


@dataclass(frozen=True)
class Asked:
    """One candidate in one role of one act; `act` numbers the acts."""

    doc: str
    act: int
    role: str
    code: str
    features: tuple[str, ...]
    right: bool


@dataclass(frozen=True)
class Act:
    """What the coder says of an act, and what the rules alone make of it."""

    doc: str
    actors: frozenset[str]
    recipients: frozenset[str]
    by_rule: tuple[frozenset[str], frozenset[str]]
    ballots: tuple[Ballot, ...]


def ask(folder: Path, texts: Path, coder: Coder, acts: list[Act]) -> Iterator[Asked]:
    """All questions of the texts of a gold folder; `acts` grows by the acts that they are about."""
    gold = read_gold(folder)
    docs = find_documents(gold, folder, texts)
    find = coder.tools.find_mentions
    analyses = coder.pipeline.analyse(docs, lambda doc, tokens: find(doc, tokens, coder.world))
    for file, doc, analysis in zip(gold, docs, analyses, strict=True):
        if len(analysis):
            reading = begin_reading(doc, analysis, coder.world)
            yield from ask_document(reading, list(file.place_in(doc.text).events), acts)


def ask_document(reading: Reading, wanted: list[CodedEvent], acts: list[Act]) -> Iterator[Asked]:
    """The questions of one document."""
    plain = find_drafts(reading)
    drafts = lend_sides(reading, plain)
    scene = Scene.of(reading, plain)
    for bare, draft in zip(plain, drafts, strict=True):
        event = take_event(reading, draft, wanted)
        if event is None:
            continue
        actors, recipients = frozenset(event.actors), frozenset(event.recipients)
        rule = frozenset(draft.roles.actors.codes), frozenset(draft.roles.recipients.codes)
        named = {each.code: each for each in candidates_of(scene, bare, draft.sides)}
        asked = list(questions_of(scene, bare, draft, list(named.values())))
        weights, foes = reading.world.side_weights, scene.foes.of
        ballots = tuple(make_ballot(weights, role, of_role, bare, draft, named, foes) for role, of_role in asked)
        acts.append(Act(reading.doc.id, actors, recipients, rule, ballots))
        gold = {"actor": actors, "recipient": recipients, "party": actors | recipients}
        for role, of_role in asked:
            for code, features in of_role:
                yield Asked(reading.doc.id, len(acts) - 1, role, code, features, code in gold[role])


def take_event(reading: Reading, draft: Draft, wanted: list[CodedEvent]) -> CodedEvent | None:
    """The coder's event of the same type whose trigger touches the draft's; it is taken only once."""
    start, end = reading.an.start[draft.token], reading.an.end[draft.token]
    for event in wanted:
        if event.type == draft.type and any(a < end and start < b for a, b in event.trigger_places):
            wanted.remove(event)
            return event
    return None


def fit(rows: list[Asked]) -> tuple[list[str], np.ndarray]:
    """Feature names and their weights, the constant first."""
    count = Counter(name for row in rows for name in row.features)
    names = sorted(name for name, times in count.items() if times >= RAREST)
    matrix = to_matrix(rows, names)
    model = LogisticRegression(C=STRENGTH, max_iter=1000, solver="lbfgs")
    model.fit(matrix, np.array([row.right for row in rows]))
    return ["constant", *names], np.concatenate([model.intercept_, model.coef_[0]])


def to_matrix(rows: list[Asked], names: list[str]) -> csr_matrix:
    """One row a question."""
    index = {name: at for at, name in enumerate(names)}
    places = [(at, index[name]) for at, row in enumerate(rows) for name in row.features if name in index]
    down, across = zip(*places, strict=True)
    return csr_matrix((np.ones(len(places)), (down, across)), shape=(len(rows), len(names)))


def weigh_left_out(rows: list[Asked], fold: dict[str, int]) -> dict[int, dict[str, dict[str, float]]]:
    """Act to role to code to its chance, by weights that have not seen the act's document."""
    chances: dict[int, dict[str, dict[str, float]]] = {}
    for role in ROLES:
        of_role = [row for row in rows if row.role == role]
        for number in range(FOLDS):
            held = [row for row in of_role if fold[row.doc] == number]
            names, weights = fit([row for row in of_role if fold[row.doc] != number])
            totals = to_matrix(held, names[1:]) @ weights[1:] + weights[0] if held else []
            for row, total in zip(held, totals, strict=True):
                chances.setdefault(row.act, {}).setdefault(role, {})[row.code] = float(1.0 / (1.0 + np.exp(-total)))
    return chances


def with_chances(act: Act, chances: dict[str, dict[str, float]]) -> Act:
    """The act with the chances of its candidates; a role that nobody could fill is not asked."""
    filled = (replace(each, chances=chances[each.role]) for each in act.ballots if each.role in chances)
    return replace(act, ballots=tuple(filled))


def judge(trials: list[Trial], acts: list[Act], fold: dict[str, int]) -> None:
    """Print, for documents left out in turn, how many acts get their sides and roles right."""
    both = sides = sure = 0
    for number in range(FOLDS):
        weights = fit_choices(trial for trial, act in zip(trials, acts, strict=True) if fold[act.doc] != number)
        for act in acts:
            if fold[act.doc] == number:
                chosen, sureness = choose_sides(act.ballots, weights)
                actors = chosen.get("actor", chosen.get("party", frozenset()))
                recipients = chosen.get("recipient", frozenset())
                both += (actors, recipients) == (act.actors, act.recipients)
                sides += actors | recipients == act.actors | act.recipients
                sure += sureness
    both_by_rule = sum(act.by_rule == (act.actors, act.recipients) for act in acts)
    sides_by_rule = sum(act.by_rule[0] | act.by_rule[1] == act.actors | act.recipients for act in acts)
    print(f"{len(acts)} acts, {len(fold)} documents; sureness {sure / len(acts):.3f}")
    print(f"sides right: {sides / len(acts):.3f} weighed, {sides_by_rule / len(acts):.3f} by rules alone")
    print(f"roles right: {both / len(acts):.3f} weighed, {both_by_rule / len(acts):.3f} by rules alone")


def write(name: str, what: str, weights: Weights) -> None:
    """Write a table; weights of next to nothing are left out."""
    lines = [
        f"{role}\t{feature}\t{weight:.2f}"
        for role in (*ROLES, TOGETHER)
        for feature, weight in weights.get(role, {}).items()
        if abs(weight) >= LEAST or feature == "constant"
    ]
    (DATA / name).write_text(HEADER.format(what=what) + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Fit, print, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", help="GOLD_DIR or GOLD_DIR:TEXTS_DIR")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    coder = load_coder()
    acts: list[Act] = []
    rows: list[Asked] = []
    for each in arguments.gold:
        folder, _, texts = each.partition(":")
        rows.extend(ask(Path(folder), Path(texts or folder), coder, acts))
    fold = {doc: at % FOLDS for at, doc in enumerate(sorted({act.doc for act in acts}))}
    chances = weigh_left_out(rows, fold)
    acts = [with_chances(act, chances.get(number, {})) for number, act in enumerate(acts)]
    trials = [make_trial(act.ballots, act.actors, act.recipients) for act in acts]
    judge(trials, acts, fold)
    if arguments.write:
        fitted = {role: fit([row for row in rows if row.role == role]) for role in ROLES}
        named = {role: dict(zip(names, map(float, found), strict=True)) for role, (names, found) in fitted.items()}
        write("side_weights.tsv", "an actor being a side of an act", named)
        write("side_choices.tsv", "a set of actors being a side of an act", fit_choices(trials))


if __name__ == "__main__":
    main()
