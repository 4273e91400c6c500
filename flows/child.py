"""A child process for as long as it is needed: it ends with its context, and when this process dies."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import IO

STOP_SECONDS = 15
"""For how long a child may take to end by itself."""
_PR_SET_PDEATHSIG = 1
# Loaded here, because a child between fork and exec must not import anything.
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


@contextmanager
def child(
    command: Sequence[str], environment: Mapping[str, str], output: IO[bytes] | int
) -> Iterator[subprocess.Popen[bytes]]:
    """Starts a command whose output goes to a file or to `subprocess.DEVNULL`; Ctrl-C does not reach it by itself."""
    process = subprocess.Popen(
        command,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=_end_with_parent,  # noqa: PLW1509 - nothing but one system call is done there.
    )
    try:
        yield process
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends a child and what it started, by the process group that it was started in."""
    for number, patience in ((signal.SIGTERM, STOP_SECONDS), (signal.SIGKILL, None)):
        if process.poll() is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(patience)


def _end_with_parent() -> None:
    """On Linux the kernel ends the child when its parent dies, however that happens."""
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
