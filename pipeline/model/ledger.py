"""The ledger: every glyph that the reader handed over, in exactly one account."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from pipeline.model.evidence import BoxList


class LedgerPart(BaseModel):
    """Base: immutable, unknown keys refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Account(LedgerPart):
    """What became of some of a page's glyphs."""

    account: str = Field(description="Kind of block that holds them, or the reason for which they were discarded.")
    discarded: bool = Field(description="Whether they were set aside rather than kept in the document.")
    glyphs: int = Field(ge=0, description="Number of glyphs (count).")
    boxes: list[BoxList] = Field(
        description="Where they stand, one box for each element or discard: [x0, top, x1, bottom] in PDF points, "
        "top left origin."
    )


class PageBalance(LedgerPart):
    """The balance of one page."""

    page: int = Field(ge=1, description="Physical page, counted from 1.")
    glyphs: int = Field(ge=0, description="Glyphs that the reader handed over (count).")
    accounts: list[Account] = Field(description="Where they ended, by account.")
    lost: int = Field(ge=0, description="Glyphs in no account (count); anything but 0 is an error.")
    doubled: int = Field(ge=0, description="Glyphs in more than one account (count); anything but 0 is an error.")


class Ledger(LedgerPart):
    """The balance of a report's text by page and account."""

    glyphs: int = Field(ge=0, description="All glyphs (count).")
    accounted: int = Field(ge=0, description="Glyphs that stand in exactly one account (count).")
    balanced: bool = Field(description="Whether every glyph stands in exactly one account.")
    pages: list[PageBalance] = Field(description="The balance page by page.")
