"""Where the console command starts, and the one place where an error becomes a line and an exit code.

Each child process runs the imports of the script that started its parent, so nothing is imported here before it is
needed: the commands would be loaded once a file.
"""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    from pipeline.cli import console
    from pipeline.cli.commands import app
    from pipeline.cli.faults import answer_for, ending_cleanly

    console.start()
    with ending_cleanly() as stop:
        try:
            code = app(args=arguments, prog_name="report-pipeline", standalone_mode=False) or 0
        except Exception as error:
            code = stop.answer() if stop.asked else answer_for(error)
        except SystemExit:
            if not stop.asked:
                raise
            code = stop.answer()
    sys.exit(code)
