"""A benchmark's folder on the command line: documents, ground truth, scorer."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

MISSING = 2  # exit code where the folder, the scorer or what it needs is not there


@dataclass(frozen=True)
class Corpus:
    """The documents, sorted by name, the folder of their ground truth, and the scorer."""

    files: list[Path]
    truth: Path
    scorer: Path


def parser_of(description: str | None) -> argparse.ArgumentParser:
    """A parser with the arguments that every such benchmark has; `description` is its module's docstring."""
    parser = argparse.ArgumentParser(description=(description or "").split("\n\n")[0])
    parser.add_argument("corpus", type=str, help="the folder with pdf/ and gt/")
    parser.add_argument("--scorer", type=Path, help="the scorer (default: CORPUS/score.py)")
    return parser


def corpus_of(arguments: argparse.Namespace) -> Corpus | None:
    """The corpus that the arguments name; None, said on standard error, where a part of it is missing."""
    folder = Path(arguments.corpus) if arguments.corpus else None
    if folder is None or not (folder / "pdf").is_dir() or not (folder / "gt").is_dir():
        print(f"no benchmark at {folder or 'CORPUS (not given)'}: it needs the folders pdf/ and gt/", file=sys.stderr)
        return None
    scorer = arguments.scorer or folder / "score.py"
    if not scorer.is_file():
        print(f"no scorer at {scorer}: give one with SCORER=FILE", file=sys.stderr)
        return None
    return Corpus(sorted((folder / "pdf").glob("*.pdf")), folder / "gt", scorer)
