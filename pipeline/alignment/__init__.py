"""Printings of one passage found and compared, word by word: what pull-quotes and quotes both stand on."""

from pipeline.alignment.align import Match, align
from pipeline.alignment.difference import word_difference, word_steps
from pipeline.alignment.words import forms_in, forms_of

__all__ = ["Match", "align", "forms_in", "forms_of", "word_difference", "word_steps"]
