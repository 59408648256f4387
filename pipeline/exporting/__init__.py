"""Exporting: a published folder in the forms that other tools open."""

from pipeline.exporting.export import FORMATS, Format, export

__all__ = ["FORMATS", "Format", "export"]
