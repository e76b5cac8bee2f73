"""Runs a program and says what it cost: wall time, processor time, peak memory."""

import atexit
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import astuple, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Cost:
    """What one run took. Times in seconds; peak resident memory in MB (1,000,000 bytes).

    A peak below about 20 MB is not seen: the system counts the Python that started the program.
    """

    wall: float
    cpu: float
    peak: float


def run(command: list[str], log: Path, environment: dict[str, str] | None = None) -> Cost:
    """Runs a command to its end, its output going to `log`; stops the benchmark if it fails."""
    os.sync()  # what an earlier run wrote is not written back at this run's expense
    with open(log, "wb") as output:
        start = time.perf_counter()
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
            env={**os.environ, **(environment or {})})
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)  # Popen must not wait for it again
    if child.returncode != 0:
        tail = log.read_text(errors="replace")[-2000:]
        sys.exit(f"{' '.join(command)}\nended with {child.returncode}:\n{tail}")
    unit = 1 if platform.system() == "Darwin" else 1024  # of ru_maxrss, in bytes
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6)


def median(costs: list[Cost]) -> Cost:
    """Each measure's own median."""
    return Cost(*map(statistics.median, zip(*(astuple(cost) for cost in costs))))


def spread(costs: list[Cost]) -> str:
    """The fastest and the slowest run, which tells how far to trust the median."""
    walls = [cost.wall for cost in costs]
    return f"{min(walls):.3f}–{max(walls):.3f}"


def machine() -> str:
    """The processor, its cores, the memory and the system, in one line."""
    name = platform.processor() or platform.machine()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    system = f"{platform.system()} {platform.release()}"
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        found = re.search(r"^model name\s*:\s*(.+)$", cpuinfo.read_text(), re.MULTILINE)
        name = found.group(1) if found else name
    return f"{name}, {os.cpu_count()} cores, {memory:.0f} GB, {system}"


def warn_if_busy() -> None:
    """Times, and even their ratios, mean little while others use the machine."""
    load = os.getloadavg()[0]
    if load > 0.5:
        print(f"The machine is busy (load {load:.1f}): trust no figure but instructions.",
              file=sys.stderr)


def release_binary(given: str | None) -> str:
    """The docgen to measure: the one given, or the release build."""
    path = Path(given) if given else ROOT / ".build/release/docgen"
    if not path.exists():
        sys.exit(f"no docgen at {path}: run Tools/build-release, or name one with --docgen")
    return str(path.resolve())


def set_aside(folder: Path) -> None:
    """Takes a folder that may be there out of the way, and removes it when the benchmark ends.

    Not at once: for some minutes ext4 looks past each recently removed inode whenever it makes a
    file, which costs a build of 800 files a quarter of its processor time.
    """
    if folder.exists():
        aside = Path(tempfile.mkdtemp(prefix=".aside-", dir=folder.parent))
        folder.rename(aside / folder.name)
        atexit.register(shutil.rmtree, aside, ignore_errors=True)


def empty(folder: Path) -> Path:
    """The folder, there and with nothing in it."""
    set_aside(folder)
    folder.mkdir(parents=True)
    return folder


@dataclass(frozen=True)
class Output:
    """What a build left behind."""

    pages: int
    page_bytes: int
    total_bytes: int

    @staticmethod
    def of(folder: Path) -> "Output":
        pages = page_bytes = total = 0
        for directory, _, names in os.walk(folder):
            for name in names:
                size = os.stat(os.path.join(directory, name)).st_size
                total += size
                if name.endswith(".html"):
                    pages += 1
                    page_bytes += size
        return Output(pages, page_bytes, total)
