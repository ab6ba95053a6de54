"""Count in how many texts each word stands, and write `word_rarity.tsv`.

Usage: python scripts/count_words.py CORPUS.jsonl ... [--write]

Only numbers of texts are kept. Words are cut to their first letters, as where tellings are compared.
"""

import argparse
import json
from collections import Counter, defaultdict
from math import log
from pathlib import Path

from dragoman.resolve.threads.told import content_words
from dragoman.vocab.rarity import STEM

TABLE = Path(__file__).resolve().parent.parent / "src" / "dragoman" / "vocab" / "data" / "word_rarity.tsv"
HEADER = f"""# How rare words are in news on states. Read by vocab/rarity.py, written by scripts/count_words.py.
#   rarity  natural logarithm of (texts / texts that have the word), in steps of a half.
#   words   first {STEM} letters of words that stand in at least {{least}} texts, parted by |.
# Source: counted over {{texts}} English news articles of 1999-2016. Do not edit by hand.
rarity\twords
"""
LEAST = 20
ROW = 200
"""Words in one row."""


def main() -> None:
    """Count, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    counts: Counter[str] = Counter()
    texts = 0
    for path in arguments.corpora:
        for line in path.read_text(encoding="utf-8").splitlines():
            counts.update(content_words(json.loads(line)["text"]))
            texts += 1
    levels: dict[float, list[str]] = defaultdict(list)
    for word, number in sorted(counts.items()):
        if number >= LEAST and word.isalnum():
            levels[round(2 * log(texts / number)) / 2].append(word)
    print({level: len(words) for level, words in sorted(levels.items())})
    if arguments.write:
        rows = [
            f"{level}\t{'|'.join(words[at : at + ROW])}"
            for level, words in sorted(levels.items())
            for at in range(0, len(words), ROW)
        ]
        header = HEADER.format(texts=texts, least=LEAST)
        TABLE.write_text(header + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
