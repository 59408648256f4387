"""Serve the folder flow, on a schedule or on demand. That needs a Prefect server that stays:

    .venv/bin/prefect server start &
    export PREFECT_API_URL=http://127.0.0.1:4200/api
    .venv/bin/python -m flows.serve --cron "0 6 * * 1"      # each Monday at six; without --cron on demand only
    .venv/bin/prefect deployment run regenerate-all/reports  # a run now

Runs, logs and the tables of counts and findings are then at http://127.0.0.1:4200.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from flows.regenerate import regenerate_all
from pipeline.errors import ExitCode


def main() -> int:
    """Serve until stopped."""
    parser = argparse.ArgumentParser(description="Serve the flow that makes the datasets of each PDF in a folder.")
    parser.add_argument("--folder", type=Path, default=Path("raw"), help="folder of the PDFs (default: raw)")
    parser.add_argument("-o", "--out", type=Path, default=Path("output"), help="parent of the results")
    parser.add_argument("--cron", help='when to run, as in "0 6 * * 1"')
    arguments = parser.parse_args()
    if not os.environ.get("PREFECT_API_URL"):
        print("PREFECT_API_URL names no server. Start one with: prefect server start", file=sys.stderr)
        return ExitCode.USAGE
    parameters = {"folder": str(arguments.folder.resolve()), "out": str(arguments.out.resolve())}
    regenerate_all.serve(name="reports", cron=arguments.cron, parameters=parameters)
    return ExitCode.DONE


if __name__ == "__main__":
    sys.exit(main())
