import re
import sqlite3
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def commands():
    from dragoman.present.cli.app import actors, app, charts, decide, evaluate, exports

    groups = {"actors": actors, "chart": charts, "decide": decide, "export": exports, "evaluate": evaluate}
    yield from (command.name for command in app.registered_commands)
    yield from (f"{name} {command.name}" for name, group in groups.items() for command in group.registered_commands)


@pytest.mark.parametrize("command", list(commands()))
def test_each_command_is_documented_and_has_help(command):
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert re.search(rf"`{command}[ `]", text), command


def test_each_table_is_documented():
    folder = ROOT / "src" / "dragoman" / "record"
    schema = "\n".join((folder / name).read_text(encoding="utf-8") for name in ("schema.sql", "decided.sql", "imports.sql"))
    text = (ROOT / "docs" / "record-schema.md").read_text(encoding="utf-8")
    tables = re.findall(r"CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?(\w+)", schema)
    assert len(tables) > 10
    assert [table for table in tables if f"`{table}`" not in text] == []


def test_the_example_of_the_schema_runs(dossier):
    text = (ROOT / "docs" / "record-schema.md").read_text(encoding="utf-8")
    (query,) = re.findall(r"```sql\n(.*?)```", text, re.DOTALL)
    db = sqlite3.connect(dossier / "dossier.db")
    assert db.execute(query).fetchall() == []
    db.close()
