# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The delivery matrix: what waxseal-cli predicts for each domain at each level is what the real Postfix client did."""
import unittest

import livetest
import reported
import specimens
import zoo

# Where the prediction may be something else than Postfix's first or later attempt, and why that is right.
EXCEPTIONS = {}
# Postfix's match=.zoo.test takes any depth; in a policy "*." stands for exactly one label (RFC 8461 section 4.1).
EXCEPTIONS[("stsdeepwild", "mta-sts")] = "deferred"
# What cannot be known from outside, or not without patience: who says 4xx, 421 or nothing has not been tested.
OPEN = {"garbagebanner", "banner421", "banner554", "banner450", "closes", "hang", "hugeehlo", "renegotiate", "tlsgarbage", "tlsnoise",
        "tlsclose", "dead", "cnameloop", "ehlo421", "ehlocloses", "helo451", "bannerfirst", "softafterplain", "threebroken",
        "laterfirst", "closesfirst", "garbagefirst"}


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

    def assert_equal(self, expected: dict, found: dict) -> None:
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

    def test_every_other_domain_is_right_or_not_tested(self):
        expected = {name: row for name, row in livetest.fixture("delivery-extended.csv").items()
                    if not name.startswith("exim") or (livetest.ROOT / name).exists()}
        # Whether a server whose TLS fails takes mail in clear is only known when it is asked.
        found = livetest.by_name(livetest.probe(list(expected), "--timeout", "20", "--mail-from"))
        # Where an address has more names than connections, the answer is open in a batch, and there when asked alone.
        spared = [name for name, domain in found.items()
                  if any(verdict["reason_code"] == "name-not-asked" for verdict in domain["delivery"].values())]
        self.assertLess(len(spared), 20)
        for name in spared:
            found |= livetest.by_name(livetest.probe([name], "--timeout", "20", "--mail-from"))
        self.assert_equal(expected, found)

    def test_names_that_share_an_address(self):
        names = [f"vanity{i}" for i in range(1, reported.VANITY + 1)]
        expected = livetest.fixture("delivery-extended.csv")
        few = livetest.by_name(livetest.probe(names, "--require", "dane"))
        for name, domain in few.items():
            with self.subTest(domain=name):
                verdict = domain["delivery"]["dane"]
                self.assertIn((verdict["outcome"], verdict["reason_code"]),
                              (("delivered", "authenticated-by-dane"), ("not tested", "name-not-asked")))
                self.assertEqual(domain["delivery"]["encrypt"]["outcome"], "delivered")
        self.assertTrue(any(domain["delivery"]["dane"]["outcome"] == "not tested" for domain in few.values()))
        enough = livetest.probe(names, "--require", "dane", "--connections", "20")
        self.assertEqual(enough.exit, 0, enough.errors)
        self.assert_equal({name: expected[name] for name in names}, livetest.by_name(enough))
        self.assertEqual(livetest.probe(names, "--require", "dane").exit, 1)

    def test_mail_that_comes_back_to_the_sender(self):
        if not zoo.state(livetest.ROOT).get("isolated"):
            self.skipTest("port 25 of this machine is not ours")
        expected = livetest.fixture("delivery-loops.csv")
        arguments = ["probe", *(f"{name}.{specimens.ZONE}" for name in expected), "--json", *livetest.options(port=None),
                     "--helo", reported.SENDER, "--own-address", reported.PROXY_INTERFACE, "--timeout", "20"]
        found = livetest.by_name(livetest.Run(arguments))
        self.assert_equal(expected, found)
        self.assertEqual(livetest.addresses(found["mxlocalhost"])[0]["connections"], 0)
        # One's own servers are tested from one of them all the same.
        own = livetest.Run(["probe", f"mxlocalhost.{specimens.ZONE}", "--json", *livetest.options(port=None), "--own",
                            f"mxlocalhost.{specimens.ZONE}"]).json()[0]
        self.assertEqual(livetest.addresses(own)[0]["status"], "refused")

    def test_a_floor_of_tls_1_2(self):
        expected = livetest.fixture("delivery-tls12.csv")
        found = livetest.by_name(livetest.probe(list(expected), "--sender", "postfix-tls12", "--mail-from", "--timeout", "20"))
        self.assertEqual({domain["sender"] for domain in found.values()}, {"postfix-tls12"})
        self.assert_equal(expected, found)

    def test_which_connection_was_the_senders_own_way(self):
        found = livetest.by_name(livetest.probe(["rst13", "norfc5746", "needssni", "needssnidane", "sha1only", "good", "sts"], "--timeout", "20"))
        ways = {name: livetest.addresses(domain)[0]["handshakes"] for name, domain in found.items()}
        workarounds = {name: livetest.addresses(domain)[0]["workaround"] for name, domain in found.items()}
        self.assertEqual(workarounds, {"rst13": "without tls 1.3", "norfc5746": "old renegotiation", "needssni": "server name",
                                       "needssnidane": "server name", "sha1only": "none", "good": "none", "sts": "none"})
        self.assertEqual([ways["rst13"][way]["works"] for way in ("opportunistic", "named")], [False, False])
        self.assertEqual([ways["sha1only"][way]["works"] for way in ("opportunistic", "authenticated")], [True, False])
        self.assertEqual((ways["good"]["named"]["server_name"], ways["good"]["named"]["connection"]), (f"mx.good.{specimens.ZONE}", 1))
        self.assertEqual((ways["sts"]["authenticated"]["server_name"], ways["sts"]["authenticated"]["connection"]), ("", 1))
        for name, domain in found.items():
            self.assertLessEqual(livetest.addresses(domain)[0]["connections"], 4, name)


if __name__ == "__main__":
    livetest.main()
