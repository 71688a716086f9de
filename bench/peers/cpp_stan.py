"""C++ Stan: compiles a program with the stanc, headers and libraries of the httpstan wheel."""

import hashlib
import json
import pathlib
import re
import subprocess
import time

import httpstan

PACKAGE = pathlib.Path(httpstan.__file__).parent
DRIVERS = pathlib.Path(__file__).parent.parent / "cpp"
DRIVER = DRIVERS / "driver.cpp"
SAMPLER = DRIVERS / "sampler.cpp"
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
    program: pathlib.Path, cache: pathlib.Path, tuned: bool = False, threads: bool = False, driver: pathlib.Path = DRIVER
) -> tuple[pathlib.Path, float]:
    """The binary of a program and a driver, and the seconds that the program's part took; kept by content.

    A tuned one is optimised by stanc as well, and for this machine. One with threads has as many as the
    environment says in STAN_NUM_THREADS.
    """
    stanc = TUNED_STANC if tuned else []
    flags = FLAGS + (TUNED_FLAGS if tuned else []) + (THREADED_FLAGS if threads else [])
    model, seconds = kept(program, cache, " ".join(flags + stanc), lambda to: model_object(program, to, stanc, flags))
    main, _ = kept(driver, cache, " ".join(flags), lambda to: compile_cpp(["-c", driver], to, flags))
    binary = cache / f"{model.stem}-{main.stem}"
    if not binary.exists():
        link(model, main, binary)
    return binary, seconds


def kept(source: pathlib.Path, cache: pathlib.Path, words: str, build) -> tuple[pathlib.Path, float]:
    """The object file of a source, built unless the cache has it, and the seconds that its build took."""
    text = source.read_bytes() + (words + httpstan.__version__).encode()
    target = cache / f"{source.stem}-{hashlib.sha256(text).hexdigest()[:16]}.o"
    record = target.with_suffix(".seconds")
    if not record.exists():
        cache.mkdir(parents=True, exist_ok=True)
        start = time.monotonic()
        build(target)
        record.write_text(str(time.monotonic() - start))
    return target, float(record.read_text())


def model_object(program: pathlib.Path, target: pathlib.Path, stanc: list[str], flags: list[str]) -> None:
    header = target.with_suffix(".hpp")
    subprocess.run([PACKAGE / "stanc", *stanc, f"--o={header}", program], check=True)
    compile_cpp(["-c", "-x", "c++", header], target, flags)


def compile_cpp(words: list, target: pathlib.Path, flags: list[str]) -> None:
    subprocess.run(["g++", *flags, "-w", "-isystem", PACKAGE / "include", *words, "-o", target], check=True)


def link(model: pathlib.Path, main: pathlib.Path, binary: pathlib.Path) -> None:
    library = PACKAGE / "lib"
    paths = [f"-L{library}", f"-Wl,-rpath,{library}"]
    subprocess.run(["g++", *FLAGS, main, model, "-o", binary, *paths, *LIBRARIES], check=True)


def measure(binary: pathlib.Path, data: pathlib.Path, q: pathlib.Path, windows, pin: list[str], env=None) -> dict:
    """Nanoseconds per gradient: median and minimum over the windows."""
    arguments = [str(windows.count), str(windows.milliseconds), str(windows.warmup)]
    command = [*pin, binary, data, q, *arguments]
    out = subprocess.run(command, capture_output=True, text=True, check=True, timeout=TIMEOUT, env=env)
    # C++ writes what is not finite in its own way.
    numbers = re.sub(r"-?\bnan\b", "NaN", out.stdout)
    return json.loads(re.sub(r"\binf\b", "Infinity", numbers))
