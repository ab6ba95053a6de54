import subprocess
import sys

import pytest

from dragoman.flow.steps import GIVEN, STEPS, find_step, version_of


def test_each_step_needs_only_what_is_given_before():
    known = set(GIVEN)
    for step in STEPS:
        assert set(step.needs) <= known, step.name
        known.add(step.gives)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_the_function_of_each_step_exists(step):
    assert callable(find_step(step.name))


def test_a_row_names_step_and_version():
    assert version_of("extract_records")[0] == "extract_records"


def test_importing_dragoman_loads_no_model_and_no_stage():
    code = "import sys, dragoman; print([m for m in sys.modules if m.startswith(('spacy', 'dragoman.'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                          env={"PYTHONPATH": "src", "PATH": ""})  # fmt: skip
    assert done.stdout.strip() == "[]"
