"""Layout: what belongs together on each page, what it is, and in which order it is read."""

from pipeline.layout.compose import lay_out, lay_out_sheets

__all__ = ["lay_out", "lay_out_sheets"]
