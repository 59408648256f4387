"""Figures: charts, diagrams and maps, whose words are labels and no text."""

from pipeline.figures.finding import figures_of, text_size, without_figures, words_outside

__all__ = ["figures_of", "text_size", "without_figures", "words_outside"]
