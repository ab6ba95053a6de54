"""The description for programs names every page, and what it says of an answer is so."""

from starlette.routing import Route

from dragoman.present.web.api import describe_api
from dragoman.present.web.application import PAGES, SHEETS
from dragoman.present.web.declared import DECLARED


def test_every_page_is_declared_and_nothing_else():
    assert set(DECLARED) == {path for path, _ in PAGES}


def test_the_description_names_every_twin_and_every_parameter(desk):
    found = desk.get("/api.json").json()
    assert found == describe_api(path for path, _ in PAGES) and found["openapi"].startswith("3.1")
    served = {route.path.replace(":path}", "}") for route in desk.app.routes if isinstance(route, Route)}
    sheets = {f"{path}.json" for path, _ in SHEETS}
    twins = {path for path in served if path.endswith((".json", ".csv"))} - sheets
    assert set(found["paths"]) == twins
    operations = [each["get"] for each in found["paths"].values()]
    assert len({each["operationId"] for each in operations}) == len(operations)
    for path, each in found["paths"].items():
        given = each["get"]["parameters"]
        assert len({(one["name"], one["in"]) for one in given}) == len(given)
        assert [one["name"] for one in given if one["in"] == "path"] == [part[1:].partition("}")[0] for part in path.split("/") if "{" in part]
        assert all(one["description"] and one["schema"]["type"] for one in given)


def test_each_example_answers_as_declared(desk, addresses):
    for (path, _), address in zip(PAGES, addresses(desk), strict=True):
        kind = list if DECLARED[path].answer == "rows" else dict
        assert isinstance(desk.get(f"{'/home' if path == '/' else address}.json").json(), kind), path
        if DECLARED[path].example:
            assert desk.get(DECLARED[path].example).status_code == 200


def test_each_parameter_takes_its_example(desk, addresses):
    for (path, _), address in zip(PAGES, addresses(desk), strict=True):
        for one in DECLARED[path].parameters:
            for value in filter(None, (one.example, *one.values)):
                assert desk.get(address, params={one.name: value}).status_code == 200, (path, one.name, value)


def test_people_can_read_it(desk):
    page = desk.get("/api").text
    assert all(f">{path}</h2>" in page for path in DECLARED) and "dragoman.open_dossier" in page
    assert 'href="/calendar.json?month=2012-10"' in page
