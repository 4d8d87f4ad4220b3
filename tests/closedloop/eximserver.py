# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Exim as Debian configures it, in namespaces of the test's own: its user, /etc/exim4, spool and log are nobody else's."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
UNPACKED = ROOT / "build" / "mta"  # what .ci/unpack-exim makes
ETC = pathlib.Path("/etc/exim4")
PROGRAM = "/usr/sbin/exim4"
PORT = 25  # of a network of our own
DEADLINE = 60.0


def missing_parts():
    """What keeps Exim from running here, in words; empty when it can."""
    if os.geteuid() != 0:
        return "namespaces are made as root only"
    for tool in ("unshare", "mount", "ip", "openssl", "getopt", "run-parts"):
        if not shutil.which(tool, path="/usr/sbin:/usr/bin:/sbin:/bin"):
            return f"{tool} is not installed"
    subprocess.run([ROOT / ".ci" / "unpack-exim"], check=False, stdin=subprocess.DEVNULL)
    if not all((UNPACKED / "usr/sbin" / name).exists() for name in ("exim4", "update-exim4.conf")):
        return "Debian's Exim packages cannot be had"
    if subprocess.run(["unshare", "-m", "-n", "true"], check=False, stderr=subprocess.DEVNULL).returncode != 0:
        return "namespaces cannot be made here"
    return ""


def isolate():
    """Starts this program anew in a network and a mount namespace of its own; returns in there only."""
    if os.environ.get("WAXSEAL_ISOLATED") != "exim":
        os.environ["WAXSEAL_ISOLATED"] = "exim"
        os.execvp("unshare", ["unshare", "-m", "-n", "--propagation", "private", sys.executable, "-B", *sys.argv])


def lay_out(folder):
    """Makes it look as if Debian's Exim were installed, for this mount namespace alone; `folder` takes what is written."""
    run("ip", "link", "set", "lo", "up")
    run("mount", "-t", "tmpfs", "-o", "mode=755", "waxseal", folder)
    for name in ("etc", "var", "run"):
        for part in ("upper", "work"):
            (folder / name / part).mkdir(parents=True)
        (folder / name / "upper").chmod(0o755)
        lower = f"/{name}"
        run("mount", "-t", "overlay", "-o", f"lowerdir={lower},upperdir={folder / name / 'upper'},workdir={folder / name / 'work'}", "waxseal", lower)
    run("mount", "-t", "overlay", "-o", f"lowerdir={UNPACKED / 'usr/sbin'}:/usr/sbin", "waxseal", "/usr/sbin")
    for name, line in (("passwd", "Debian-exim:x:64900:64900::/var/spool/exim4:/usr/sbin/nologin\n"), ("group", "Debian-exim:x:64900:\n")):
        with open(f"/etc/{name}", "a", encoding="utf-8") as file:
            file.write(line)
    shutil.copytree(UNPACKED / "etc/exim4", ETC, dirs_exist_ok=True)
    for path in ("/var/spool/exim4", "/var/log/exim4", "/run/exim4", "/var/lib/exim4"):
        pathlib.Path(path).mkdir(parents=True, exist_ok=True)
        shutil.chown(path, 64900, 64900)


def run(*command, check=True, **more):
    done = subprocess.run([str(c) for c in command], stdin=subprocess.DEVNULL, capture_output=True, timeout=120, **more)
    done.stdout, done.stderr = (text.decode("utf-8", "replace") for text in (done.stdout, done.stderr))
    if check and done.returncode != 0:
        raise AssertionError(f"{command}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done


class Exim:
    """Debian's split configuration: an internet site for local.test that swallows what it takes."""

    log = pathlib.Path("/var/log/exim4/mainlog")

    def __init__(self, pki):
        self._daemon = None
        keys = ETC / "pki"
        shutil.copytree(pki.folder, keys)
        for path in keys.iterdir():
            path.chmod(0o644)
        (ETC / "update-exim4.conf.conf").write_text(
            "dc_eximconfig_configtype='internet'\ndc_other_hostnames='local.test'\ndc_local_interfaces='127.0.0.1'\ndc_readhost=''\n"
            "dc_relay_domains=''\ndc_minimaldns='false'\ndc_relay_nets=''\ndc_smarthost=''\nCFILEMODE='644'\ndc_use_split_config='true'\n"
            "dc_hide_mailname=''\ndc_mailname_in_oh='true'\ndc_localdelivery='mail_spool'\n")
        pathlib.Path("/etc/mailname").write_text("local.test\n")
        self.macros = [
            "MAIN_TLS_ENABLE = yes", f"MAIN_TLS_CERTIFICATE = {keys}/{pathlib.Path(pki.server[0]).name}",
            f"MAIN_TLS_PRIVATEKEY = {keys}/{pathlib.Path(pki.server[1]).name}", f"MAIN_TLS_VERIFY_CERTIFICATES = {keys}/{pathlib.Path(pki.ca_file).name}",
            "MAIN_TLS_TRY_VERIFY_HOSTS = *", "MAIN_HOST_LOOKUP =", "MAIN_SMTPUTF8_ADVERTISE_HOSTS = *", "MAIN_HARDCODE_PRIMARY_HOSTNAME = mx.local.test",
            "MAIN_ALLOW_DOMAIN_LITERALS = yes"]
        (ETC / "conf.d/main/99_test").write_text("smtp_max_synprot_errors = 1000\nsmtp_accept_max = 200\n"
                                                 "tls_require_ciphers = NORMAL:+VERS-TLS1.0:+VERS-TLS1.1:%COMPAT:%VERIFY_ALLOW_SIGN_WITH_SHA1\n")
        (ETC / "conf.d/router/050_test").write_text("swallow:\n  driver = redirect\n  domains = local.test\n  data = :blackhole:\n")
        self.configure()

    def configure(self, *macros):
        """What the administrator does: macros into the local file, then Debian's program."""
        (ETC / "conf.d/main/000_localmacros").write_text("\n".join([*self.macros, *macros]) + "\n")
        run("update-exim4.conf")

    def start(self):
        run(PROGRAM, "-bd")
        end = time.monotonic() + DEADLINE
        while not self._pid():
            if time.monotonic() > end:
                raise TimeoutError("Exim does not start: " + self.log_text())
            time.sleep(0.02)

    def _pid(self):
        path = pathlib.Path("/run/exim4/exim.pid")
        return int(path.read_text()) if path.exists() and path.read_text().strip() else 0

    def stop(self):
        if self._pid():
            os.kill(self._pid(), 15)

    def log_text(self):
        return self.log.read_text(encoding="utf-8", errors="surrogateescape") if self.log.exists() else ""

    def reloaded(self, action):
        """Does what makes the daemon read its configuration anew, and waits until it has said so."""
        before = self.log_text().count("daemon started")
        result = action()
        end = time.monotonic() + DEADLINE
        while self.log_text().count("daemon started") <= before:
            if time.monotonic() > end:
                raise TimeoutError("Exim's daemon did not come back: " + self.log_text()[-2000:])
            time.sleep(0.02)
        return result


_ARRIVAL = re.compile(r"^\S+ \S+ \S+ <= (?P<sender>.+?) (?:U=\S+ )?H=.*? P=\S+(?P<tls> X=(?P<version>[\w.]+):\S+(?: CV=(?P<cv>\w+))?)?.*? id=(?P<id>\w+)@mix\.test")


def arrivals(text):
    """id -> (sender as Exim writes it, TLS version or "", whether a client certificate was verified), read from the main log."""
    found = {}
    for line in text.splitlines():
        match = _ARRIVAL.match(line)
        if match:
            version = (match["version"] or "").removeprefix("TLS").removeprefix("v")
            found[match["id"]] = (match["sender"], {"1": "1.0"}.get(version, version), match["cv"] == "yes")
    return found
