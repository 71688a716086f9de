"""Tables and a plot of the yardstick's results: summary.py RESULTS.json [PLOT.svg]."""

import json
import pathlib
import statistics
import sys

LABELS = {"cpp": "C++ Stan", "cpp_tuned": "C++ tuned", "stanli": "stanli", "stanj": "stanj"}
OTHERS = ["cpp", "cpp_tuned", "stanli"]
TOLERANCE = 1e-6


def nanoseconds(entry: dict, peer: str) -> float | None:
    """The smallest time, without what the call itself costs; None where that is most of it."""
    result = entry["peers"].get(peer, {})
    if "minimum" not in result:
        return None
    overhead = result.get("call_overhead", 0)
    left = result["minimum"] - overhead
    return left if left > overhead else None


def ratio(entry: dict, peer: str) -> float | None:
    """How many times as long as stanj the peer takes."""
    theirs, ours = nanoseconds(entry, peer), nanoseconds(entry, "stanj")
    return theirs / ours if theirs and ours else None


def number(value: float | None, form: str) -> str:
    return format(value, form) if value is not None else "-"


def head(peers: list[str]) -> str:
    times = "".join(f"{LABELS[peer]:>14}" for peer in peers)
    ratios = "".join(f"{LABELS[peer] + '/us':>14}" for peer in peers if peer != "stanj")
    return f"{'program':<52}{'parameters':>11}{times}{ratios}  notes"


def row(name: str, entry: dict, peers: list[str]) -> str:
    times = "".join(f"{number(nanoseconds(entry, peer), ',.0f'):>14}" for peer in peers)
    ratios = "".join(f"{number(ratio(entry, peer), '.2f'):>14}" for peer in peers if peer != "stanj")
    return f"{name:<52}{entry['dimension'] or '-':>11}{times}{ratios}  {'; '.join(notes(entry))}"


def notes(entry: dict) -> list[str]:
    found = [f"{LABELS[peer]}: {r['error']}" for peer, r in entry["peers"].items() if "error" in r]
    if not entry["difference"] <= TOLERANCE:
        found.append(f"gradients differ by {entry['difference']:.1e}")
    size = entry["peers"].get("stanj", {}).get("bytes", 0)
    return found + ([f"{size:,.0f} bytes a gradient"] if size >= 1 else [])


def of_peer(table: dict, peer: str) -> str:
    """One line on all programs, and the ten at which stanj does worst."""
    ratios = {name: ratio(entry, peer) for name, entry in table.items()}
    known = sorted((r, name) for name, r in ratios.items() if r is not None)
    if not known:
        return ""
    values = [r for r, _ in known]
    slower = sum(r < 1 for r in values)
    mean = statistics.geometric_mean(values)
    first = (
        f"{LABELS[peer]} takes {mean:.2f} times as long as stanj (geometric mean of {len(values)} programs); "
        f"median {statistics.median(values):.2f}, from {values[0]:.2f} to {values[-1]:.2f}; stanj is slower at {slower}. "
        "The worst ten:"
    )
    return "\n".join([first] + [f"  {r:8.2f}  {name}" for r, name in known[:10]]) + "\n"


def text(table: dict) -> str:
    """What the whole table says."""
    failed = [(name, note) for name, entry in table.items() for note in notes(entry)]
    parts = [of_peer(table, peer) for peer in OTHERS]
    parts += ["Notes:\n" + "\n".join(f"  {name}: {note}" for name, note in failed) + "\n"] if failed else []
    return "\n".join(part for part in parts if part)


def plot(table: dict, path: pathlib.Path) -> None:
    """A row for each program, sorted by C++ Stan's ratio: how many times as long others take."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "stanj"
    from matplotlib import pyplot

    def key(name: str) -> float:
        return ratio(table[name], "cpp") or ratio(table[name], "stanli") or 0

    names = sorted(table, key=key)
    figure, axes = pyplot.subplots(figsize=(9, 1.2 + 0.16 * len(names)))
    for peer, marker in zip(OTHERS, ["o", "d", "x"], strict=True):
        points = [(ratio(table[name], peer), i) for i, name in enumerate(names)]
        known = [(r, i) for r, i in points if r is not None]
        if known:
            axes.plot(*zip(*known, strict=True), marker, markersize=4, label=LABELS[peer])
    axes.set_xscale("log")
    axes.axvline(1, color="black", linewidth=0.8)
    axes.set_yticks(range(len(names)), names, fontsize=6)
    axes.set_ylim(-1, len(names))
    axes.set_xlabel("time of a gradient, as a multiple of stanj's")
    axes.grid(axis="x", alpha=0.3)
    axes.legend(loc="lower right")
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)


if __name__ == "__main__":
    results = json.loads(pathlib.Path(sys.argv[1]).read_text())
    names_of = [peer for peer in LABELS if any(peer in entry["peers"] for entry in results.values())]
    print(head(names_of), *(row(name, entry, names_of) for name, entry in results.items()), text(results), sep="\n")
    if len(sys.argv) > 2:
        plot(results, pathlib.Path(sys.argv[2]))
