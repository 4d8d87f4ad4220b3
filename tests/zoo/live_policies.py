# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""MTA-STS and TLS-RPT: what is published is read as RFC 8461 and RFC 8460 say, and what hosts serve instead does no harm."""
import unittest

import livetest
import specimens

# name: (record, fetch, mode, what a sender that obeys MTA-STS does)
STS = {
    "good": ("found", "fetched", "enforce", "delivered"),
    "sts": ("found", "fetched", "enforce", "delivered"),
    "ststesting": ("found", "fetched", "testing", "delivered"),
    "stsnone": ("found", "fetched", "none", "delivered"),
    "stsmismatch": ("found", "fetched", "enforce", "deferred"),
    "stsuntrusted": ("found", "fetched", "enforce", "deferred"),
    "stsplain": ("found", "fetched", "enforce", "deferred"),
    "stswild": ("found", "fetched", "enforce", "delivered"),
    "stsdeepwild": ("found", "fetched", "enforce", "deferred"),
    "ststwo": ("several", "not tried", "", "delivered"),
    "stsbadrecord": ("invalid", "not tried", "", "delivered"),
    "stsnoid": ("invalid", "not tried", "", "delivered"),
    "stsnorecord": ("absent", "not tried", "", "delivered"),
    "stsmissing": ("found", "http status", "", "delivered"),
    "stsredirect": ("found", "redirect", "", "delivered"),
    "stshuge": ("found", "too large", "", "delivered"),
    "stsendless": ("found", "too large", "", "delivered"),
    "stsdripping": ("found", "timed out", "", "delivered"),
    "stsself": ("found", "bad certificate", "", "delivered"),
    "stsname": ("found", "bad certificate", "", "delivered"),
    "stsexpired": ("found", "bad certificate", "", "delivered"),
    "stsgarbage": ("found", "bad policy", "", "delivered"),
    "stsnomx": ("found", "bad policy", "", "delivered"),
    "stsnoage": ("found", "bad policy", "", "delivered"),
    "stsbadmode": ("found", "bad policy", "", "delivered"),
    "stslf": ("found", "fetched", "enforce", "delivered"),
    "stsextra": ("found", "fetched", "enforce", "delivered"),
}


class Policies(unittest.TestCase):
    def test_every_policy(self):
        found = livetest.by_name(livetest.probe(list(STS), "--timeout", "8"))
        for name, (record, fetch, mode, outcome) in STS.items():
            with self.subTest(domain=name):
                policy = found[name]["mta_sts"]
                self.assertEqual((policy["record"], policy["fetch"], policy["mode"]), (record, fetch, mode), policy["detail"])
                self.assertEqual(livetest.outcome(found[name], "mta-sts"), outcome, livetest.reason(found[name], "mta-sts"))
                # What is published in vain is told with the reason.
                is_vain = record in ("several", "invalid") or (record == "found" and fetch != "fetched")
                self.assertEqual(policy["detail"] != "", is_vain, policy["detail"])

    def test_a_policy_host_can_be_redirected_for_tests(self):
        port = specimens.STS_PORTS[1]
        host = f"mta-sts.sts.{specimens.ZONE}"
        found = livetest.by_name(livetest.probe(["sts"], "--mta-sts-connect", f"{host}={specimens.STS_ADDRESS}:{port}"))
        self.assertEqual(found["sts"]["mta_sts"]["fetch"], "fetched")
        found = livetest.by_name(livetest.probe(["sts"], "--mta-sts-connect", f"{host}={specimens.STS_ADDRESS}:1"))
        self.assertEqual(found["sts"]["mta_sts"]["fetch"], "no connection")

    def test_tls_reporting(self):
        found = livetest.by_name(livetest.probe(["good", "sts", "rptbad", "stsnorecord"]))
        self.assertEqual(found["good"]["tls_rpt"]["record"], "found")
        self.assertEqual(found["sts"]["tls_rpt"]["rua"], [f"mailto:a@sts.{specimens.ZONE}", f"https://sts.{specimens.ZONE}/report"])
        self.assertEqual((found["rptbad"]["tls_rpt"]["record"], found["rptbad"]["tls_rpt"]["detail"]),
                         ("invalid", "rua is neither a mailto: nor an https: address: “nowhere”"))
        self.assertEqual(found["good"]["tls_rpt"]["detail"], "")
        self.assertIn("TLS-RPT: invalid: rua is neither", " ".join(livetest.probe(["rptbad"], form=()).output.split()))
        self.assertEqual(found["stsnorecord"]["tls_rpt"]["record"], "absent")

    def test_delivery_is_what_postfix_does_with_the_policy(self):
        expected = {name: row["mta-sts"] for name, row in livetest.fixture("delivery-extended.csv").items() if name in STS}
        found = livetest.by_name(livetest.probe(list(expected), "--timeout", "8"))
        for name, words in expected.items():
            if name == "stsdeepwild":
                continue  # Postfix's match=.zoo.test takes any depth; in a policy "*." stands for exactly one label.
            with self.subTest(domain=name):
                self.assertIn(livetest.outcome(found[name], "mta-sts"), words.split(">"), livetest.reason(found[name], "mta-sts"))

    def test_policies_that_never_end_cost_neither_time_nor_memory(self):
        plain = livetest.probe(["sts"])
        for name in ("stsendless", "stshuge", "stsdripping"):
            with self.subTest(domain=name):
                run = livetest.probe([name], "--timeout", "6")
                self.assertLess(run.seconds, 25)
                self.assertLess(run.peak_kilobytes, plain.peak_kilobytes + (400_000 if livetest.IS_SANITIZED else 16_000))


if __name__ == "__main__":
    livetest.main()
