"""What a report says, as typed records."""

from pipeline.extraction.extract import extract

__all__ = ["extract"]
