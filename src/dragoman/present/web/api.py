"""Describes what can be fetched: the parameters of each page, and from them the OpenAPI description of all twins.

What each page can be asked for stands in `declared`.
"""

import re
from collections.abc import Iterable

import dragoman
from dragoman.present.fields import Fields
from dragoman.present.web.declared import DECLARED, Answer, Described, Parameter
from dragoman.text.hashing import Plain

ERRORS = {"400": "A value is not understood; the answer says which and why.", "404": "There is nothing of that id.",
          "503": "Another process is writing the dossier."}  # fmt: skip


def describe_api(paths: Iterable[str]) -> Fields:
    """The OpenAPI description of the twins of these pages.

    Args:
        paths: of pages, as routes name them; those that are not declared are described by their path alone.
    """
    found: Fields = {}
    for path in paths:
        for form in ("json", "csv"):
            found[f"{_open(path)}.{form}"] = {"get": _operation(path, form)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Dragoman: the dossier at hand", "version": dragoman.__version__,
            "description": "Every page of the desk as JSON and as CSV, for programs of the same machine. No request "
            "changes anything. Dates are EDTF (ISO 8601-2); a status is what its voice says.",
        },
        "paths": found,
    }  # fmt: skip


def list_parameters(paths: Iterable[str]) -> list[Fields]:
    """Every parameter of every page, one a row; a page without any has one row."""
    rows: list[Fields] = []
    for path in paths:
        described = DECLARED.get(path, Described(path))
        parameters = [*_parts(path), *described.parameters] or [Parameter("", "")]
        rows += [
            {"path": path, "page": described.words, "parameter": each.name, "words": each.words,
             "example": each.example, "values": list(each.values)}
            for each in parameters
        ]  # fmt: skip
    return rows


def _operation(path: str, form: str) -> Fields:
    described = DECLARED.get(path, Described(path))
    words = re.sub(r"\W+", " ", _open(path)).split() or ["home"]
    return {
        "operationId": "".join(each.capitalize() for each in (*words, form)),
        "summary": described.words,
        "parameters": [_parameter(each, "path") for each in _parts(path)]
        + [_parameter(each, "query") for each in described.parameters],
        "responses": {
            "200": {"description": described.words, "content": _content(form, described.answer)},
            **{status: {"description": why} for status, why in ERRORS.items()},
        },
    }


def _content(form: str, answer: Answer) -> Fields:
    if form == "csv":
        return {"text/csv": {"schema": {"type": "string"}}}
    rows: Fields = {"type": "array", "items": {"type": "object"}}
    return {"application/json": {"schema": rows if answer == "rows" else {"type": "object"}}}


def _parameter(one: Parameter, place: str) -> Fields:
    schema: dict[str, Plain] = {"type": one.type}
    if one.values:
        schema["enum"] = list(one.values)
    given: Fields = {"name": one.name, "in": place, "required": place == "path", "description": one.words,
                     "schema": schema}  # fmt: skip
    return {**given, "example": _typed(one)} if one.example else given


def _typed(one: Parameter) -> Plain:
    return int(one.example) if one.type == "integer" else float(one.example) if one.type == "number" else one.example


def _parts(path: str) -> list[Parameter]:
    """The open parts of a path."""
    told = DECLARED.get(path, Described(path)).parts or {}
    return [Parameter(name, told.get(name, "")) for name in re.findall(r"\{(\w+)", path)]


def _open(path: str) -> str:
    """The path as OpenAPI writes it, with the name that its twins have."""
    return "/home" if path == "/" else re.sub(r"\{(\w+):\w+\}", r"{\1}", path)
