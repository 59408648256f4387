from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from pipeline.schemas import schema_names, stale_schemas
from pipeline.validation.conformity import SCHEMA_FOLDER, load_schema, schema_violations, violations
from pipeline.validation.validate import as_written
from tests.validation.samples import organization, records, reference


def written(**datasets: Any) -> Any:
    return json.loads(json.dumps(as_written(records(**datasets))))


@pytest.mark.parametrize("name", schema_names())
def test_each_schema_keeps_its_metaschema(name: str) -> None:
    assert list(schema_violations(name)) == []
    assert load_schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def parts(schema: Any) -> Iterator[Any]:
    """The schema of the records themselves and of all that lies in them."""
    yield from [schema, *schema.get("$defs", {}).values()]


@pytest.mark.parametrize("name", schema_names())
def test_each_property_is_described_and_no_other_is_taken(name: str) -> None:
    for part in parts(load_schema(name)):
        assert all(prop.get("description") for prop in part.get("properties", {}).values())
        if part.get("type") == "object":
            assert part["additionalProperties"] is False or "properties" not in part


@pytest.mark.parametrize("name", schema_names())
def test_each_schema_has_an_id_a_title_and_a_description(name: str) -> None:
    schema = load_schema(name)
    assert schema["$id"].endswith(f"/{schema['x-version']}/{name}.schema.json")
    assert schema["title"] == name
    assert schema["description"]


def test_the_schemas_in_the_folder_are_those_of_the_models() -> None:
    assert stale_schemas(SCHEMA_FOLDER) == []


def test_what_is_emitted_keeps_its_schema() -> None:
    for name, data in written(organizations=[organization("Heron Society")]).items():
        assert list(violations(name, data)) == []


def test_unknown_keys_are_refused() -> None:
    data = written(organizations=[organization("Heron Society")])["organizations"]
    data[0]["colour"] = "grey"
    assert [(p.where, p.code) for p in violations("organizations", data)] == [("/0", "schema-violated")]


def test_missing_keys_are_refused() -> None:
    data = written(organizations=[organization("Heron Society")])["organizations"]
    del data[0]["website"]
    assert "website" in next(violations("organizations", data)).message


def test_an_address_must_be_one() -> None:
    data = written(references=[reference("Reeds", 2001)])["references"]
    data[0]["url"] = "https://heron.example/a"
    assert list(violations("references", data)) == []
    data[0]["url"] = "not an address"
    assert [p.where for p in violations("references", data)] == ["/0/url"]


def test_a_website_is_as_printed() -> None:
    data = written(organizations=[organization("Heron Society", "heron.example (soon)")])["organizations"]
    assert list(violations("organizations", data)) == []


def test_long_messages_are_cut() -> None:
    data = written(organizations=[organization("Heron " * 200)])["organizations"]
    data[0]["mentions"] = -1
    data[0]["source"] = "x" * 1000
    assert all(len(p.message) <= 160 for p in violations("organizations", data))


def test_a_cited_address_that_is_none_breaks_the_schema() -> None:
    cited = reference("On Rivers", 2016).model_copy(update={"url": "not an address"})
    (problem,) = violations("references", written(references=[cited])["references"])
    assert problem.where == "/0/url"
