"""What the pages promise: each step, table, issue code, command and dependency is named, and no link leads nowhere."""

import re
import tomllib
from pathlib import Path

import pytest

import dragoman
from dragoman.flow.steps import STEPS

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "dragoman"
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "examples").glob("*.md")])


def read(path):
    return path.read_text(encoding="utf-8")


def commands():
    from dragoman.present.cli.app import actors, app, charts, decide, evaluate, exports

    groups = {"actors": actors, "chart": charts, "decide": decide, "export": exports, "evaluate": evaluate}
    yield from (command.name for command in app.registered_commands)
    yield from (f"{name} {command.name}" for name, group in groups.items() for command in group.registered_commands)


def test_readme_names_each_command():
    table = "\n".join(line for line in read(ROOT / "README.md").splitlines() if line.startswith("| `dragoman"))
    missing = [name for name in commands() if not re.search(rf"`(dragoman )?{name}[ `]", _spelled_out(table))]
    assert missing == []


def _spelled_out(table):
    """`dragoman export record`, `csv` as `export record`, `export csv`."""
    lines = []
    for line in table.splitlines():
        group = re.match(r"\| `dragoman (actors|chart|decide|evaluate|export) ", line)
        lines.append(re.sub(r"(?<=, )`(\w+)`", rf"`{group[1]} \1`", line) if group else line)
    return "\n".join(lines)


def test_each_issue_code_is_documented_and_each_documented_code_exists():
    in_code = {code for path in SOURCE.rglob("*.py") for code in re.findall(r"\"(W\d{3})\"", read(path))}
    in_docs = set(re.findall(r"^\| (W\d{3}) ", read(DOCS / "issue-codes.md"), re.MULTILINE))
    assert in_code
    assert in_code == in_docs


@pytest.mark.parametrize("step", [step.name for step in STEPS])
def test_each_step_is_documented(step):
    assert f"| `{step}` |" in read(DOCS / "how-it-reads.md")


def test_each_data_table_is_documented():
    tables = {path.name for path in (SOURCE / "vocab" / "data").iterdir()}
    text = "\n".join(read(page) for page in DOCS.glob("*.md"))
    assert sorted(table for table in tables if f"`{table}`" not in text) == []


def test_each_table_that_is_documented_exists():
    folders = (SOURCE / "vocab" / "data", SOURCE / "evaluate" / "data", ROOT / "scripts", ROOT / "tests" / "data")
    tables = {path.name for folder in folders for path in folder.glob("*.tsv")}
    named = {name for page in PAGES for name in re.findall(r"`(?:[\w./]*/)?(\w+\.tsv)`", read(page))}
    assert sorted(named - tables - {"facts.tsv"}) == []


def test_each_module_on_the_way_from_sentence_to_record_exists():
    named = set(re.findall(r"`([a-z_]+/[\w/]+\.(?:py|sql))`", read(DOCS / "how-it-reads.md")))
    assert len(named) > 20
    assert sorted(name for name in named if not (SOURCE / name).exists()) == []


def test_each_page_is_in_a_table_of_contents():
    listed = {(page.parent / link).resolve() for page in DOCS.rglob("index.md") for link in links(page)}
    pages = [page for page in DOCS.rglob("*.md") if page != DOCS / "index.md"]
    assert [page.name for page in pages if page.resolve() not in listed] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_each_link_leads_to_a_file(page):
    assert [link for link in links(page) if not (page.parent / link).exists()] == []


def links(page):
    found = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", read(page))
    return [link for link in found if not re.match(r"[a-z]+:", link)]


def test_each_dependency_has_its_line_with_the_pinned_version():
    project = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]
    needed = {re.match(r"[\w-]+", line)[0] for line in project["dependencies"]}
    pinned = set(re.findall(r"^([\w.-]+)==(\S+)", read(ROOT / "requirements.txt"), re.MULTILINE))
    rows = re.findall(r"^\| `([\w-]+)` \|.*\| ([\w.]+) \|$", read(DOCS / "decisions" / "dependencies.md"), re.MULTILINE)
    assert {name for name, _ in rows} == needed
    assert sorted(set(rows) - pinned) == []  # one name may be pinned twice, for two versions of Python


def test_the_changelog_has_this_version():
    assert f"## [{dragoman.__version__}]" in read(ROOT / "CHANGELOG.md")
