# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A private, real Postfix: its own configuration, queue, log and port on loopback; started and stopped by whoever makes it."""

import atexit
import contextlib
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time

PROGRAMS = pathlib.Path("/usr/lib/postfix/sbin")
DEADLINE = 60.0  # seconds that anything may take before the test gives up


def missing_parts():
    """What keeps a private Postfix from running here, in words; empty when it can."""
    if os.geteuid() != 0:
        return "Postfix starts as root only"
    if not shutil.which("postfix", path="/usr/sbin:/usr/bin:/sbin:/bin") or not (PROGRAMS / "master").exists():
        return "Postfix is not installed"
    if not shutil.which("openssl"):
        return "openssl is not installed"
    return ""


_guards = contextlib.ExitStack()  # held until this process ends
atexit.register(_guards.close)


def free_port(address="127.0.0.1", first=35025):
    """A port that nobody listens on and that no other run of these tests has chosen, so that several checkouts can be tested at once."""
    for port in range(first, first + 800):
        # Between choosing a port and listening on it lies Postfix's start. A name that the kernel gives to one process only holds the place.
        guard = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        try:
            guard.bind(f"\0waxseal-closedloop-{port}")
        except OSError:
            guard.close()
            continue
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((address, port))
                _guards.callback(guard.close)
                return port
            except OSError:
                guard.close()
    raise RuntimeError("no free port")


def wait_for(condition, what):
    """Waits until `condition()` is true and returns what it returned."""
    end = time.monotonic() + DEADLINE
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.02)


class Postfix:
    """`services` are lines of master.cf for what listens or delivers in ways of its own; `settings` go to main.cf."""

    def __init__(self, folder, settings, services):
        self.folder = pathlib.Path(folder)
        self.config = self.folder / "etc"
        self.queue = self.folder / "spool"
        self.log = self.folder / "maillog"
        for path in (self.folder, self.config, self.queue):
            path.mkdir(mode=0o755)
        data = self.folder / "data"
        data.mkdir(mode=0o755)
        shutil.chown(data, "postfix", "root")
        base = {
            "compatibility_level": "3.6",
            "queue_directory": self.queue,
            "data_directory": data,
            "daemon_directory": PROGRAMS,
            "command_directory": "/usr/sbin",
            "maillog_file": self.log,
            "maillog_file_prefixes": self.folder,
            "multi_instance_enable": "no",
            "inet_protocols": "ipv4",
            "inet_interfaces": "127.0.0.1",
            "disable_dns_lookups": "yes",
            "smtp_dns_support_level": "disabled",
            "smtpd_peername_lookup": "no",
            "alias_maps": "",
            "alias_database": "",
            "biff": "no",
            "local_recipient_maps": "",
            "recipient_delimiter": "+",
            "smtpd_error_sleep_time": "0",
            "smtpd_client_connection_rate_limit": "0",
            "smtpd_client_connection_count_limit": "0",
        }
        base.update(settings)
        self.main_cf = self.config / "main.cf"
        self._settings = base
        (self.config / "master.cf").write_text("\n".join(services + [
            "pickup    unix  n  -  n  60  1  pickup", "cleanup   unix  n  -  n  -   0  cleanup", "qmgr      unix  n  -  n  300 1  qmgr",
            "tlsmgr    unix  -  -  n  1000? 1 tlsmgr", "rewrite   unix  -  -  n  -   -  trivial-rewrite",
            "bounce    unix  -  -  n  -   0  bounce", "defer     unix  -  -  n  -   0  bounce", "trace     unix  -  -  n  -   0  bounce",
            "verify    unix  -  -  n  -   1  verify", "proxymap  unix  -  -  n  -   -  proxymap", "error     unix  -  -  n  -   -  error",
            "retry     unix  -  -  n  -   -  error", "discard   unix  -  -  n  -   -  discard", "local     unix  -  n  n  -   -  local",
            "anvil     unix  -  -  n  -   1  anvil", "scache    unix  -  -  n  -   1  scache",
            "postlog   unix-dgram n - n - 1  postlogd", ""]))
        self._services = (self.config / "master.cf").read_text()
        self.reset()
        self._master = None
        self._starter = None
        # Postfix reads no file that was written less than a second ago, but waits. The tests make it look older before each reload.
        tools = self.folder / "bin"
        tools.mkdir(mode=0o755)
        (tools / "postfix").write_text("#!/bin/sh\ntouch -d '1 minute ago' \"$MAIL_CONFIG/main.cf\" \"$MAIL_CONFIG/master.cf\"\n"
                                       "exec /usr/sbin/postfix \"$@\"\n")
        (tools / "postfix").chmod(0o755)
        self._environment = {"PATH": f"{tools}:/usr/sbin:/usr/bin:/sbin:/bin", "MAIL_CONFIG": str(self.config), "LC_ALL": "C.UTF-8", "TZ": "UTC"}

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def run(self, *command, **keywords):
        """Runs one of Postfix's own commands against this instance."""
        return subprocess.run([str(c) for c in command], check=True, cwd=self.config, env=self._environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=DEADLINE, **keywords).stdout

    def start(self):
        with open(self.folder / "said", "wb") as said:
            self._starter = subprocess.Popen(["postfix", "start-fg"], env=self._environment, cwd=self.folder, start_new_session=True,
                                             stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT)
        try:
            wait_for(lambda: "daemon started" in self.log_text() or self._starter.poll() is not None, "Postfix did not start")
            if self._starter.poll() is not None:
                raise RuntimeError(f"Postfix did not start:\n{(self.folder / 'said').read_text()}{self.log_text()}")
            # The master leaves its starter's session; its own word is the one to go by.
            self._master = int((self.queue / "pid" / "master.pid").read_text())
        except BaseException:
            self.stop()
            raise

    def stop(self):
        for end in (signal.SIGTERM, signal.SIGKILL):
            if self._master is not None:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(self._master, end)
            elif self._starter is not None:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(self._starter.pid, end)
            try:
                # The starter waits for the master and ends with it.
                self._starter.wait(DEADLINE)
                break
            except subprocess.TimeoutExpired:
                continue
        self._master = None

    def reload(self):
        self.apply("postfix", "reload")

    def apply(self, *command):
        """Runs a command that ends in `postfix reload`, and waits until no process with the old configuration is left to answer."""
        before = self._children("smtpd") | self._children("smtp")
        reloads = self.log_text().count(" reload -- version ")
        said = self.run(*command)
        wait_for(lambda: self.log_text().count(" reload -- version ") > reloads, f"Postfix did not reload: {said}")
        wait_for(lambda: not before & (self._children("smtpd") | self._children("smtp")), "old processes stay")
        return said

    def reset(self, **settings):
        """Back to the configuration of the beginning, but for these settings (not yet reloaded)."""
        self.main_cf.write_text("".join(f"{name} = {value}\n" for name, value in {**self._settings, **settings}.items()))
        (self.config / "master.cf").write_text(self._services)
        self.age()

    def age(self):
        """Lets the configuration look old: Postfix reads no file that was written less than a second ago, but waits."""
        for name in ("main.cf", "master.cf"):
            path = self.config / name
            then = path.stat().st_mtime - 60
            os.utime(path, (then, then))

    def log_text(self):
        try:
            return self.log.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return ""

    def log_length(self):
        return self.log.stat().st_size if self.log.exists() else 0

    def log_since(self, offset):
        with open(self.log, "rb") as file:
            file.seek(offset)
            return file.read().decode("utf-8", "replace")

    def wait_until_idle(self):
        """Until every message that was taken has gone its way, and the log says so."""
        def idle():
            return not any(path.is_file() for name in ("incoming", "active", "maildrop") for path in (self.queue / name).rglob("*"))
        wait_for(idle, "the queue does not empty")

    def _children(self, name):
        """Process ids of this master's children of that name, idle ones too."""
        found = set()
        for status in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                words = status.read_text().rsplit(")", 1)
            except OSError:
                continue
            if words[0].partition("(")[2] == name and int(words[1].split()[1]) == self._master:
                found.add(int(status.parent.name))
        return found
