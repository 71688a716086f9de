import json
import math
import unittest

from clients import DATA, folder, model
from density import Density


def command(data):
    file = folder() / "density.json"
    file.write_text(json.dumps(data))
    return [model("line").exe_file, "serve", "data", f"file={file}"]


class Serving(unittest.TestCase):
    def test_gradient_and_back(self):
        with Density(command(DATA)) as density:
            self.assertEqual(4, density.info["dimension"])
            q = density.unconstrain({"alpha": 1, "beta": [0.5, -0.3], "sigma": 0.2})
            self.assertAlmostEqual(math.log(0.2), q[3], places=14)
            value, gradient = density.gradient(q)
            self.assertEqual(value, density.log_density(q))
            step = [q[0] + 1e-6, *q[1:]]
            slope = (density.log_density(step) - value) / 1e-6
            self.assertAlmostEqual(gradient[0], slope, delta=1e-2 * (1 + abs(slope)))
            self.assertAlmostEqual(0.2, density.values(q)["sigma"], places=14)
            with self.assertRaisesRegex(ValueError, "q has 1 elements, but 4 are expected"):
                density.gradient([0])

    def test_data_that_do_not_fit(self):
        with self.assertRaisesRegex(ValueError, "variable name=y"):
            Density(command({"N": 2, "x": [1, 2], "y": [1]}))
