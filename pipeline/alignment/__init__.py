"""Printings of one passage found and compared, word by word: what pull-quotes and quotes both stand on."""

from pipeline.alignment.align import Match, align
from pipeline.alignment.difference import word_difference, word_steps

__all__ = ["Match", "align", "word_difference", "word_steps"]
