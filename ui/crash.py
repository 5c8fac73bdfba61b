"""When the program itself is wrong: a report of types and frames, and no value of any variable."""

import faulthandler
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from app.clock import Clock

REPORT = "crash.txt"
FAULTS = "fault.txt"


def report(error: BaseException) -> str:
    """The chain of error types with the frames they passed: no message, since messages hold record text."""
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        lines.extend(_frames(seen.__traceback__))
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines)


def install(folder: Path, clock: Clock, tell: Callable[[str], None]) -> None:
    """Write every unexpected error to `folder`; `tell` gets the report on the thread of the error."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def caught(error: BaseException) -> None:
        write(folder, clock, error)
        tell(report(error))

    def of_main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        caught(error)

    def of_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            caught(args.exc_value)

    sys.excepthook = of_main
    threading.excepthook = of_thread
    faulthandler.enable((folder / FAULTS).open("a", encoding="utf-8"))


def write(folder: Path, clock: Clock, error: BaseException) -> Path:
    """Append the report of `error` to the crash file and give its path."""
    path = folder / REPORT
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{clock.now().isoformat(timespec='seconds')} Python {sys.version.split()[0]}\n")
        file.write(f"{report(error)}\n\n")
    path.chmod(0o600)
    return path


def _frames(trace: TracebackType | None) -> list[str]:
    frames = []
    while trace is not None:
        code = trace.tb_frame.f_code
        frames.append(f"  {Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return frames
