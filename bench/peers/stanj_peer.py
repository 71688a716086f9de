"""stanj: compiles a program to a jar and asks the jar for its own measurement."""

import json
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).parent.parent.parent
STANJ = ROOT / "stanj"
TIMEOUT = 900


def compile_model(program: pathlib.Path, cache: pathlib.Path) -> pathlib.Path:
    cache.mkdir(parents=True, exist_ok=True)
    jar = cache / f"{program.stem}.jar"
    subprocess.run([STANJ, "compile", program, "-o", jar], check=True, stdout=subprocess.DEVNULL)
    return jar


def measure(jar: pathlib.Path, data: pathlib.Path, q: pathlib.Path, pin: list[str]) -> dict:
    """Nanoseconds per gradient (median, minimum), bytes allocated by one, and the gradient."""
    command = [*pin, "java", "-jar", jar, "benchmark", f"point={q}", "data", f"file={data}"]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=TIMEOUT)
    out = json.loads(run.stdout[run.stdout.index("{") :])
    return {**out["ns_per_gradient"], "bytes": out["bytes_per_gradient"], "lp": out["lp"], "gradient": out["gradient"]}
