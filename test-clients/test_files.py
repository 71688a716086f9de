import json
import subprocess
import unittest

import pandas
import pyarrow.ipc
from clients import DATA, folder, model


class Files(unittest.TestCase):
    """pandas and pyarrow read what a model writes, in each format."""

    @staticmethod
    def write(name):
        data = folder() / "files.json"
        data.write_text(json.dumps(DATA))
        file = folder() / name
        command = [model("line").exe_file, "sample", "num_samples=50", "num_warmup=60", "save_warmup=1"]
        command += ["data", f"file={data}", "random", "seed=3", "output", "refresh=0", "sig_figs=18"]
        subprocess.run([*command, f"file={file}"], check=True, capture_output=True)
        return file

    def test_all_formats_hold_the_same_draws(self):
        csv = pandas.read_csv(self.write("f.csv"), comment="#")
        self.assertEqual(110, len(csv))
        packed = pandas.read_csv(self.write("f.csv.gz"), comment="#")
        pandas.testing.assert_frame_equal(csv, packed, check_exact=True)
        arrow = pandas.read_feather(self.write("f.arrow"))
        self.assertEqual(list(csv.columns), list(arrow.columns))
        pandas.testing.assert_frame_equal(
            csv.astype(float), arrow, rtol=1e-14, check_flags=False
        )

    def test_arrow_keeps_head_and_comments(self):
        with pyarrow.ipc.open_file(self.write("g.arrow")) as file:
            self.assertIn("num_samples = 50", file.schema.metadata[b"stan.head"].decode())
            notes = []
            for i in range(file.num_record_batches):
                batch, note = file.get_batch_with_custom_metadata(i)
                batch.validate(full=True)
                notes.append((batch.num_rows, note[b"stan.lines"].decode() if note else ""))
        rows = [count for count, _ in notes]
        self.assertEqual([60, 50, 0], rows)
        self.assertTrue(notes[1][1].startswith("Adaptation terminated\n"), notes)
        self.assertIn("Elapsed Time", notes[2][1])


if __name__ == "__main__":
    unittest.main()
