"""The validation report: what a reader should know before trusting the datasets."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from pipeline.model.findings import Finding, Severity


class Summary(BaseModel):
    """The whole at a glance; counts are always the true ones."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)

    records: dict[str, int] = Field(description="Number of records by dataset (count).")
    findings: dict[str, int] = Field(description="Number of findings by severity (count).")
    codes: dict[str, int] = Field(description="Number of findings by code (count).")
    acknowledged: int = Field(default=0, ge=0, description="Number of findings that a person has accepted (count).")
    glyphs: int = Field(ge=0, description="Glyphs that the reader handed over (count).")
    accounted: int = Field(ge=0, description="Glyphs that stand in exactly one account of the ledger (count).")


class CheckInfo(BaseModel):
    """What a check looks for, for the codes that occur in the report."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str = Field(description="Code of the findings that it makes.")
    severity: Severity = Field(description="Severity of these findings.")
    title: str = Field(description="What is the matter, in a sentence.")
    explanation: str = Field(description="By which rule it is thought so.")
    advice: str = Field(description="What a person may want to do about it.")


class ValidationReport(BaseModel):
    """What was found when the datasets were validated."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)

    summary: Summary = Field(description="Counts.")
    findings: list[Finding] = Field(description="All findings, the gravest first.")
    checks: list[CheckInfo] = Field(default=[], description="The checks that made these findings, by code.")

    @property
    def open_errors(self) -> int:
        """Findings of severity error that nobody has accepted: while there are any, the data can't be trusted."""
        return sum(finding.severity == "error" and finding.acknowledged is None for finding in self.findings)
