"""The second witness: PDFium reads the same file, and is asked what it sees."""

from pipeline.validation.witness.testimony import PageTestimony, SeenWord, Testimony, hear_witness

__all__ = ["PageTestimony", "SeenWord", "Testimony", "hear_witness"]
