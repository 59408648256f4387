"""Findings: what validation has to say about the data and about the source, as records."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from pipeline.model.evidence import Evidence

Severity = Literal["error", "warning", "source"]
MAX_MESSAGE = 400  # a finding is read in a list: a sentence or two


class Acknowledged(BaseModel):
    """That a person has looked at a finding and accepts it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reason: str = Field(description="Why it is accepted.")
    by: str = Field(description="Who accepted it.")


class Finding(BaseModel):
    """One thing that a reader of the data should know."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] = Field(description="Identifier, made from content.")
    code: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")] = Field(description="What kind of finding it is.")
    severity: Severity = Field(
        description="error: the data can't be trusted; warning: look at it; source: a mistake of the report itself."
    )
    message: Annotated[str, Field(max_length=MAX_MESSAGE)] = Field(
        description="What is found, in a sentence for readers."
    )
    advice: str = Field(description="What a person may want to do about it.")
    values: list[str] = Field(description="The differing spans as printed, each with a word or two around it, short.")
    acknowledged: Acknowledged | None = Field(
        default=None, description="Who accepted it and why; null where nobody has."
    )
    evidence: list[Evidence] = Field(description="Where it is printed.")
