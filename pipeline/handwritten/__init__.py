"""Files that people write by hand: read strictly, held against their schema, refused with file, line and key."""

from pipeline.handwritten.checked import read_checked

__all__ = ["read_checked"]
