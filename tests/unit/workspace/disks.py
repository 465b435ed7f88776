"""Small real disks that can be filled, made read-only and taken away; tests skip where none may be mounted."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class Disk:
    """A mounted tmpfs."""

    def __init__(self, folder: Path, kilobytes: int) -> None:
        self.folder = folder
        self._kilobytes = kilobytes

    def fill(self) -> Path:
        """Take all the room that is left; removing the file that comes back gives it back."""
        ballast = self.folder / "ballast"
        with ballast.open("ab", buffering=0) as file:
            for size in (65536, 4096, 1):
                self._write_until_full(file.fileno(), size)
        return ballast

    @staticmethod
    def _write_until_full(descriptor: int, size: int) -> None:
        try:
            while True:
                os.write(descriptor, b"\0" * size)
        except OSError:
            return

    def lock(self, locked: bool = True) -> None:
        """Make the disk read-only, or writable again."""
        _run("mount", "-o", f"remount,{'ro' if locked else 'rw'}", str(self.folder))

    def vanish(self) -> None:
        """Take the disk away; its empty folder stays."""
        _run("umount", "-l", str(self.folder))

    def come_back(self, contents: dict[str, bytes]) -> None:
        """Mount a disk there again that holds these files."""
        _run("mount", "-t", "tmpfs", "-o", f"size={self._kilobytes}k", "tmpfs", str(self.folder))
        for name, data in contents.items():
            (self.folder / name).write_bytes(data)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Disk]:
    """A disk of that size in a folder."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a small disk takes root on Linux")
    folder.mkdir(exist_ok=True)
    try:
        _run("mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder))
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        pytest.skip(f"no small disk can be mounted here: {error}")
    try:
        yield Disk(folder, kilobytes)
    finally:
        subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=False)
