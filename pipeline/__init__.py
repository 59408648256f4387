"""Policy reports published as PDFs become clean, validated datasets, every value traceable to the page.

    from pipeline import run

    outcome = run("raw/report.pdf", out="output")     # the whole walk; outcome.folder holds the files

and the stages one by one, each taking what the one before it made:

    from pipeline import read, lay_out, assemble, load_profile, extract, validate

    document = assemble(lay_out(read(Path("report.pdf"))))
    records = extract(document, load_profile("report"))
    validation = validate(document, records, Path("report.pdf"))

Names are fetched when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.assembly import assemble
    from pipeline.extraction import extract
    from pipeline.layout import lay_out
    from pipeline.profiles import load_profile
    from pipeline.publishing import publish
    from pipeline.reading import Limits, read
    from pipeline.tables import find_tables
    from pipeline.validation import validate
    from pipeline.walk import Outcome, run

__version__ = "0.1.0"

__all__ = [
    "Limits",
    "Outcome",
    "__version__",
    "assemble",
    "extract",
    "find_tables",
    "lay_out",
    "load_profile",
    "publish",
    "read",
    "run",
    "validate",
]

_ROOMS = {
    "Limits": "pipeline.reading",
    "Outcome": "pipeline.walk",
    "assemble": "pipeline.assembly",
    "extract": "pipeline.extraction",
    "find_tables": "pipeline.tables",
    "lay_out": "pipeline.layout",
    "load_profile": "pipeline.profiles",
    "publish": "pipeline.publishing",
    "read": "pipeline.reading",
    "run": "pipeline.walk",
    "validate": "pipeline.validation",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ROOMS[name]), name)
