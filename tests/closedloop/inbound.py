# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The closed loop, inbound: a real Postfix takes a mix of mail; its log is imported; a policy is exported, switched on the way the
exported files say, and the mix is sent again. What the server then refuses must be what was predicted, message by message.
"""

import collections
import os
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

import mailserver
import mix
import pki
import replay
import waxseal
from waxseal import Policy

SIX = ("bank.example", "uni.example", "isp.example", "hospital.example", "list.example", "oldlaw.example")
WITH_SUBDOMAINS = ",".join("." + d for d in SIX)
EXACT = ",".join(SIX)

# Postfix's default lets a key match its subdomains too; an administrator may have taken that away.
WALKS = ("smtpd_access_maps", "")


class Inbound(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="waxseal-loop-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.folder.chmod(0o755)  # Postfix's own user has to get through
        cls.pki = pki.Pki(cls.folder / "pki")
        cls.port = mailserver.free_port()
        cls.server = mailserver.Postfix(cls.folder / "mx", {
            "myhostname": "mx.local.test",
            "mydestination": "local.test",
            "mynetworks": "127.255.255.255/32",  # else all of loopback is trusted
            "local_transport": "discard:",
            "default_transport": "error:nothing leaves",
            "smtpd_relay_restrictions": "reject_unauth_destination",
            "smtpd_tls_security_level": "may",
            "smtpd_tls_cert_file": cls.pki.server[0],
            "smtpd_tls_key_file": cls.pki.server[1],
            "smtpd_tls_CAfile": cls.pki.ca_file,
            "smtpd_tls_ask_ccert": "yes",
            "smtpd_tls_loglevel": "1",
            "smtpd_tls_session_cache_database": "",
            "smtpd_tls_protocols": ">=TLSv1",
            "smtpd_tls_mandatory_protocols": ">=TLSv1",
            "smtpd_tls_ciphers": "low",
            "smtpd_tls_mandatory_ciphers": "low",
            "tls_low_cipherlist": "ALL:@SECLEVEL=0",
        }, [f"127.0.0.1:{cls.port} inet n - n - 100 smtpd"])
        cls.addClassCleanup(cls.server.stop)
        cls.server.start()
        cls.sessions = mix.sessions()
        cls.truth = {m.id: m for m in mix.messages(cls.sessions)}
        answers = cls.send()
        refused = [f"{i}: {a}" for i, a in answers.items() if not a.accepted]
        if refused:
            raise AssertionError("refused without any policy: " + "; ".join(refused))
        cls.log = cls.folder / "baseline.log"
        cls.log.write_text(cls.server.log_text(), encoding="utf-8")
        cls.rows = {name.partition("@")[0]: row for name, row in waxseal.message_rows(cls.log).items()}

    at_rest = None  # how the server walks while no policy is on; nothing when one may be

    @classmethod
    def send(cls):
        """Plays the mix and waits until the log tells of all that was taken."""
        offset = cls.server.log_length()
        answers = replay.replay(cls.sessions, cls.port, cls.pki)
        taken = sum(a.accepted for a in answers.values())
        mailserver.wait_for(lambda: cls.server.log_since(offset).count(": removed") >= taken, "not all mail has left the queue")
        return answers

    def configure(self, walks):
        """The server as it is without any policy, walking from a domain to its parents or not."""
        if type(self).at_rest == walks:
            return
        self.set({"parent_domain_matches_subdomains": walks})
        type(self).at_rest = walks

    def set(self, settings):
        """The first configuration, and these settings."""
        type(self).at_rest = None
        self.server.reset(**settings)
        self.server.reload()

    def log_of_the_mix(self, settings, name):
        """The log that the mix leaves on a server with these settings: its path, and its messages."""
        self.set(settings)
        offset = self.server.log_length()
        self.assertTrue(all(a.accepted for a in self.send().values()))
        log = self.folder / name
        log.write_text(self.server.log_since(offset), encoding="utf-8")
        return log, {name.partition("@")[0]: row for name, row in waxseal.message_rows(log).items()}

    def switch_on(self, folder, commands, by_hand):
        """Does what the exported files say, as the administrator of this instance would: by their script or by hand."""
        type(self).at_rest = None
        if not by_hand:
            self.server.apply("sh", "-euc", commands[0])
            return
        settings, around = waxseal.by_hand(folder)
        for command in around:
            self.server.run("sh", "-euc", command)
        self.server.run("postconf", "-e", *settings)
        self.server.age()
        self.server.reload()

    def switch_off(self, commands, by_hand, walks, before):
        if by_hand:
            return  # the next turn begins with the first configuration
        self.server.apply("sh", "-euc", commands[1])
        self.server.age()
        self.assertEqual(self.server.run("postconf", "-n"), before, "switching off does not bring back what was")
        type(self).at_rest = walks

    def check(self, policy, *export_options, walks=WALKS[0], codes=(450,), stages=("rcpt",), by_hand=False):
        """One turn of the loop. Returns what was predicted, the server's answers and what it logged meanwhile."""
        predicted = {i for i, row in self.rows.items() if policy.loses(row)}
        simulated = policy.simulate(self.log)
        self.assertEqual((simulated["messages"], simulated["lost"], simulated["unknown"]), (len(self.rows), len(predicted), 0))
        self.assertEqual(simulated["accepted"], len(self.rows) - len(predicted))
        by_domain = collections.Counter(self.rows[i]["domain"] for i in predicted)
        self.assertEqual({d["domain"]: d["lost"] for d in simulated["domains"] if d["lost"]}, by_domain)

        self.configure(walks)
        before = self.server.run("postconf", "-n")
        target = self.folder / re.sub(r"\W+", "-", f"{self.id().rpartition('.')[2]}-{policy.name}-{walks}")
        commands = policy.export(self.log, target, *export_options)
        self.switch_on(target, commands, by_hand)
        self.assertNotEqual(self.server.run("postconf", "-n"), before, "switched on, and nothing is different")
        offset = self.server.log_length()
        answers = self.send()
        logged = self.server.log_since(offset)
        self.switch_off(commands, by_hand, walks, before)

        refused = {i for i, a in answers.items() if not a.accepted}
        if "--enforce" in export_options:
            self.assertEqual(self.told(refused), self.told(predicted), policy.name)
            for i in refused:
                self.assertIn(answers[i].code, codes, f"{i}: {answers[i]}")
                self.assertIn(answers[i].stage, stages, f"{i}: {answers[i]}")
        # A broken handshake is the mix's; that a loaded machine's file system and clock disagree by a second is nobody's.
        complaints = re.findall(r"(?m)^.*\]: (?:warning|error|fatal|panic): (?!TLS library problem|file system clock is|resetting file time).*$",
                                logged)
        self.assertEqual(complaints, [], "Postfix complains of the export")
        # The importer's view of the same hour: what was refused is not there, all else is, with the same facts.
        after = self.folder / "after.log"
        after.write_text(logged, encoding="utf-8")
        seen = {name.partition("@")[0]: row for name, row in waxseal.message_rows(after).items()}
        facts = ("domain", "tls", "cipher", "trust")
        self.assertEqual({i: [row[f] for f in facts] for i, row in seen.items()},
                         {i: [row[f] for f in facts] for i, row in self.rows.items() if i not in refused})
        return predicted, refused, answers, logged

    def told(self, ids):
        """A set of messages in words, so that a difference explains itself."""
        return {f"{i} <{self.truth[i].sender}> tls={self.truth[i].tls or 'clear'} cert={self.truth[i].certificate}" for i in ids}

    # What goes in

    def test_a_mix_is_wide_enough(self):
        self.assertGreaterEqual(len({m.domain for m in self.truth.values()}), 20)
        self.assertGreaterEqual(len(self.truth), 217)
        self.assertEqual({m.tls for m in self.truth.values()}, {"", *mix.VERSIONS})
        self.assertEqual({m.certificate for m in self.truth.values()}, {"none", "untrusted", "trusted"})
        self.assertTrue(any(len(s.messages) > 1 for s in self.sessions))

    def test_b_import_tells_every_truth(self):
        trusts = {"none": "anonymous", "untrusted": "untrusted", "trusted": "trusted"}
        expected, seen = {}, {}
        for i, m in self.truth.items():
            # A sender without a domain is completed by the server, and known by the server's name ever after.
            expected[i] = (m.domain or "mx.local.test", m.tls or "plaintext", trusts[m.certificate] if m.tls else "")
        for i, row in self.rows.items():
            seen[i] = (row["domain"], row["tls"], row["trust"].lower() if row["tls"] != "plaintext" else "")
        self.assertEqual(seen, expected)

    def test_c_the_same_facts_from_other_logs(self):
        facts = ("domain", "host", "tls", "cipher", "trust")
        expected = {i: [row[f] for f in facts] for i, row in self.rows.items()}
        for name, settings in {"names": {"syslog_name": "mail-in/first", "enable_long_queue_ids": "yes"},
                               "details": {"smtpd_tls_loglevel": "2", "info_log_address_format": "internal"}}.items():
            _, rows = self.log_of_the_mix(settings, f"{name}.log")
            self.assertEqual({i: [row[f] for f in facts] for i, row in rows.items()}, expected, name)

    def test_d_what_the_log_does_not_tell_is_unknown(self):
        # Without smtpd_tls_loglevel a session's last line says whether there was a STARTTLS, but neither which version nor when.
        log, rows = self.log_of_the_mix({"smtpd_tls_loglevel": "0"}, "silent.log")
        self.assertEqual(set(rows), set(self.truth))
        for i, row in rows.items():
            self.assertIn(row["tls"], ("tls", "unknown") if self.truth[i].tls else ("plaintext", "unknown"), self.told({i}))
        split = {m.id for s in self.sessions if s.clear_first for m in s.messages}
        self.assertEqual({rows[i]["tls"] for i in split}, {"unknown"}, "clear and TLS mail in one session cannot be told apart")
        plain = {m.id for s in self.sessions if not s.tls for m in s.messages}
        self.assertEqual({rows[i]["tls"] for i in plain}, {"plaintext"})
        for requirement in ("encrypt:all", "encrypt>=1.2:all"):
            simulated = Policy("silent", [requirement]).simulate(log)
            self.assertEqual(simulated["lost"], len(plain))
        self.assertEqual(simulated["unknown"], len(self.truth) - len(plain))

    # What is required, and what comes of it

    def test_encrypt_all_now(self):
        predicted, _, _, _ = self.check(Policy("encrypt-all-now", ["encrypt:all"], "now"), "--enforce", codes=(530,), stages=("mail",))
        self.assertEqual(predicted, {i for i, m in self.truth.items() if not m.tls})

    def test_encrypt_all_later(self):
        predicted, _, _, _ = self.check(Policy("encrypt-all-later", ["encrypt:all"]), "--enforce", by_hand=True)
        self.assertEqual(predicted, {i for i, m in self.truth.items() if not m.tls})

    def test_six_domains_with_subdomains(self):
        for walks in WALKS:
            policy = Policy("six", ["encrypt:" + WITH_SUBDOMAINS])
            predicted, _, _, _ = self.check(policy, "--enforce", walks=walks, by_hand=walks == "")
            self.assertTrue(any(self.truth[i].domain == "news.bank.example" for i in predicted))
            self.assertFalse(any(self.truth[i].domain == "notbank.example" for i in predicted))

    def test_six_domains_exact(self):
        for walks in WALKS:
            policy = Policy("six-exact", ["encrypt:" + EXACT], "now")
            predicted, _, _, _ = self.check(policy, "--enforce", walks=walks, codes=(554,), by_hand=walks == "")
            self.assertFalse(any(self.truth[i].domain == "news.bank.example" for i in predicted))
            self.assertTrue(any(self.truth[i].domain == "bank.example" for i in predicted))

    def test_exact_inside_subdomains(self):
        policy = Policy("nested", ["encrypt:.bank.example,.uni.example", "none:news.bank.example", "encrypt>=1.3:cs.uni.example",
                                   "encrypt>=1.2:uni.example"])
        for walks in WALKS:
            self.check(policy, "--enforce", walks=walks, by_hand=walks == "")

    def test_trusted_certificate_for_some(self):
        policy = Policy("trusted", ["trusted:.bank.example,.partner.example,.gov.example"], "now")
        predicted, _, answers, _ = self.check(policy, "--enforce", codes=(554,))
        self.assertTrue(any(self.truth[i].certificate == "untrusted" for i in predicted))
        for i in predicted:
            self.assertIn("TLS client certificate", answers[i].text, "the other side's postmaster learns why")

    def test_trusted_certificate_later(self):
        self.check(Policy("trusted-later", ["trusted:gov.example,selfmade.example"]), "--enforce", by_hand=True)

    def test_version_for_all(self):
        policy = Policy("version-all", ["encrypt>=1.2:all"], "now")
        predicted, _, _, _ = self.check(policy, "--enforce", codes=(0, 530), stages=("starttls", "mail"), by_hand=True)
        self.assertTrue(any(self.truth[i].tls == "1.0" for i in predicted))

    def test_version_for_all_later(self):
        self.check(Policy("version-all-later", ["encrypt>=1.2:all"]), "--enforce", by_hand=True)

    def test_version_for_chosen(self):
        for refuse, code in (("later", 450), ("now", 554)):
            policy = Policy("version-chosen-" + refuse, ["encrypt>=1.2:.uni.example,hospital.example,oldlaw.example",
                                                         "encrypt>=1.3:cloudco.example,.bank.example"], refuse)
            predicted, _, _, _ = self.check(policy, "--enforce", codes=(code,), by_hand=refuse == "now")
            self.assertTrue(any(self.truth[i].tls == "1.2" for i in predicted))

    def test_null_sender_only(self):
        predicted, _, _, _ = self.check(Policy("null", ["encrypt:<>"]), "--enforce", by_hand=True)
        self.assertEqual(predicted, {i for i, m in self.truth.items() if m.domain == "<>" and not m.tls})

    def test_all_with_exceptions(self):
        exceptions = "none:.isp.example,printer.example,<>,.bank.example"
        for walks in WALKS:
            for refuse, code in (("later", 450), ("now", 554)):
                predicted, _, _, _ = self.check(Policy("exceptions-" + refuse, ["encrypt:all", exceptions], refuse), "--enforce",
                                                walks=walks, codes=(code,), by_hand=refuse == "now" or walks == "")
                self.assertTrue(predicted)
                self.assertFalse(any(self.truth[i].domain in ("<>", "news.bank.example") for i in predicted))

    def test_an_administrators_own_lists_stay(self):
        # What stands in main.cf already goes on working, before ours; and is all that is left when ours is switched off.
        own = {"smtpd_restriction_classes": "no_pills", "no_pills": "reject",
               "smtpd_sender_restrictions": "check_sender_access inline:{{pills.example = no_pills}} permit",
               "plaintext_reject_code": "451", "smtpd_tls_ask_ccert": "no", "smtpd_tls_loglevel": "2"}
        policy = Policy("own", ["encrypt:.bank.example,.isp.example", "encrypt>=1.2:hospital.example", "trusted:gov.example"], "now")
        self.set(own)
        before = self.server.run("postconf", "-n")
        on, off = policy.export(self.log, self.folder / "own", "--enforce")
        self.server.apply("sh", "-euc", on)
        answers = self.send()
        self.server.apply("sh", "-euc", on)  # once more changes nothing
        self.assertTrue(self.server.run("postconf", "-h", "smtpd_sender_restrictions").endswith("waxseal_inbound, permit\n"),
                        "behind a closing permit nothing is ever asked")
        again = self.send()
        self.server.apply("sh", "-euc", off)
        self.server.age()
        self.assertEqual(self.server.run("postconf", "-n"), before, "switching off does not bring back what was")
        self.assertNotIn("waxseal", (self.server.config / "master.cf").read_text())
        after = self.send()

        theirs = {i for i, m in self.truth.items() if m.domain == "pills.example"}
        predicted = {i for i, row in self.rows.items() if policy.loses(row)}
        for turn in (answers, again):
            self.assertEqual(self.told({i for i, a in turn.items() if not a.accepted}), self.told(predicted | theirs))
        self.assertEqual(self.told({i for i, a in after.items() if not a.accepted}), self.told(theirs))

    def test_audit_refuses_nothing_and_says_all(self):
        policies = [Policy("six", ["encrypt:" + WITH_SUBDOMAINS]), Policy("all", ["encrypt:all"], "now"),
                    Policy("versions", ["encrypt>=1.2:all", "none:printer.example"]),
                    Policy("trusted", ["trusted:.bank.example,.gov.example"])]
        for policy in policies:
            predicted, refused, _, logged = self.check(Policy("audit-" + policy.name, policy.require, policy.refuse), by_hand=policy.name != "six")
            self.assertEqual(refused, set())
            warned = re.findall(r" reject_warning: RCPT from .* to=<user\d?\+(m\d+)@local\.test>", logged)
            self.assertEqual(self.told(set(warned)), self.told(predicted), policy.name)
            # A line a recipient, not a message.
            self.assertEqual(len(warned), sum(self.truth[i].recipients for i in predicted))


if __name__ == "__main__":
    lacking = mailserver.missing_parts()
    if lacking:
        print(f"{lacking}: the closed loop cannot run here")
        sys.exit(1 if os.environ.get("CI") == "true" else 77)
    unittest.main(verbosity=2)
