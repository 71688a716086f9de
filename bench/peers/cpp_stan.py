"""C++ Stan: compiles a program with the stanc, headers and libraries of the httpstan wheel."""

import hashlib
import json
import pathlib
import re
import subprocess
import time

import httpstan

PACKAGE = pathlib.Path(httpstan.__file__).parent
DRIVER = pathlib.Path(__file__).parent.parent / "cpp" / "driver.cpp"
# CmdStan's flags; the last macro fits the libraries of the wheel.
FLAGS = (
    "-std=c++17 -O3 -D_REENTRANT -DBOOST_DISABLE_ASSERTS -Wno-sign-compare -Wno-ignored-attributes "
    "-D_GLIBCXX_USE_CXX11_ABI=0"
).split()
TUNED_STANC = ["--O1"]
TUNED_FLAGS = ["-march=native"]
THREADED_FLAGS = ["-DSTAN_THREADS"]
TIMEOUT = 900
LIBRARIES = ["-lsundials_cvodes", "-lsundials_idas", "-lsundials_kinsol", "-lsundials_nvecserial", "-ltbb"]


def version() -> str:
    out = subprocess.run([PACKAGE / "stanc", "--version"], capture_output=True, text=True, check=True)
    return out.stdout.strip()


def compile_model(
    program: pathlib.Path, cache: pathlib.Path, tuned: bool = False, threads: bool = False
) -> tuple[pathlib.Path, float]:
    """The benchmark binary of a program, and the seconds its build took; kept by content.

    A tuned one is optimised by stanc as well, and for this machine. One with threads has as many as the
    environment says in STAN_NUM_THREADS.
    """
    stanc = TUNED_STANC if tuned else []
    flags = FLAGS + (TUNED_FLAGS if tuned else []) + (THREADED_FLAGS if threads else [])
    words = flags + LIBRARIES + stanc
    text = program.read_bytes() + DRIVER.read_bytes() + " ".join(words).encode()
    key = hashlib.sha256(text + httpstan.__version__.encode()).hexdigest()[:16]
    binary = cache / f"{program.stem}-{key}"
    record = binary.with_suffix(".seconds")
    if not record.exists():
        start = time.monotonic()
        build(program, binary, stanc, flags)
        record.write_text(str(time.monotonic() - start))
    return binary, float(record.read_text())


def build(program: pathlib.Path, binary: pathlib.Path, stanc: list[str], flags: list[str]) -> None:
    """stanc, then g++ on the driver with the model's header."""
    binary.parent.mkdir(parents=True, exist_ok=True)
    header = binary.with_suffix(".hpp")
    subprocess.run([PACKAGE / "stanc", *stanc, f"--o={header}", program], check=True)
    include = PACKAGE / "include"
    library = PACKAGE / "lib"
    subprocess.run(
        ["g++", *flags, "-w", "-isystem", include, "-include", header, DRIVER, "-o", binary]
        + [f"-L{library}", f"-Wl,-rpath,{library}", *LIBRARIES],
        check=True,
    )


def measure(binary: pathlib.Path, data: pathlib.Path, q: pathlib.Path, windows, pin: list[str], env=None) -> dict:
    """Nanoseconds per gradient: median and minimum over the windows."""
    arguments = [str(windows.count), str(windows.milliseconds), str(windows.warmup)]
    command = [*pin, binary, data, q, *arguments]
    out = subprocess.run(command, capture_output=True, text=True, check=True, timeout=TIMEOUT, env=env)
    # C++ writes what is not finite in its own way.
    numbers = re.sub(r"-?\bnan\b", "NaN", out.stdout)
    return json.loads(re.sub(r"\binf\b", "Infinity", numbers))
