"""The table of checks: all that validation looks for, in the order in which findings are listed.

Each check is a small function; what it looks for, by which rule, and what to do about it stands beside it. The
documentation and `report-pipeline checks` are made from this table.
"""

from pipeline.validation.checks import (
    addresses,
    conservation,
    contents,
    copies,
    curation,
    datasets,
    language,
    links,
    lists,
    marks,
    names,
    notes,
    people,
    references,
    repeats,
    tables,
)
from pipeline.validation.registry import Check

CHECKS: tuple[Check, ...] = (
    *conservation.CHECKS,
    *datasets.CHECKS,
    *curation.CHECKS,
    *language.CHECKS,
    *names.CHECKS,
    *addresses.CHECKS,
    *copies.CHECKS,
    *repeats.CHECKS,
    *marks.CHECKS,
    *contents.CHECKS,
    *lists.CHECKS,
    *tables.CHECKS,
    *people.CHECKS,
    *references.CHECKS,
    *notes.CHECKS,
    *links.CHECKS,
)

__all__ = ["CHECKS"]
