import unittest

import numpy as np
from clients import DATA, HERE, failure, folder, model, optimized, sampled


class Methods(unittest.TestCase):
    def test_optimize(self):
        for algorithm in ("lbfgs", "bfgs", "newton"):
            with self.subTest(algorithm=algorithm):
                fit = model("line").optimize(data=DATA, seed=1, algorithm=algorithm)
                self.assertAlmostEqual(
                    optimized().stan_variable("alpha"), fit.stan_variable("alpha"), places=3
                )

    def test_variational(self):
        for algorithm in ("meanfield", "fullrank"):
            with self.subTest(algorithm=algorithm):
                fit = model("line").variational(
                    data=DATA, seed=1, algorithm=algorithm, draws=100, require_converged=False
                )
                self.assertEqual((100,), fit.stan_variable("alpha", mean=False).shape)

    def test_pathfinder(self):
        fit = model("line").pathfinder(data=DATA, seed=1, draws=100)
        self.assertEqual((100, 13), fit.stan_variable("mu").shape)
        self.assertEqual(3, len(fit.create_inits(chains=3)))

    def test_laplace(self):
        for mode in (None, optimized()):
            fit = model("line").laplace_sample(data=DATA, seed=1, draws=100, mode=mode, jacobian=False)
            self.assertEqual((100,), fit.stan_variable("sigma").shape)

    def test_generate_quantities(self):
        fit = model("line").generate_quantities(data=DATA, previous_fit=sampled(), seed=2)
        self.assertEqual((400, 13), fit.stan_variable("y_new").shape)
        self.assertTrue(
            np.array_equal(sampled().stan_variable("alpha"), fit.stan_variable("alpha"))
        )

    def test_quantities_from_a_mode(self):
        fit = model("line").generate_quantities(data=DATA, previous_fit=optimized(), seed=2)
        self.assertEqual((1, 13), fit.stan_variable("y_new").shape)

    def test_log_prob(self):
        at = {"alpha": 1, "beta": [0.5, -0.3], "sigma": 0.2}
        table = model("line").log_prob(data=DATA, params=at)
        self.assertEqual(
            ["lp__", "g_alpha", "g_beta.1", "g_beta.2", "g_sigma"], list(table.columns)
        )


class Compiling(unittest.TestCase):
    def test_src_info(self):
        info = model("line").src_info()
        self.assertEqual({"type": "real", "dimensions": 2}, info["generated quantities"]["grid"])
        self.assertIn("normal_lpdf", info["distributions"])

    def test_format(self):
        import cmdstanpy

        file = folder() / "untidy.stan"
        file.write_text("parameters{real x;}model{x~normal(0,1);}")
        cmdstanpy.format_stan_file(file, overwrite_file=True, backup=False)
        self.assertIn("  x ~ normal(0, 1);\n", file.read_text())

    def test_settings_are_told(self):
        options = {"STAN_NO_RANGE_CHECKS": True, "STAN_MPI": True}
        told = model("counts", **options).exe_info()
        for name in ("THREADS", "MPI", "OPENCL", "NO_RANGE_CHECKS", "CPP_OPTIMS"):
            asked = str("STAN_" + name in options).lower()
            self.assertEqual(asked, told["STAN_" + name], name)

    def test_errors_are_told(self):
        import cmdstanpy

        file = folder() / "wrong.stan"
        file.write_text("parameters {\n  real x;\n}\nmodel {\n  y ~ normal(0, 1);\n}\n")
        told = failure(lambda: cmdstanpy.CmdStanModel(stan_file=file))
        self.assertIn("line 5, column 2", told)

    def test_includes(self):
        import cmdstanpy

        (folder() / "part.stan").write_text("real x;\n")
        file = folder() / "whole.stan"
        file.write_text("parameters {\n  #include part.stan\n}\nmodel {\n  x ~ std_normal();\n}\n")
        options = {"include-paths": [str(folder())]}
        self.assertIsNotNone(cmdstanpy.CmdStanModel(stan_file=file, stanc_options=options).exe_file)


class Arviz(unittest.TestCase):
    def test_from_cmdstanpy(self):
        import arviz

        data = arviz.from_cmdstanpy(sampled(), posterior_predictive="y_new")
        self.assertEqual((4, 100, 13), data.posterior_predictive["y_new"].shape)
        self.assertIn("diverging", data.sample_stats)
        self.assertIn("r_hat", arviz.summary(data, var_names=["alpha"]).columns)

    def test_from_cmdstan(self):
        import arviz

        data = arviz.from_cmdstan(sampled().runset.csv_files)
        self.assertEqual((4, 100, 13), data.posterior["mu"].shape)


if __name__ == "__main__":
    unittest.main()
