"""Corrections: what people say about single values, applied to what was extracted."""

from pipeline.corrections.applying import Applied, apply_corrections
from pipeline.corrections.loading import load_corrections
from pipeline.corrections.writing import append_correction, correction_for

__all__ = ["Applied", "append_correction", "apply_corrections", "correction_for", "load_corrections"]
