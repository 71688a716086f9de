import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import cmdstanpy
import numpy as np
from clients import HERE, folder

PROGRAM = HERE.parent / "test-models" / "formula_threads_slopes"
DATA = json.loads((PROGRAM / "data.json").read_text())
WORDS = "sample num_samples=50 num_warmup=100 num_chains=4 random seed=3 data file={} output file={}"


def draws(file):
    """What is left of a file without times and the number of threads."""
    lines = pathlib.Path(file).read_text().splitlines()
    told = ("# start_datetime", "# num_threads")
    return [line for line in lines if not line.startswith(told) and " seconds (" not in line]


class Threads(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        place = pathlib.Path(tempfile.mkdtemp(dir=folder()))
        file = shutil.copy(PROGRAM / "formula_threads_slopes.stan", place)
        cls.model = cmdstanpy.CmdStanModel(stan_file=file, cpp_options={"STAN_THREADS": True})

    def run_executable(self, words, **variables):
        """The draws of four chains in one process, whatever CmdStanPy has left in the environment."""
        inherited = {k: v for k, v in os.environ.items() if k != "STAN_NUM_THREADS"}
        place = pathlib.Path(tempfile.mkdtemp(dir=folder()))
        line = WORDS.format("data.json", "o.csv").split() + words
        shutil.copy(PROGRAM / "data.json", place)
        subprocess.run(
            [self.model.exe_file, *line],
            cwd=place,
            env={**inherited, **variables},
            check=True,
            capture_output=True,
        )
        return [draws(place / f"o_{chain}.csv") for chain in range(1, 5)]

    def test_draws_are_the_same_bytes_for_any_number_of_threads(self):
        one = self.run_executable(["num_threads=1"])
        self.assertEqual(50, sum(not line.startswith(("#", "lp__")) for line in one[3]))
        self.assertEqual(one, self.run_executable(["num_threads=4"]))
        self.assertEqual(one, self.run_executable([], STAN_NUM_THREADS="2"))

    def test_four_chains_of_two_threads(self):
        options = dict(data=DATA, chains=4, iter_warmup=100, iter_sampling=50, seed=3)
        quiet = dict(show_progress=False, sig_figs=17)
        fit = self.model.sample(parallel_chains=4, threads_per_chain=2, **options, **quiet)
        self.assertEqual((200, 2, 2), fit.stan_variable("R").shape)
        self.assertTrue(np.allclose(fit.stan_variable("R")[:, 1, 0], fit.stan_variable("cors")[:, 0]))
        again = self.model.sample(parallel_chains=2, threads_per_chain=1, **options, **quiet)
        self.assertTrue(np.array_equal(fit.draws(), again.draws()))
