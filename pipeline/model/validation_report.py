"""The validation report: what a reader should know before trusting the datasets."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from pipeline.model.findings import Finding


class Summary(BaseModel):
    """The whole at a glance; counts are always the true ones."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)

    records: dict[str, int] = Field(description="Number of records by dataset (count).")
    findings: dict[str, int] = Field(description="Number of findings by severity (count).")
    codes: dict[str, int] = Field(description="Number of findings by code (count).")
    acknowledged: int = Field(default=0, ge=0, description="Number of findings that a person has accepted (count).")
    glyphs: int = Field(ge=0, description="Glyphs that the reader handed over (count).")
    accounted: int = Field(ge=0, description="Glyphs that stand in exactly one account of the ledger (count).")


class ValidationReport(BaseModel):
    """What was found when the datasets were validated."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    summary: Summary = Field(description="Counts.")
    findings: list[Finding] = Field(description="All findings, the gravest first.")
