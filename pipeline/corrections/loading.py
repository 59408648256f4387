"""`corrections/<report>.yaml`, read and checked."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import CorrectionsError
from pipeline.handwritten import read_checked
from pipeline.model.corrections import Corrections


def load_corrections(path: Path | None) -> Corrections:
    """What people say about a report; nothing where there is no file (`path` is None).

    Raises CorrectionsError, which names file, line and key, where the file breaks `schemas/corrections.schema.json`.
    """
    if path is None:
        return Corrections()
    return Corrections.model_validate(read_checked(path, "corrections", CorrectionsError))
