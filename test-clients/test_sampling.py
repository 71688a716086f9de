import json
import pathlib
import subprocess
import tempfile
import unittest

import numpy as np
from clients import DATA, SHORT, failure, folder, model, sampled, threaded


class Sampling(unittest.TestCase):
    def test_draws_have_the_program_shapes(self):
        fit = sampled()
        self.assertEqual((400, 13), fit.stan_variable("mu").shape)
        self.assertEqual((400, 2, 3), fit.stan_variable("grid").shape)
        self.assertEqual([11, 12, 13], list(fit.stan_variable("grid")[0, 0]))
        self.assertEqual((100, 4), fit.draws()[:, :, 0].shape)
        self.assertAlmostEqual(1, fit.stan_variable("alpha").mean(), delta=0.1)
        self.assertEqual((4, 4), fit.metric.shape)
        self.assertEqual(4, len(fit.step_size))
        self.assertEqual(0, sum(fit.divergences))

    def test_tuples_and_complex_numbers(self):
        fit = model("shapes").sample(chains=1, **SHORT)
        mu = fit.stan_variable("mu")
        self.assertTrue(np.array_equal(mu + 1j, fit.stan_variable("z")))
        self.assertTrue(np.array_equal(mu - 1j, fit.stan_variable("zs")[:, 1]))
        first, second = fit.stan_variable("pair")[0]
        self.assertEqual(mu[0], first)
        self.assertTrue(np.allclose([mu[0], 2 * mu[0]], second))
        self.assertIn("zs[2,imag]", fit.summary().index)

    def test_summary_and_diagnose(self):
        fit = sampled()
        summary = fit.summary(percentiles=(5, 50, 95), sig_figs=6)
        self.assertIn("grid[2,3]", summary.index)
        mean = fit.stan_variable("alpha").mean()
        self.assertAlmostEqual(mean, summary.loc["alpha", "Mean"], places=4)
        self.assertIn("Processing complete", fit.diagnose())

    def test_draws_xr_and_pandas(self):
        fit = sampled()
        self.assertEqual((4, 100, 13), fit.draws_xr("mu")["mu"].shape)
        self.assertIn("mu[1]", fit.draws_pd().columns)

    def test_from_csv(self):
        import cmdstanpy

        fit = cmdstanpy.from_csv(sampled().runset.csv_files)
        self.assertEqual((400, 13), fit.stan_variable("mu").shape)

    def test_files_of_our_own_arguments(self):
        import cmdstanpy

        data = pathlib.Path(tempfile.mkdtemp(dir=folder())) / "d.json"
        data.write_text(json.dumps(DATA))
        hmc = ["algorithm=hmc", "metric=low_rank"]
        for words in (hmc, hmc[:1] + ["metric=fisher_diag"], ["stop_ess=300"], ["adapt", "cross_chain=1", *hmc]):
            with self.subTest(words=words):
                files = [f"file={data}", "output", f"file={data.parent / 'o.csv'}"]
                options = ["sample", "num_chains=2", "save_warmup=1", *words, "data", *files]
                subprocess.run([model("line").exe_file, *options], check=True, capture_output=True)
                fit = cmdstanpy.from_csv(f"{data.parent}/o_*.csv")
                self.assertEqual(fit.num_draws_sampling, fit.draws().shape[0])
                self.assertEqual((2, 4), fit.metric.shape)
                self.assertAlmostEqual(1, fit.stan_variable("alpha").mean(), delta=0.1)

    def test_threads_per_chain(self):
        fit = threaded().sample(
            data=DATA, chains=4, parallel_chains=2, threads_per_chain=2, **SHORT
        )
        same = sampled()
        self.assertTrue(
            np.array_equal(fit.stan_variable("alpha"), same.stan_variable("alpha"))
        )

    def test_warmup_is_saved(self):
        fit = model("line").sample(data=DATA, chains=1, save_warmup=True, thin=2, **SHORT)
        self.assertEqual(125, fit.draws(inc_warmup=True).shape[0])
        self.assertEqual(50, fit.draws().shape[0])

    def test_inits(self):
        start = {"alpha": 0.5, "beta": [0.1, 0.2], "sigma": 1.0}
        file = pathlib.Path(tempfile.mkdtemp(dir=folder())) / "start.json"
        file.write_text(json.dumps(start))
        kinds = [0, 0.5, start, [start, {**start, "alpha": 2.0}], str(file), [str(file)] * 2]
        for inits in kinds:
            with self.subTest(inits=inits):
                fit = model("line").sample(data=DATA, chains=2, inits=inits, **SHORT)
                self.assertEqual(200, len(fit.stan_variable("alpha")))

    def test_metrics(self):
        line = model("line")
        dense = line.sample(data=DATA, chains=1, metric="dense_e", **SHORT)
        self.assertEqual((1, 4, 4), dense.metric.shape)
        unit = line.sample(data=DATA, chains=1, metric="unit_e", **SHORT)
        self.assertEqual("unit_e", unit.metric_type)
        given = {"inv_metric": [0.01, 0.01, 0.01, 0.1]}
        fit = line.sample(
            data=DATA, chains=1, inv_metric=given, step_size=0.3, adapt_engaged=False,
            iter_warmup=0, iter_sampling=100, seed=1, show_progress=False,
        )
        self.assertAlmostEqual(0.3, fit.step_size[0])

    def test_without_parameters(self):
        fit = model("counts").sample(data={"rate": 4}, chains=2, save_warmup=True, **SHORT)
        self.assertEqual((200,), fit.stan_variable("k").shape)
        self.assertTrue(np.isnan(fit.step_size).all())
        self.assertEqual(7, len(fit.method_variables()))
        self.assertEqual(["lp__", "k"], list(fit.summary().index))
        self.assertIn("Processing complete", fit.diagnose())

    def test_fixed_param(self):
        line = model("line").sample(data=DATA, fixed_param=True, chains=1, **SHORT)
        self.assertEqual(1, len(set(line.stan_variable("alpha"))))

    def test_progress_is_shown(self):
        words = {**SHORT, "show_progress": True}
        self.assertEqual("", failure(lambda: model("line").sample(data=DATA, chains=2, **words)))

    def test_comments_in_data_are_passed_over(self):
        data = {"rate": 4, "_comment": "from a survey", "file.name": ["a", None]}
        fit = model("counts").sample(data=data, chains=1, **SHORT)
        self.assertEqual((100,), fit.stan_variable("k").shape)

    def test_bad_data_is_told(self):
        bad = {**DATA, "y": DATA["y"][:3]}
        told = failure(lambda: model("line").sample(data=bad, chains=1, **SHORT))
        self.assertIn("mismatch in dimension declared and found in context", told)
        self.assertIn("variable name=y", told)
        told = failure(lambda: model("counts").sample(data={"rate": -1}, chains=1, **SHORT))
        self.assertIn("rate is -1, but must be greater than or equal to 0", told)
        told = failure(lambda: model("line").sample(data={"N": 3}, chains=1, **SHORT))
        self.assertIn("variable name=x", told)


if __name__ == "__main__":
    unittest.main()
