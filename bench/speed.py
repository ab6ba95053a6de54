"""How much CPU time and memory `dragoman read` takes, as ratios to bare spaCy on the same texts in one run.

Usage: python bench/speed.py [CORPUS.jsonl] [ARTICLES]. Prints ratios only; nothing is asserted.
The corpus is a JSONL file with a `text` field in each line; without one the bundled example articles are used.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BARE = """
import json, sys, time
from dragoman.language.pipeline import load_pipeline
nlp = load_pipeline()._nlp
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
begin = time.process_time()
words = sum(len(doc) for doc in nlp.pipe(texts))
print(json.dumps({"cpu": time.process_time() - begin, "words": words}))
"""
READ = """
import json, sys, time
import dragoman.flow.reading as flow
from dragoman.__main__ import main
resolve, spent = flow.resolve_new, []
def timed(*given):
    begin = time.process_time()
    done = resolve(*given)
    spent.append(time.process_time() - begin)
    return done
flow.resolve_new = timed
begin = time.process_time()
sys.argv = ["dragoman", "read", sys.argv[1], "--dossier", sys.argv[2]]
try:
    main()
except SystemExit:
    pass
try:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
except ImportError:
    peak = 0.0
print(json.dumps({"cpu": time.process_time() - begin, "resolve": sum(spent), "peak_mb": peak}))
"""


def run(code: str, *args: str) -> dict[str, float]:
    """Run a piece of Python in a process of its own; its last line is JSON."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-c", code, *args]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


def sample(corpus: Path, articles: int, folder: Path) -> Path:
    """Every n-th article of a corpus as a JSONL file, and one more in a file of its own."""
    lines = corpus.read_text(encoding="utf-8").splitlines()
    step = max(1, len(lines) // articles)
    chosen = lines[::step][: articles + 1]
    (folder / "one.jsonl").write_text(chosen[-1] + "\n", encoding="utf-8")
    target = folder / "sample.jsonl"
    target.write_text("\n".join(chosen[:-1]) + "\n", encoding="utf-8")
    return target


def main() -> None:
    """Measure and print."""
    default = ROOT.parent / "shared" / "corpora" / "leaders-1999-2016.jsonl"
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    articles = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = sample(corpus, articles, folder)
        bare = run(BARE, str(texts))
        first = run(READ, str(texts), str(folder / "dossier"))
        begin = time.perf_counter()
        run(READ, str(texts), str(folder / "dossier"))
        again = time.perf_counter() - begin
        one = run(READ, str(folder / "one.jsonl"), str(folder / "dossier"))
    begin = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, "-m", "dragoman", "--help"], capture_output=True, check=True, env=environment)
    help_time = time.perf_counter() - begin
    reading = first["cpu"] - first["resolve"]
    print(f"read / bare spaCy, CPU time: {reading / bare['cpu']:.2f} ({articles} articles, {bare['words']:.0f} tokens)")
    print(f"resolving / reading, CPU time: {first['resolve'] / reading:.2f}")
    print(f"resolving one more article / 2 s: {one['resolve'] / 2:.2f}")
    print(f"peak memory / 900 MB: {first['peak_mb'] / 900:.2f}")
    print(f"second read / 3 s: {again / 3:.2f}")
    print(f"--help / 0.3 s: {help_time / 0.3:.2f}")


if __name__ == "__main__":
    main()
