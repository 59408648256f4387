"""The document behind the pages."""

from pipeline.assembly.assemble import assemble

__all__ = ["assemble"]
