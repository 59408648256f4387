"""Glyphs to lines, and lines to text: what layout and tables both stand on."""

from pipeline.lines.joining import join_lines
from pipeline.lines.page_lines import PageLines, read_lines
from pipeline.lines.sheets import read_sheet
from pipeline.lines.vocabulary import Vocabulary

__all__ = ["PageLines", "Vocabulary", "join_lines", "read_lines", "read_sheet"]
