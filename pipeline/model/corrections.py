"""`corrections/<report>.yaml`: what people say about single values and findings of a report.

`schemas/corrections.schema.json` is generated from these classes.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

DatasetName = Literal[
    "report", "contents", "sections", "themes", "questions", "people", "quotes", "organizations", "networks",
    "references", "footnotes", "statistics", "tables",
]  # fmt: skip
RecordId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Sentence = Annotated[str, Field(min_length=1)]
# A key, or the way to a value inside one: "role", "authors.0.name", "rows.3.1".
FieldPath = Annotated[str, Field(pattern=r"^[a-z_]+(\.[a-z_0-9]+)*$")]


class CorrectionPart(BaseModel):
    """Base: immutable, unknown keys refused."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        populate_by_name=True,
        serialize_by_alias=True,
        json_schema_serialization_defaults_required=True,
    )


class Correction(CorrectionPart):
    """A value that a person corrects. It is applied only where the record still has the value `from`."""

    dataset: DatasetName = Field(description="Dataset of the record.")
    id: RecordId = Field(description="Id of the record.")
    field: FieldPath = Field(description="Key of the value; a way into lists and records goes by points (rows.3.1).")
    from_: Any = Field(alias="from", description="The value as extracted; any JSON value.")
    to: Any = Field(description="The value that it should be; any JSON value that the schema allows.")
    reason: Sentence = Field(description="Why.")
    by: Sentence = Field(description="Who says so.")


class Acknowledgement(CorrectionPart):
    """A finding that a person has looked at and accepts. It stays in the report, marked."""

    code: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")] = Field(description="Code of the finding.")
    values: list[str] = Field(description="Values of the finding, exactly.")
    reason: Sentence = Field(description="Why it is accepted.")
    by: Sentence = Field(description="Who says so.")


class Corrections(CorrectionPart):
    """All that people say about one report."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=False)

    corrections: list[Correction] = Field(default=[], description="Values corrected.")
    acknowledgements: list[Acknowledgement] = Field(default=[], description="Findings accepted.")


class Corrected(CorrectionPart):
    """A correction that was applied to a record, with the value that is printed."""

    field: str = Field(description="Key of the value that a person corrected.")
    from_: Any = Field(alias="from", description="The value as extracted from the page.")
    to: Any = Field(description="The value that the record has now.")
    reason: str = Field(description="Why.")
    by: str = Field(description="Who said so.")
