"""python3 -m mlinfra_emulator [--port 5111]"""

import argparse
import os
import sys
from contextlib import redirect_stdout

from .cannot_start import CannotStart
from .server import ServerOptions, serve


def main(arguments: list[str] | None = None) -> int:
    given = _parser().parse_args(arguments)
    ready = sys.stdout
    try:
        log = open(given.log, "a", encoding="utf-8") if given.log else sys.stderr
    except OSError as error:
        print(f"Cannot write the log {given.log}: {error.strerror}. Choose another file with --log.", file=sys.stderr)
        return 1
    options = ServerOptions(
        host=given.host,
        port=given.port,
        log=log,
        ready=ready,
        parent_pid=given.parent_pid,
        watch_stdin=given.watch_stdin,
        patches=_patches(os.environ.get("MLINFRA_EMULATOR_PATCHES", "on")),
    )
    try:
        # moto prints here and there; standard output carries the ready line and nothing else.
        with redirect_stdout(sys.stderr):
            serve(options)
    except CannotStart as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _patches(setting: str) -> list[str] | None:
    """`on` is all of them, `off` is moto as it comes, and `iam,ecs` is those two: to see what each is for."""
    if setting == "on":
        return None
    return [] if setting == "off" else setting.split(",")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 -m mlinfra_emulator",
        description="An AWS in memory: moto with the operations it lacks. Prints one JSON line when it answers.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default %(default)s)")
    parser.add_argument("--port", type=int, default=0, help="port to listen on; 0, the default, takes a free one")
    parser.add_argument("--log", help="file the access log is appended to (default: standard error)")
    parser.add_argument("--parent-pid", type=int, help="end when this process ends, however it ends")
    parser.add_argument("--watch-stdin", action="store_true", help="end when standard input is closed")
    return parser


if __name__ == "__main__":
    sys.exit(main())
