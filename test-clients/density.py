"""The log density of a compiled model: a client of its method serve."""

import json
import subprocess


class Density:
    """Runs a command such as ["./m", "serve", "data", "file=d.json"] and asks it."""

    def __init__(self, command):
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)
        try:
            self.info = self._read()
        except Exception:
            self.close()
            raise

    def _read(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("the model has ended")
        answer = json.loads(line)
        if "error" in answer:
            raise ValueError(answer["error"]["message"])
        return answer

    def ask(self, method, **members):
        self.process.stdin.write(json.dumps({"method": method, **members}) + "\n")
        self.process.stdin.flush()
        return self._read()

    def log_density(self, q, **terms):
        return float(self.ask("log_density", q=list(q), **terms)["log_density"])

    def gradient(self, q, **terms):
        answer = self.ask("gradient", q=list(q), **terms)
        return float(answer["log_density"]), [float(g) for g in answer["gradient"]]

    def values(self, q, **what):
        return self.ask("constrain", q=list(q), **what)["values"]

    def unconstrain(self, values):
        return self.ask("unconstrain", values=values)["q"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()
