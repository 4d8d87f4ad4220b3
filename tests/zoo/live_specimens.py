# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every specimen is told by name: what is wrong with it is found, what is not wrong is not, and it takes four connections at most."""
import unittest

import livetest
import specimens
import zoo

ALL = (True,) * 4
# Where there are TLSA records one of the four connections asks for a second certificate: then TLS 1.0 is not told from 1.1.
THREE = (None, True, True, True)
# Said of nearly every server, and asserted by other means.
CLASSED = {"cipher", "key-exchange", "handshake-signature", "certificate-key", "certificate-signature"}
COMMON = {"tls1.0", "tls1.1", "tls1.2", "tls1.3", "rsa-below-3072", "no-dane", "dane-match", "private-address"} | CLASSED

# name: (starttls, findings beside the common ones, TLS 1.0 to 1.3 accepted or None)
POSTFIX = {
    "good": ("works", set(), ALL),
    "notls": ("not offered", {"no-starttls"}, None),
    "tls10": ("works", {"only-old-tls"}, (True, False, False, False)),
    "expired": ("works", {"expired"}, ALL),
    "self": ("works", {"self-signed"}, ALL),
    "wrong": ("works", {"wrong-name", "dane-mismatch"}, ALL),
    "req": ("works", {"requires-tls", "dane-unusable"}, ALL),
    "ccert": ("works", {"requires-tls", "client-certificate-required"}, None),
    "hidden": ("not offered", {"no-starttls"}, None),
    "weakdh": ("works", {"weak-key-exchange"}, (False, False, True, False)),
    "nochain": ("works", {"missing-intermediate"}, ALL),
    "rsa1024": ("works", {"weak-key"}, ALL),
    "tls13": ("works", {"only-tls1.3", "wrong-name", "dane-mismatch"}, (False, False, False, True)),
    "notyet": ("works", {"not-yet-valid"}, ALL),
    "anon": ("works", {"anonymous-only"}, None),
    "dual": ("works", set(), ALL),
    "sts": ("works", set(), ALL),
    "soon": ("works", {"expires-soon"}, ALL),
    "daneta": ("works", set(), ALL),
    "rollover": ("works", {"dane-spare"}, ALL),
    "slow": ("works", set(), ALL),
    "limit": ("works", set(), ALL),
    "tls12": ("works", set(), (False, False, True, False)),
    "tls11": ("works", {"only-old-tls"}, (False, True, False, False)),
    "mixeddane": ("works", set(), ALL),
    "tlsabogus": ("works", set(), ALL),
    "danename": ("works", {"wrong-name", "dane-wrong-name"}, ALL),
    "postscreen": ("works", {"slow-greeting"}, None),
    "tlsafull": ("works", {"wrong-name"}, ALL),
    "tlsafullcert": ("works", {"wrong-name"}, ALL),
    "tlsasha512": ("works", {"wrong-name"}, ALL),
    "tlsaagile": ("works", {"wrong-name", "dane-mismatch"}, ALL),
    "tlsaagilegood": ("works", {"wrong-name", "dane-spare"}, ALL),
    "tlsashort": ("works", {"wrong-name", "dane-unusable"}, ALL),
    "tlsajunk": ("works", {"wrong-name", "dane-unusable"}, ALL),
    "tlsanokey": ("works", {"wrong-name", "dane-unusable"}, ALL),
    "tlsapkixta": ("works", {"wrong-name", "dane-unusable"}, ALL),
    "tlsaselector": ("works", {"wrong-name", "dane-unusable"}, ALL),
    "tlsajunkandgood": ("works", {"wrong-name"}, ALL),
    "sha1cert": ("works", {"weak-signature", "not-trusted"}, ALL),
    "rsakeyexchange": ("works", {"no-forward-secrecy"}, (False, False, True, False)),
    "cbc": ("works", set(), (False, False, True, False)),
    "wildcard": ("works", set(), ALL),
    "halfwildcard": ("works", {"wrong-name"}, ALL),
    "farwildcard": ("works", {"wrong-name"}, ALL),
    "cnonly": ("works", {"common-name-only"}, ALL),
    "cnandothers": ("works", {"wrong-name"}, ALL),
    "ipname": ("works", {"wrong-name"}, ALL),
    "capitals": ("works", set(), ALL),
    "xn--mller-kva": ("works", set(), ALL),
    # Two certificates: Postfix gets the one of ECDSA.
    "twokeys": ("works", {"other-key-match"}, ALL),
    "twokeysec": ("works", {"other-key-mismatch"}, ALL),
    "twokeysrsa": ("works", {"dane-mismatch", "other-key-match"}, ALL),
    "twokeysta": ("works", {"other-key-match"}, ALL),
    "twokeysnone": ("works", {"dane-mismatch", "other-key-mismatch"}, ALL),
    "twokeys12": ("works", {"dane-mismatch", "other-key-match"}, (False, False, True, False)),
    "twokeys13": ("works", {"other-key-mismatch", "only-tls1.3"}, (False, False, False, True)),
}
EXIM = {
    "exim": ("works", set(), ALL),
    "eximreq": ("works", {"requires-tls"}, ALL),
}
MODERN = (False, False, True, True)
SCRIPTED = {
    "stripped": ("stripped", {"stripped-starttls"}, None),
    "requiretls": ("works", {"requiretls"}, MODERN),
    "busy454": ("refused", {"refused-starttls"}, None),
    "starttls502": ("refused", {"refused-starttls"}, None),
    "alert": ("broken", {"broken-starttls"}, None),
    "unannounced": ("hidden", {"hidden-starttls"}, None),
    "sni": ("works", {"wrong-name", "sni-changes-certificate"}, MODERN),    # to who does not name it, as most senders do not
    "needssni": ("broken", {"broken-starttls", "only-with-name"}, None),
    "injectable": ("works", {"command-injection"}, MODERN),
    "responseinjection": ("works", {"response-injection"}, None),
    "second421": ("works", {"cut-short"}, None),
    "slowgreeting": ("works", {"slow-greeting"}, MODERN),
    "ehlodiff": ("works", set(), MODERN),
    "heloonly": ("not offered", {"no-starttls"}, None),
    "pipeliningrefused": ("works", set(), MODERN),
    "ccert12": ("broken", {"broken-starttls", "client-certificate-required"}, None),
    "ccert13": ("works", {"client-certificate-required", "only-tls1.3"}, (False, False, False, True)),
    "req454": ("refused", {"refused-starttls", "requires-tls"}, None),
    "injectable13": ("works", {"command-injection", "only-tls1.3"}, (False, False, False, True)),
    "injectable12": ("works", {"command-injection"}, (False, False, True, False)),
}
DANE = {"good": "match", "expired": "match", "self": "match", "daneta": "match", "rollover": "match", "mixeddane": "match",
        "wrong": "mismatch", "req": "unusable", "tlsabogus": "bogus", "nochain": "none",
        "tlsafull": "match", "tlsafullcert": "match", "tlsasha512": "match", "tlsaagile": "mismatch", "tlsaagilegood": "match",
        "tlsashort": "unusable", "tlsajunk": "unusable", "tlsanokey": "unusable", "tlsapkixta": "unusable", "tlsaselector": "unusable",
        "tlsajunkandgood": "match", "danename": "match", "twokeys": "match", "twokeysec": "match", "twokeysrsa": "mismatch",
        "twokeysta": "match", "twokeysnone": "mismatch", "twokeys12": "mismatch", "twokeys13": "match"}
# name: (of the cipher, of the key exchange, of the key), by the NCSC-NL's guidelines
GRADES = {
    "good": ("good", "good", "phase out"),
    "sts": ("good", "good", "good"),
    "weakdh": ("phase out", "insufficient", "phase out"),
    "rsa1024": ("good", "good", "insufficient"),
    "tls10": ("insufficient", "good", "phase out"),
    "tls12": ("sufficient", "good", "phase out"),
    "cbc": ("phase out", "good", "phase out"),
    "rsakeyexchange": ("insufficient", None, "good"),
    "anon": ("insufficient", "phase out", None),
}
# What else the same fact is called.
ALIASES = {"weak-key-exchange": "key-exchange", "weak-key": "certificate-key", "rsa-below-3072": "certificate-key"}

def codes(address: dict) -> set[str]:
    return {finding["code"] for finding in address["findings"]} - COMMON


class Specimens(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.expected = POSTFIX | SCRIPTED
        if (livetest.ROOT / "exim").exists():
            cls.expected |= EXIM
        before = livetest.connections()
        cls.run_once = livetest.probe(list(cls.expected), "--mail-from", "--timeout", "15")
        after = livetest.connections()
        cls.domains = livetest.by_name(cls.run_once)
        cls.counted = {name: after.get(name, 0) - before.get(name, 0) for name in cls.expected}

    def test_every_specimen_is_diagnosed(self):
        for name, (starttls, findings, versions) in self.expected.items():
            for address in livetest.addresses(self.domains[name]):
                with self.subTest(specimen=name, address=address["ip"]):
                    self.assertEqual(address["status"], "reached", address["detail"])
                    self.assertEqual(address["starttls"], starttls, address["detail"])
                    self.assertEqual(codes(address), findings)
                    self.assertIn("private-address", {finding["code"] for finding in address["findings"]})
                    if versions == ALL and DANE.get(name) in ("match", "mismatch"):
                        versions = THREE
                    if versions:
                        self.assertEqual(tuple(address["versions"].values()), versions)

    def test_the_plain_text_says_the_same(self):
        names = [name for name in self.expected if name not in ("limit", "second421", "slow", "slowgreeting", "postscreen")]
        run = livetest.probe(names, "--mail-from", "--timeout", "15", form=())
        self.assertTrue(all(character.isprintable() or character == "\n" for character in run.output))
        flat = " ".join(run.output.split())  # lines end at 80 columns
        for name in names:
            for finding in livetest.addresses(self.domains[name])[0]["findings"]:
                with self.subTest(specimen=name, finding=finding["code"]):
                    self.assertTrue(" ".join(finding["text"].split()) in flat, finding["text"])

    def test_facts_have_their_class(self):
        for name, expected in GRADES.items():
            address = livetest.addresses(self.domains[name])[0]
            classes = {ALIASES.get(found["code"], found["code"]): found["class"] for found in address["findings"]}
            with self.subTest(specimen=name):
                self.assertEqual(tuple(classes.get(code) for code in ("cipher", "key-exchange", "certificate-key")), expected)

    def test_injection_is_tried_whatever_the_version(self):
        for name in ("good", "tls12", "tls13", "rollover", "requiretls"):
            address = livetest.addresses(self.domains[name])[0]
            with self.subTest(specimen=name):
                self.assertEqual((address["injection"], address["response_injection"]), ("safe", "safe"))

    def test_both_certificates_are_compared_with_the_records(self):
        for name in ("twokeys", "twokeysec", "twokeysrsa", "twokeysserver", "twokeys12", "twokeys13"):
            domain = livetest.by_name(livetest.probe([name]))[name]
            address = livetest.addresses(domain)[0]
            ways = address["handshakes"]
            with self.subTest(specimen=name):
                kinds = [ways[way]["certificate"] and ways[way]["certificate"]["key"] for way in ("named", "other_key")]
                kinds[0] = kinds[0] or address["certificate"]["key"]
                self.assertEqual(set(kinds), {"EC", "RSA"})
                # The verdict rests on what Postfix gets, whatever the other certificate is.
                self.assertNotEqual(ways["other_key"]["connection"], ways["named"]["connection"])
                self.assertEqual(address["dane"]["matched"], livetest.outcome(domain, "dane") == "delivered")
                self.assertLessEqual(address["connections"], 4)
        # Nobody is asked twice who has no TLSA records, and who has one certificate is not said to have two.
        self.assertIsNone(livetest.addresses(self.domains["dual"])[0]["handshakes"]["other_key"]["works"])
        self.assertIs(livetest.addresses(self.domains["good"])[0]["handshakes"]["other_key"]["works"], False)

    def test_dane_is_told_apart(self):
        for name, status in DANE.items():
            with self.subTest(specimen=name):
                self.assertEqual(livetest.addresses(self.domains[name])[0]["dane"]["status"], status)

    def test_both_families_of_addresses_are_tested(self):
        self.assertEqual({address["ip"] for address in livetest.addresses(self.domains["good"])}, {"127.0.0.10", "::1"})

    def test_the_difference_between_the_greetings_is_kept(self):
        address = livetest.addresses(self.domains["ehlodiff"])[0]
        self.assertIn("PIPELINING", address["extensions"])
        self.assertNotIn("PIPELINING", address["extensions_tls"])
        self.assertIn("AUTH PLAIN", address["extensions_tls"])
        text = livetest.probe(["ehlodiff"], form=()).output
        self.assertRegex(text, r"in clear only: .*PIPELINING")
        self.assertRegex(text, r"over TLS only: .*AUTH PLAIN")
        self.assertNotRegex(text, r"only: .*(STARTTLS|8BITMIME)")

    def test_who_requires_tls(self):
        for name in self.expected:
            required = livetest.addresses(self.domains[name])[0]["required"]
            with self.subTest(specimen=name):
                if name in ("req", "ccert", "eximreq", "req454"):
                    self.assertIs(required, True)
                else:
                    self.assertIsNot(required, True)

    def test_four_connections_at_most_by_the_servers_own_logs(self):
        for name, count in self.counted.items():
            with self.subTest(specimen=name):
                tested = livetest.addresses(self.domains[name])
                self.assertLessEqual(count, 4 * len(tested))
                self.assertGreaterEqual(count, 1)
                self.assertEqual(count, sum(address["connections"] for address in tested))

    def test_a_second_run_needs_no_more(self):
        names = ["good", "req", "tls13", "second421", "injectable", "slowgreeting"]
        before = livetest.connections()
        livetest.probe(names, "--mail-from").json()
        after = livetest.connections()
        for name in names:
            with self.subTest(specimen=name):
                self.assertLessEqual(after[name] - before[name], self.counted[name])

    def test_an_address_is_tested_once_for_many_domains(self):
        before = livetest.connections()
        found = livetest.by_name(livetest.probe([f"d{i}.bulk" for i in range(1, 21)]))
        self.assertEqual(len(found), 20)
        self.assertLessEqual(livetest.connections()["bulk"] - before.get("bulk", 0), 4)

    def test_an_address_of_many_names_is_not_tested_for_each(self):
        before = livetest.connections()
        found = livetest.by_name(livetest.probe([f"v{i}.shared" for i in range(1, specimens.SHARED + 1)]))
        self.assertEqual(len(found), specimens.SHARED)
        count = livetest.connections()["shared"] - before.get("shared", 0)
        self.assertLessEqual(count, 4)
        tested = {name: livetest.addresses(domain)[0] for name, domain in found.items()}
        self.assertEqual(max(address["connections"] for address in tested.values()), count)
        for name, address in tested.items():
            with self.subTest(domain=name):
                self.assertEqual(address["starttls"], "works")
                self.assertIn("wrong-name", codes(address))
                self.assertEqual("other-name" in codes(address), address["tested_as"] != "")
        self.assertIn(sum(address["tested_as"] == "" for address in tested.values()), range(1, 5))
        # The certificate for everybody fits the records of v2; whether v3 has another one is only known when it is asked.
        self.assertEqual([livetest.outcome(found[name], "dane-only") for name in ("v1.shared", "v2.shared")], ["deferred", "delivered"])
        self.assertIn(livetest.outcome(found["v3.shared"], "dane-only"), ("deferred", "not tested"))

    def test_a_name_that_gets_a_certificate_of_its_own(self):
        # Few enough connections are needed for the first name that the second one can be asked for, too.
        found = livetest.by_name(livetest.probe(["sni", "snialias"]))
        for name in ("sni", "snialias"):
            with self.subTest(domain=name):
                address = livetest.addresses(found[name])[0]
                self.assertEqual(address["tested_as"], "")
                self.assertIn("wrong-name", codes(address))    # who says no name gets another host's
                certificate = address["handshakes"]["named"]["certificate"]
                self.assertEqual(certificate is not None and certificate["names_host"], name == "sni")

    def test_nobody_is_asked_for_mail_but_ones_own_servers(self):
        names = ["req", "eximreq", "good"] if (livetest.ROOT / "exim").exists() else ["req", "good"]
        strangers = livetest.by_name(livetest.probe(names))
        self.assertEqual({livetest.addresses(domain)[0]["required"] for domain in strangers.values()}, {None})
        said = [line["text"] for domain in strangers.values() for address in livetest.addresses(domain) for line in address["transcript"]]
        self.assertIn("STARTTLS", said)
        self.assertFalse([text for text in said if text.upper().startswith(("MAIL", "RCPT", "DATA"))])
        own = livetest.by_name(livetest.probe(names, "--own", f"req.{specimens.ZONE}"))
        self.assertEqual({name: livetest.addresses(domain)[0]["required"] for name, domain in own.items()},
                         {name: True if name == "req" else None for name in names})

    def test_a_public_server_must_not_require_tls(self):
        if not zoo.state(livetest.ROOT).get("isolated"):
            self.skipTest("port 25 of this machine is not ours")
        domain = livetest.Run(["probe", f"public.{specimens.ZONE}", "--json", "--mail-from", *livetest.options(port=None)]).json()[0]
        self.assertIs(domain["publicly_referenced"], True)
        self.assertEqual(livetest.addresses(domain)[0]["port"], 25)
        self.assertEqual(codes(livetest.addresses(domain)[0]), {"requires-tls-publicly"})
        self.assertIs(livetest.by_name(livetest.probe(["req"]))["req"]["publicly_referenced"], False)

    def test_what_dns_alone_decides(self):
        found = livetest.by_name(livetest.probe(["null", "nomx", "nothing", "bogus", "insecure", "good", "loopmx", "nosuchdomain",
                                                 "mxcname", "multi"]))
        self.assertTrue(found["null"]["null_mx"])
        self.assertTrue(found["nomx"]["implicit_mx"])
        self.assertEqual(found["bogus"]["dns"]["security"], "bogus")
        self.assertEqual(found["insecure"]["dns"]["security"], "insecure")
        self.assertEqual(found["good"]["dns"]["security"], "secure")
        self.assertEqual(found["nosuchdomain"]["dns"]["status"], "no such name")
        self.assertEqual(found["nosuchdomain"]["dns"]["security"], "secure")
        self.assertEqual(found["mxcname"]["mx"][0]["canonical_name"], f"mx.sts.{specimens.ZONE}")
        self.assertIn("mx-alias", codes(livetest.addresses(found["mxcname"])[0]))
        self.assertEqual([host["host"].split(".")[1] for host in found["multi"]["mx"]][:1], ["good"])
        self.assertEqual(sorted(host["preference"] for host in found["multi"]["mx"]), [10, 20, 20, 30])

    def test_a_name_in_unicode(self):
        found = livetest.probe(["MÜLLER"]).json()
        self.assertEqual(found[0]["domain"], f"xn--mller-kva.{specimens.ZONE}")
        self.assertEqual(found[0]["delivery"]["secure"]["outcome"], "delivered")
        self.assertIn(f"müller.{specimens.ZONE}", livetest.probe(["müller"], form=()).output)
        found = livetest.probe(["bücher"]).json()
        self.assertEqual(found[0]["domain"], f"xn--bcher-kva.{specimens.ZONE}")
        self.assertEqual(found[0]["delivery"]["verify"]["outcome"], "delivered")

    def test_no_mail_is_sent(self):
        def queued() -> int:
            log = (livetest.ROOT / "postfix" / "mail.log").read_text(errors="replace")
            return sum("/cleanup[" in line for line in log.splitlines())
        before = queued()
        livetest.probe(["good", "req", "hidden"], "--mail-from").json()
        self.assertEqual(queued(), before)


if __name__ == "__main__":
    livetest.main()
