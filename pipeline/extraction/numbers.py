"""Numbers as they are printed: labels, and quantities in digits and words."""

from __future__ import annotations

import re

from pipeline.model.records import Number


def printed_number(label: str) -> Number:
    """A label as a number where it is printed in Arabic digits ("3.", "(3)"), else as printed, without its stop."""
    bare = label.strip().strip("()[]").rstrip(".:)").strip()
    return int(bare) if re.fullmatch(r"[0-9]{1,9}", bare) else bare or label.strip()
