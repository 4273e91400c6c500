"""Reader processes: they read, they may die, and they never take anything with them."""

from __future__ import annotations

import asyncio
import dataclasses
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cases.errors import Unavailable
from cases.settings import Settings
from flows import reader_process
from flows.readers import Readers
from flows.reading import SentFile, read_pages
from templates.pdf import to_pdf
from tests.shell.bad_files import write_all

PAGE = "<body><h1>Kestrel Bank</h1><p>Statement of account for the month of March</p></body>"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings.from_env({"VOUCH_DATA": str(tmp_path / "data")})
    return dataclasses.replace(made, readers=1, page_timeout_seconds=60)


def stall(seconds: float) -> None:
    time.sleep(seconds)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


async def test_a_page_is_read_in_another_process(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(to_pdf(PAGE))
    with Readers(settings) as readers:
        assert (await readers.inspect(file, "page.pdf")).pages == 1
        reading = await readers.read_page(file, 1)
    assert reading.text.words[0].text == "Kestrel"


async def test_a_process_that_dies_takes_only_its_page(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(to_pdf(PAGE))
    with Readers(settings) as readers:
        with pytest.raises(Unavailable):
            await readers._run(die)
        assert (await readers.read_page(file, 1)).text.words


async def test_a_process_that_hangs_is_killed_and_replaced(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(to_pdf(PAGE))
    with Readers(settings) as readers:
        await readers.start()
        readers._timeout = 1
        began = time.monotonic()
        with pytest.raises(TimeoutError):
            await readers._run(stall, 600.0)
        assert time.monotonic() - began < 30
        readers._timeout = 60
        assert (await readers.read_page(file, 1)).text.words


async def test_every_bad_file_is_refused_and_the_readers_live_on(settings: Settings, tmp_path: Path) -> None:
    with Readers(settings) as readers:
        for name, path in write_all(tmp_path).items():
            reading, pages, _ = await read_pages(readers, SentFile(path=path, name=name))
            assert pages == []
            assert reading.problems, name
        await readers.start()


async def test_a_page_that_is_not_there_is_a_problem_of_that_page(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(b"%PDF-1.4 nothing")
    with Readers(settings) as readers:
        reading = await readers.read_page(file, 1)
    assert [problem.code for problem in reading.problems] == ["page_failed"]


def test_readers_do_not_outlive_a_parent_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        "import asyncio, sys\n"
        "from cases.settings import Settings\n"
        "from flows.readers import Readers\n"
        "from tests.shell.test_readers import own_id\n"
        "async def main():\n"
        "    readers = Readers(Settings.from_env({'VOUCH_DATA': sys.argv[1], 'VOUCH_READERS': '1'}))\n"
        "    print(await readers._run(own_id), flush=True)\n"
        "    await asyncio.sleep(600)\n"
        "if __name__ == '__main__':\n"
        "    asyncio.run(main())\n"
    )
    parent = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": "."},
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    until = time.monotonic() + 20
    while Path(f"/proc/{child}").exists() and "Z" not in _state(child) and time.monotonic() < until:
        time.sleep(0.1)
    assert not Path(f"/proc/{child}").exists() or "Z" in _state(child)


def own_id() -> int:
    return os.getpid()


def _state(process: int) -> str:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return "Z"


@pytest.mark.slow
def test_nothing_is_looked_for_outside_this_machine(tmp_path: Path) -> None:
    """The real engine loads and reads a picture while every way to the network is barred."""
    script = (
        "import socket, sys\n"
        "def barred(*_, **__): raise SystemExit('the engine looked for the network')\n"
        "socket.socket.connect = barred; socket.getaddrinfo = barred; socket.create_connection = barred\n"
        "import cv2, numpy as np\n"
        "from pathlib import Path\n"
        "from ocr.engine import PaddleEngine\n"
        "image = np.full((200, 900, 3), 255, np.uint8)\n"
        "cv2.putText(image, 'Closing balance 4711.25', (30, 110), cv2.FONT_HERSHEY_SIMPLEX, 1.8, (0, 0, 0), 3)\n"
        "print(' '.join(word.text for word in PaddleEngine(Path(sys.argv[1])).read(image)))\n"
    )
    ran = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-2000:]
    assert ran.stdout.split()[-3:] == ["Closing", "balance", "4711.25"]


def test_wrong_weights_are_refused(tmp_path: Path) -> None:
    from cases.errors import BrokenInstallation
    from ocr.engine import PaddleEngine

    for name in ("ppocrv6_det.onnx", "ppocrv6_rec.onnx"):
        (tmp_path / name).write_bytes(b"other weights")
    with pytest.raises(BrokenInstallation, match="SHA-256"):
        PaddleEngine(tmp_path / "laid", tmp_path).load()


@pytest.mark.parametrize(
    ("parent", "found", "lives"), [(1, 1, True), (0, 1, True), (4711, 4711, True), (4711, 1, False)]
)
def test_a_reader_lives_as_long_as_its_parent_even_under_process_1(parent: int, found: int, lives: bool) -> None:
    """In a container the parent is process 1; a reader whose parent is gone has another one than it was told."""
    script = (
        "import os, sys\n"
        "from flows import reader_process\n"
        f"os.getppid = lambda: {found}\n"
        f"reader_process._die_with_parent({parent})\n"
        "print('alive')\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (ran.stdout.strip() == "alive") is lives, ran.stderr


async def test_a_started_reader_answers_at_once(settings: Settings, tmp_path: Path) -> None:
    """What takes long the first time is part of starting: a digital page then costs next to nothing."""
    file = tmp_path / "page.pdf"
    file.write_bytes(to_pdf(PAGE))
    with Readers(settings) as readers:
        await readers.start()
        loaded = await readers._run(modules)
    assert {"ocr.reading", "ocr.text_layer", "pypdfium2", "cv2"} <= loaded
    assert "paddleocr" not in loaded


def modules() -> set[str]:
    return set(sys.modules)


def test_a_reader_needs_its_setup() -> None:
    assert asyncio.iscoroutinefunction(Readers.read_page)
    with pytest.raises(RuntimeError, match="begin"):
        reader_process.warm()
