"""Serve the folder flow, on a schedule or on demand.

    python -m flows.serve                       # wait for runs started by hand, in Prefect's interface or command line
    python -m flows.serve --cron "0 6 * * 1"    # and run each Monday at six
    PREFECT_API_URL=http://127.0.0.1:4200/api python -m flows.serve     # with a server of your own

Then `prefect deployment run regenerate-all/reports` starts a run.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from flows.regenerate import regenerate_all


def main() -> None:
    """Serve until stopped."""
    parser = argparse.ArgumentParser(description="Serve the flow that makes the datasets of each PDF in a folder.")
    parser.add_argument("--folder", type=Path, default=Path("raw"), help="folder of the PDFs (default: raw)")
    parser.add_argument("-o", "--out", type=Path, default=Path("output"), help="parent of the results")
    parser.add_argument("--cron", help='when to run, as in "0 6 * * 1"')
    arguments = parser.parse_args()
    parameters = {"folder": str(arguments.folder.resolve()), "out": str(arguments.out.resolve())}
    regenerate_all.serve(name="reports", cron=arguments.cron, parameters=parameters)


if __name__ == "__main__":
    main()
