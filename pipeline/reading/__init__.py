"""Reading: what is drawn on each page of a PDF, as values of our own. All of pdfplumber lives in this package."""

from pipeline.reading.limits import Limits
from pipeline.reading.pdf import read

__all__ = ["Limits", "read"]
