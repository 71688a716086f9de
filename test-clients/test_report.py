import html.parser
import os
import pathlib
import subprocess
import unittest
import warnings

import arviz
import numpy as np
from clients import folder, sampled


class Tables(html.parser.HTMLParser):
    """The texts of all table rows, by the first of each."""

    def __init__(self, text):
        super().__init__()
        self.rows = {}
        self.row = []
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == "tr":
            self.row = []
        if tag in ("td", "th"):
            self.row.append("")
            self.inside = True

    def handle_endtag(self, tag):
        if tag == "tr" and self.row:
            self.rows.setdefault(self.row[0], self.row)
        if tag in ("td", "th"):
            self.inside = False

    def handle_data(self, text):
        if self.inside:
            self.row[-1] += text


class Report(unittest.TestCase):
    def assertPrinted(self, expected, text, about):
        """The text is the number, rounded to the decimals that the text has."""
        decimals = len(text.partition(".")[2])
        half = 0.5 * 10**-decimals
        self.assertLessEqual(abs(float(text) - expected), half * (1 + 1e-6), about)

    def test_figures_are_those_of_arviz(self):
        fit = sampled()
        page = folder() / "r.html"
        stanj = pathlib.Path(os.environ["STANJ_HOME"]) / "bin" / "stanj"
        subprocess.run([stanj, "report", *fit.runset.csv_files, "-o", page], check=True)
        rows = Tables(page.read_text()).rows
        for name in ["lp__", "alpha", "sigma", "mu[3]"]:
            draws = self.draws(fit, name)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                figures = [
                    draws.mean(),
                    float(arviz.mcse(draws, method="mean")),
                    draws.std(ddof=1),
                    *np.quantile(draws, [0.05, 0.5, 0.95]),
                    float(arviz.ess(draws)),
                    float(arviz.ess(draws, method="tail")),
                    float(arviz.rhat(draws)),
                ]
            for figure, text in zip(figures, rows[name][1:10], strict=True):
                self.assertPrinted(figure, text, (name, rows[name]))
        energy = self.draws(fit, "energy__")
        for chain, bfmi in enumerate(arviz.bfmi(energy)):
            self.assertPrinted(bfmi, rows[str(chain + 1)][5], chain)

    @staticmethod
    def draws(fit, name):
        """Draws as [chain, iteration]."""
        return fit.draws()[:, :, fit.column_names.index(name)].T
