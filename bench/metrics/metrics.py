"""Least bulk ESS of the parameters per gradient under several metrics; prints a table with ratios to the first.

metrics.py POSTERIORDB [--metrics diag_e,fisher_diag,low_rank] [--options WORDS] [--seeds 1] [--only NAME,...]
           [--jobs 1] [--seconds 300] [--json FILE] [--runtime CLASSES]

POSTERIORDB is a checkout of posteriordb; programs of test-models are measured as well. A posterior counts as
correlated where two of its unconstrained parameters have a correlation of at least 0.7 under the first metric; the
table says so, and the last lines give geometric means over those.
"""

import argparse
import concurrent.futures
import csv
import json
import math
import pathlib
import subprocess
import tempfile
import zipfile

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
STANJ = ROOT / "stanj"
CACHE = HERE.parent / ".cache" / "metrics"
CORRELATED = 0.7
CHAINS = 4
TEST_MODELS = ["arma_1_1", "autoregressive_k", "garch_1_1", "local_level_kalman", "linear_regression_vectorised"]


def posteriordb(root: pathlib.Path):
    """(name, program, data as text) of all posteriors, by name."""
    base = root / "posterior_database"
    for file in sorted((base / "posteriors").glob("*.json")):
        posterior = json.loads(file.read_text())
        program = base / "models" / "stan" / (posterior["model_name"] + ".stan")
        data = base / "data" / "data" / (posterior["data_name"] + ".json.zip")
        if program.exists() and data.exists():
            with zipfile.ZipFile(data) as packed:
                yield file.stem, program, packed.read(packed.namelist()[0]).decode()


def ours():
    for name in TEST_MODELS:
        folder = ROOT / "test-models" / name
        yield name, folder / f"{name}.stan", (folder / "data.json").read_text()


def compiled(program: pathlib.Path) -> pathlib.Path:
    CACHE.mkdir(parents=True, exist_ok=True)
    jar = CACHE / f"{program.stem}.jar"
    if not jar.exists() or jar.stat().st_mtime < program.stat().st_mtime:
        subprocess.run([STANJ, "compile", program, "-o", jar], check=True, capture_output=True)
    return jar


def parameters(program: pathlib.Path) -> list[str]:
    info = subprocess.run([STANJ, "stanc", "--info", program], check=True, capture_output=True, text=True).stdout
    return list(json.loads(info)["parameters"])


def sample(command: list, metric: str, options: list[str], seed: int, data: pathlib.Path, seconds: float) -> None:
    words = ["sample", f"num_chains={CHAINS}", "save_warmup=1", *options, "algorithm=hmc", f"metric={metric}"]
    files = [f"file={data.parent / 'o.csv'}", f"diagnostic_file={data.parent / 'd.csv'}", "refresh=0"]
    words += ["data", f"file={data}", "random", f"seed={seed}", "output", *files]
    subprocess.run([*command, *words], check=True, capture_output=True, timeout=seconds)


def rows(file: pathlib.Path) -> list[dict]:
    with file.open() as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def setting(file: pathlib.Path, name: str) -> int:
    """A whole number of the head."""
    with file.open() as lines:
        return next(int(line.split()[3]) for line in lines if line[1:].strip().startswith(f"{name} = "))


def correlation(folder: pathlib.Path, samples: int) -> float:
    """Largest absolute correlation of two unconstrained parameters."""
    draws = [row for c in range(CHAINS) for row in rows(folder / f"d_{c + 1}.csv")[-samples:][::4]]
    names = list(draws[0])[7:]
    names = [n for n in names if not n.startswith(("p_", "g_"))][:200]
    columns = []
    for name in names:
        x = [float(row[name]) for row in draws]
        mean = math.fsum(x) / len(x)
        norm = math.sqrt(math.fsum((v - mean) ** 2 for v in x)) or 1
        columns.append([(v - mean) / norm for v in x])
    pairs = ((a, b) for i, a in enumerate(columns) for b in columns[:i])
    return max((abs(sum(map(float.__mul__, a, b))) for a, b in pairs), default=0)


def judge(folder: pathlib.Path, names: list[str]) -> dict:
    """Least bulk ESS and largest R-hat of the parameters, divergences, and gradients with and without warmup."""
    files = [folder / f"o_{c + 1}.csv" for c in range(CHAINS)]
    summary = folder / "summary.csv"
    tool = ROOT / ".stanj" / "home" / "bin" / "stansummary"
    subprocess.run([tool, f"--csv_filename={summary}", *files], check=True, capture_output=True)
    wanted = [row for row in rows(summary) if row["name"].split("[")[0].split(".")[0] in names]
    sizes = [float(row["ESS_bulk"]) for row in wanted]
    samples = setting(files[0], "num_samples") // setting(files[0], "thin")
    steps = [[int(row["n_leapfrog__"]) for row in rows(file)] for file in files]
    return {
        "ess": min(size for size in sizes if not math.isnan(size)),
        "r_hat": max(float(row["R_hat"]) for row in wanted if row["R_hat"] != "nan"),
        "gradients": sum(sum(s[-samples:]) for s in steps),
        "all_gradients": sum(map(sum, steps)),
        "divergent": sum(int(row["divergent__"]) for file in files for row in rows(file)[-samples:]),
    }


def measure(case, arguments) -> dict:
    name, program, text = case
    jar, names = compiled(program), parameters(program)
    base = ["java", "--add-modules", "jdk.incubator.vector"]
    path = f"{arguments.runtime}:{jar}" if arguments.runtime else str(jar)
    command = [*base, "-XX:+UseSerialGC", "-cp", path, main_class(jar)]
    metrics = arguments.metrics.split(",")

    def run(metric: str, seed: int) -> dict:
        with tempfile.TemporaryDirectory() as directory:
            folder = pathlib.Path(directory)
            data = folder / "data.json"
            data.write_text(text)
            sample(command, metric, arguments.options.split(), seed, data, arguments.seconds)
            found = judge(folder, names)
            return found | ({"correlation": correlation(folder, 1000)} if metric == metrics[0] else {})

    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        futures = {m: [pool.submit(run, m, s + 1) for s in range(arguments.seeds)] for m in metrics}
        runs = {m: [future.result() for future in of] for m, of in futures.items()}
    return {"name": name, "correlation": runs[metrics[0]][0]["correlation"], "metrics": runs}


def main_class(jar: pathlib.Path) -> str:
    with zipfile.ZipFile(jar) as packed:
        lines = packed.read("META-INF/MANIFEST.MF").decode().splitlines()
    return next(line.split(": ", 1)[1] for line in lines if line.startswith("Main-Class"))


def per_gradient(runs: list[dict], key: str = "gradients") -> float:
    return sum(r["ess"] for r in runs) / sum(r[key] for r in runs)


def line(result: dict, metrics: list[str]) -> str:
    first = per_gradient(result["metrics"][metrics[0]])
    cells = [f"{result['name'][:44]:44} {result['correlation']:5.2f} {1e3 * first:9.3f}"]
    for metric in metrics:
        runs = result["metrics"][metric]
        worst = max(r["r_hat"] for r in runs)
        cells.append(f"{per_gradient(runs) / first:6.2f} {worst:5.2f} {sum(r['divergent'] for r in runs):5d}")
    return " ".join(cells)


def means(results: list[dict], metrics: list[str]) -> list[str]:
    lines = []
    for title, key in (("sampling", "gradients"), ("warmup too", "all_gradients")):
        ratios = []
        for metric in metrics:
            logs = [
                math.log(per_gradient(r["metrics"][metric], key) / per_gradient(r["metrics"][metrics[0]], key))
                for r in results
            ]
            ratios.append(f"{metric} {math.exp(sum(logs) / len(logs)):.2f}")
        lines.append(f"{len(results)} posteriors, {title}: " + ", ".join(ratios))
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posteriordb", type=pathlib.Path)
    parser.add_argument("--metrics", default="diag_e,fisher_diag,low_rank")
    parser.add_argument("--options", default="")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--runtime", default="")
    arguments = parser.parse_args()
    metrics = arguments.metrics.split(",")
    chosen = arguments.only.split(",") if arguments.only else []
    results = []
    print(f"{'posterior':44} {'corr':>5} {'ESS/1000':>9}  then for each of {', '.join(metrics)}: ratio, R-hat, divergences")
    for case in [*ours(), *posteriordb(arguments.posteriordb)]:
        if chosen and case[0] not in chosen:
            continue
        try:
            results.append(measure(case, arguments))
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired, ValueError) as e:
            said = (getattr(e, "stderr", None) or b"").strip()[-200:]
            print(f"{case[0][:44]:44} left out: {type(e).__name__} {said}", flush=True)
            continue
        print(line(results[-1], metrics), flush=True)
        if arguments.json:
            arguments.json.write_text(json.dumps(results, indent=1))
    correlated = [r for r in results if r["correlation"] >= CORRELATED]
    for group in (results, correlated):
        if group:
            print("\n".join(means(group, metrics)))


if __name__ == "__main__":
    main()
