# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the delivery matrix anew with the real Postfix client and compares it with the fixtures. Label: oracle."""
import csv
import os
import pathlib
import subprocess
import sys
import unittest

import livetest
import specimens
import zoo


class Oracle(unittest.TestCase):
    fresh: dict[str, dict[str, str]] = {}
    others: dict[str, dict[str, dict[str, str]]] = {}

    @staticmethod
    def asked(output: pathlib.Path, patience: float, *names: str) -> dict[str, dict[str, str]]:
        """What Postfix does now with those domains, or with all."""
        command = [sys.executable, str(pathlib.Path(zoo.__file__)), "oracle", str(livetest.ROOT), str(output), *names]
        subprocess.run(command, check=True, timeout=patience)
        with open(output, encoding="utf-8", newline="") as stream:
            return {row.pop("domain"): row for row in csv.DictReader(stream)}

    @classmethod
    def setUpClass(cls):
        if not zoo.state(livetest.ROOT).get("isolated"):
            raise unittest.SkipTest("the oracle needs namespaces of its own for /etc/resolv.conf")
        output = livetest.ROOT / "oracle.csv"
        cls.fresh = cls.asked(output, 330)
        # On a busy machine a server or the DNS may be too late for one of 2700 deliveries: a few are asked once more, alone.
        expected = livetest.fixture("delivery-extended.csv")
        odd = [name for name, row in cls.fresh.items() if name in expected and expected[name] != row and not name.startswith("exim")]
        if 0 < len(odd) <= 20:
            print(f"once more: {' '.join(odd)}", file=sys.stderr)
            cls.fresh |= cls.asked(livetest.ROOT / "again.csv", 90, *odd)
        cls.others = {}
        for name in ("loops", "tls12"):
            with open(f"{output}.{name}", encoding="utf-8", newline="") as stream:
                cls.others[name] = {row.pop("domain"): row for row in csv.DictReader(stream)}

    def test_the_matrix_is_what_postfix_does(self):
        matrix = livetest.fixture("delivery-matrix.csv")
        self.assertEqual(list(matrix), list(specimens.MATRIX_DOMAINS))
        self.assertEqual(matrix, {name: {level: self.fresh[name][level] for level in specimens.LEVELS} for name in matrix})

    def test_the_extended_matrix_is_what_postfix_does(self):
        expected = livetest.fixture("delivery-extended.csv")
        if not (livetest.ROOT / "exim").exists():
            expected = {name: row for name, row in expected.items() if not name.startswith("exim")}
            self.fresh = {name: row for name, row in self.fresh.items() if not name.startswith("exim")}
        self.maxDiff = None
        self.assertEqual(expected, self.fresh)

    def test_loops_and_a_floor_are_what_postfix_does(self):
        for name, table in self.others.items():
            self.assertEqual(livetest.fixture(f"delivery-{name}.csv"), table)

    def test_the_matrix_is_the_published_one(self):
        page = pathlib.Path(os.environ.get("SHARED_DATA", "/nonexistent")) / "zoo" / "delivery-matrix.md"
        if not page.exists():
            self.assertNotEqual(os.environ.get("WAXSEAL_SHARED"), "required", f"{page} is missing")
            self.skipTest(f"{page} is not here")
        rows = [[cell.strip() for cell in line.strip("|\n").split("|")] for line in page.open(encoding="utf-8") if line.startswith("|")]
        published = {row[0]: dict(zip(rows[0][1:], ("delivered" if word == "sent" else word for word in row[1:]))) for row in rows[2:]}
        self.assertEqual(published, livetest.fixture("delivery-matrix.csv"))


if __name__ == "__main__":
    livetest.main()
