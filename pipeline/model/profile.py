"""A profile: what is particular to one report, or common to a genre, and stands in a small YAML file.

It may hold labels and phrases of the report's form; never names of people, quotes, sentences, pages or coordinates.
`schemas/profile.schema.json` is generated from these classes.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

# A word or a few, as a heading or an introduction has them: room for no sentence of the report.
Phrase = Annotated[str, Field(min_length=1, max_length=60, pattern=r"[^.!?]$")]


class ProfilePart(BaseModel):
    """Base: immutable, unknown keys refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class OrganizationTable(ProfilePart):
    """Which column headings of a table of organizations mean which field; compared without regard to case."""

    name: list[Phrase] = Field(default=[], description="Headings of the column with the organization's name.")
    description: list[Phrase] = Field(default=[], description="Headings of the column that describes it.")
    website: list[Phrase] = Field(default=[], description="Headings of the column with its address on the web.")


class Profile(ProfilePart):
    """What extraction should know about a report's form. A report's own profile adds to the genre's default one."""

    publisher: str | None = Field(default=None, description="The publisher, where the copyright line does not say it.")
    language: str | None = Field(default=None, description="Language of the text (BCP 47), where it is not recognised.")
    organization_table: OrganizationTable = Field(
        default=OrganizationTable(), description="Column headings of the table of organizations."
    )
    theme_labels: list[Phrase] = Field(
        default=[], description="Words that label numbered themes or findings in headings (Theme, Finding)."
    )
    theme_introductions: list[Phrase] = Field(
        default=[], description="Words of the sentence that introduces the numbered list of themes (themes emerged)."
    )
    question_introductions: list[Phrase] = Field(
        default=[], description="Words of the sentence that introduces a list of questions (interview questions)."
    )
    contents_introductions: list[Phrase] = Field(
        default=[], description="Headings that introduce a contents list (Contents, Table of Contents)."
    )
