# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The delivery matrix: what waxseal-cli predicts for each domain at each level is what the real Postfix client did."""
import unittest

import livetest
import specimens

# Where the prediction may be something else than Postfix's first or later attempt, and why that is right.
EXCEPTIONS = {}
# Postfix names the server it wants (SNI) for DANE only, unless smtp_tls_servername says more; the test always does, as MTA-STS demands.
# Servers that have nothing for who does not are seen with too friendly eyes.
for _level in ("encrypt", "verify", "secure"):
    for _name in ("sni", "needssni"):
        EXCEPTIONS[(_name, _level)] = "deferred>delivered"
# Postfix's match=.zoo.test takes any depth; in a policy "*." stands for exactly one label (RFC 8461 section 4.1).
EXCEPTIONS[("stsdeepwild", "mta-sts")] = "deferred"
# What cannot be known from outside, or not without patience.
OPEN = {"garbagebanner", "banner421", "banner554", "closes", "hang", "hugeehlo", "renegotiate", "tlsgarbage", "tlsnoise", "tlsclose", "dead", "cnameloop"}


class Matrix(unittest.TestCase):
    def test_eighteen_domains_at_six_levels(self):
        expected = livetest.fixture("delivery-matrix.csv")
        self.assertEqual(list(expected), list(specimens.MATRIX_DOMAINS))
        found = livetest.by_name(livetest.probe(list(expected)))
        cells = 0
        for name, row in expected.items():
            for level in specimens.LEVELS:
                with self.subTest(domain=name, level=level):
                    self.assertEqual(livetest.outcome(found[name], level), row[level], livetest.reason(found[name], level))
                    self.assertTrue(livetest.reason(found[name], level))
                    cells += 1
        self.assertEqual(cells, 108)

    def test_every_other_domain_is_right_or_not_tested(self):
        expected = {name: row for name, row in livetest.fixture("delivery-extended.csv").items()
                    if not name.startswith("exim") or (livetest.ROOT / name).exists()}
        # Whether a server whose TLS fails takes mail in clear is only known when it is asked.
        found = livetest.by_name(livetest.probe(list(expected), "--timeout", "8", "--mail-from"))
        untested = set()
        for name, row in expected.items():
            for level in (*specimens.LEVELS, "mta-sts"):
                with self.subTest(domain=name, level=level):
                    outcome = livetest.outcome(found[name], level)
                    if outcome == "not tested":
                        untested.add(name)
                    else:
                        accepted = EXCEPTIONS.get((name, level), row[level]).split(">")
                        self.assertIn(outcome, accepted, livetest.reason(found[name], level))
        self.assertLessEqual(untested, OPEN)


if __name__ == "__main__":
    livetest.main()
