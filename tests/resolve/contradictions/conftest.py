"""Makes `cases.py` importable from the tests beside it."""

import importlib.util
import sys
from pathlib import Path

_SPEC = importlib.util.spec_from_file_location("contradiction_cases", Path(__file__).parent / "cases.py")
if "contradiction_cases" not in sys.modules and _SPEC and _SPEC.loader:
    _MODULE = importlib.util.module_from_spec(_SPEC)
    sys.modules["contradiction_cases"] = _MODULE
    _SPEC.loader.exec_module(_MODULE)
