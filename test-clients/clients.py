"""What the tests share: the installation, the data, and programs that are compiled once."""

import contextlib
import functools
import io
import math
import os
import pathlib
import shutil
import tempfile

import cmdstanpy

HERE = pathlib.Path(__file__).resolve().parent
X = [-1.5 + 0.25 * i for i in range(13)]
Y = [1 + 0.5 * x - 0.3 * x * x + 0.1 * math.sin(7 * x) for x in X]
DATA = {"N": len(X), "x": X, "y": Y}
SHORT = dict(iter_warmup=150, iter_sampling=100, seed=1, show_progress=False)

cmdstanpy.disable_logging().__enter__()  # for good
cmdstanpy.set_cmdstan_path(os.environ["STANJ_HOME"])


@functools.cache
def folder():
    """A folder for all files of the run, removed when Python ends; blanks are part of the test."""
    holder = tempfile.TemporaryDirectory(prefix="stanj clients ")
    folder.holder = holder
    return pathlib.Path(holder.name)


@functools.cache
def model(name, **settings):
    """The program NAME.stan, compiled with these makefile settings in a place of its own."""
    place = pathlib.Path(tempfile.mkdtemp(dir=folder()))
    file = shutil.copy(HERE / f"{name}.stan", place)
    return cmdstanpy.CmdStanModel(stan_file=file, cpp_options=settings)


def threaded():
    return model("line", STAN_THREADS=True)


@functools.cache
def sampled():
    """Four chains, from which several tests read."""
    return model("line").sample(data=DATA, chains=4, **SHORT)


@functools.cache
def optimized():
    return model("line").optimize(data=DATA, seed=1)


def failure(run):
    """The message with which a call fails; empty if it does not."""
    try:
        with contextlib.redirect_stderr(io.StringIO()):
            run()
    except Exception as error:  # whatever the client makes of it
        return str(error)
    return ""
