"""Reads Stan CSV files of a run with CmdStanPy and ArviZ and checks what they find.

Usage: python clients_read_csv.py CHAINS DRAWS WARMUP_ROWS PARAMETER FILE...

DRAWS and WARMUP_ROWS are rows per chain in the files (after thinning); PARAMETER is the name of a
scalar parameter. Exits with 0 if both clients read all files and agree. Needs: cmdstanpy, arviz.
"""

import sys

import arviz
import cmdstanpy
import numpy

SAMPLER = {
    "lp", "acceptance_rate", "step_size", "tree_depth", "n_steps", "diverging", "energy",
}


def main() -> None:
    chains, draws, warmup = (int(word) for word in sys.argv[1:4])
    parameter, files = sys.argv[4], sys.argv[5:]
    fit = cmdstanpy.from_csv(files)
    assert fit.chains == chains, fit.chains
    values = fit.stan_variable(parameter)
    assert values.shape == (chains * draws,), values.shape
    assert fit.draws(inc_warmup=warmup > 0).shape[0] == warmup + draws
    assert numpy.isfinite(values).all()
    assert fit.method_variables()["divergent__"].shape == (warmup + draws, chains)
    assert fit.step_size.shape == (chains,)
    data = arviz.from_cmdstanpy(fit)
    assert SAMPLER <= set(data.sample_stats), list(data.sample_stats)
    direct = arviz.from_cmdstan(files)
    for read in (data, direct):
        found = numpy.asarray(read.posterior[parameter])
        assert found.shape == (chains, draws), found.shape
        assert numpy.array_equal(found.ravel(), values.reshape(chains, draws).ravel())
    print(f"{chains} chains of {draws} draws, mean {parameter} = {values.mean():.4f}")


if __name__ == "__main__":
    main()
