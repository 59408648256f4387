"""Evidence: where on the page a value stands, as it is written to the datasets."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

BoxList = Annotated[list[float], Field(min_length=4, max_length=4)]
CONTEXT_CHARACTERS = 32  # enough to tell two printings apart, and what W3C text quote selectors commonly carry


class Evidence(BaseModel):
    """One stretch of one page that supports a value."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    field: str | None = Field(description="The key that this supports; null for the whole record.")
    page: int = Field(ge=1, description="Physical page, counted from 1.")
    page_label: str | None = Field(description="The page's printed label, or null where it has none.")
    boxes: list[BoxList] = Field(
        min_length=1,
        description="Where it is drawn: [x0, top, x1, bottom] in PDF points, origin top left, one box a line, "
        "in reading order.",
    )
    exact: str = Field(description="The text drawn inside the boxes, in order; a line end is one space, hyphens kept.")
    prefix: str = Field(description="Up to 32 characters of text before it.")
    suffix: str = Field(description="Up to 32 characters of text after it.")
