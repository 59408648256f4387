"""Where the console command starts, and the one place where an error becomes a line and an exit code.

Each child process runs the imports of the script that started its parent, so nothing is imported here before it is
needed: the commands would be loaded once a file.
"""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    from pipeline.cli.stops import ending_cleanly

    with ending_cleanly() as stop:
        try:
            code = _run(arguments)
        except BaseException as error:
            code = stop.answer() if stop.asked else _answer_for(error)
    sys.exit(code)


def _run(arguments: list[str] | None) -> int:
    from pipeline.cli import console
    from pipeline.cli.commands import app

    console.start()
    return app(args=arguments, prog_name="report-pipeline", standalone_mode=False) or 0


def _answer_for(error: BaseException) -> int:
    from pipeline.cli.faults import answer_for

    if not isinstance(error, Exception):
        raise error
    return answer_for(error)
