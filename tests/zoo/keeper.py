# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The zoo's keeper: makes certificates and configuration, starts every server, stops them all on SIGTERM. Started by zoo.py."""
import fcntl
import os
import pathlib
import pwd
import shutil
import signal
import socket
import struct
import subprocess
import sys
import threading
import time

import dns
import pki
import postfix
import specimens

HERE = pathlib.Path(__file__).resolve().parent
EXIM_USER = "Debian-exim"
SEARCH = "/usr/sbin:/usr/bin:/sbin:/bin"


def _raise_loopback() -> None:
    """As "ip link set lo up": a new network namespace has its loopback interface down."""
    get_flags, set_flags, is_up = 0x8913, 0x8914, 0x1
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sh14x", b"lo", 0)
        flags = struct.unpack("16sh14x", fcntl.ioctl(any_socket, get_flags, request))[1]
        fcntl.ioctl(any_socket, set_flags, struct.pack("16sh14x", b"lo", flags | is_up))


def _read(path: str) -> str:
    return pathlib.Path(path).read_text(encoding="utf-8")


def _exists(look_up, name: str) -> bool:
    try:
        look_up(name)
        return True
    except KeyError:
        return False


def exim_binary() -> str | None:
    """
    Exim, installed or (as Debian lets only one mail server be installed) unpacked by .ci/unpack-exim; WAXSEAL_EXIM names another.

    None as well where its compiled-in user does not exist: only namespaces of our own can make up for that.
    """
    if not _exists(pwd.getpwnam, EXIM_USER):
        return None
    unpacked = HERE.parent.parent / "build" / "mta" / "usr" / "sbin"
    return os.environ.get("WAXSEAL_EXIM") or shutil.which("exim4", path=f"{SEARCH}:{unpacked}")


def _exim_configuration(root: pathlib.Path, name: str) -> pathlib.Path:
    server = specimens.server(name)
    folder = root / name
    (folder / "spool").mkdir(parents=True)
    shutil.chown(folder, "nobody", "nogroup")
    shutil.chown(folder / "spool", "nobody", "nogroup")
    lines = [
        "exim_user = nobody", "exim_group = nogroup",
        f"spool_directory = {folder}/spool", f"log_file_path = {folder}/%slog", f"pid_file_path = {folder}/exim.pid",
        f"primary_hostname = {server.host}", f"local_interfaces = {server.address}.{specimens.PORT}",
        "log_selector = +smtp_connection", "host_lookup =", "rfc1413_query_timeout = 0s", "tls_advertise_hosts = *",
        f"tls_certificate = {root}/pki/{server.certificate}.crt", f"tls_privatekey = {root}/pki/{server.certificate}.key",
        "acl_smtp_mail = check_mail", "acl_smtp_rcpt = check_rcpt", "begin acl", "check_mail:"]
    if name == "eximreq":
        lines += ["  deny !encrypted = *", "       message = 530 5.7.0 Must issue a STARTTLS command first"]
    lines += ["  accept", "check_rcpt:", f"  accept domains = *.{specimens.ZONE}", "  deny", "begin routers",
              "nowhere:", "  driver = redirect", "  data = :blackhole:"]
    path = folder / "exim.conf"
    path.write_text("\n".join(lines) + "\n")
    return path


class Keeper:
    def __init__(self, root: pathlib.Path, is_isolated: bool):
        self._root = root
        self._is_isolated = is_isolated
        self._children: list[subprocess.Popen] = []
        self._receiver: postfix.Instance | None = None

    def start(self) -> None:
        if self._is_isolated:
            _raise_loopback()
            self._lay_over("/etc/resolv.conf", f"nameserver {dns.UNBOUND}\noptions trust-ad edns0\n")
            if not _exists(pwd.getpwnam, EXIM_USER):
                self._lay_over("/etc/passwd", _read("/etc/passwd") + f"{EXIM_USER}:x:64900:64900::/nonexistent:/usr/sbin/nologin\n")
                self._lay_over("/etc/group", _read("/etc/group") + f"{EXIM_USER}:x:64900:\n")

        # Certificates are only read when somebody connects, so the slow starter goes first.
        self._receiver = postfix.receiver(self._root, self._is_isolated)
        starter = threading.Thread(target=self._receiver.start)
        starter.start()

        certificates = pki.Pki(self._root / "pki")
        certificates.make_all()
        names = dns.Dns(self._root / "dns", certificates, self._is_isolated)
        self._spawn(names.knot_command())
        for script in ("scriptedserver", "policyserver", "scripteddns", "socksserver"):
            self._spawn([sys.executable, str(HERE / f"{script}.py"), str(self._root)])

        exim = exim_binary()
        if exim:
            for server in specimens.EXIM:
                self._spawn([exim, "-C", str(_exim_configuration(self._root, server.name)), "-bdf"])

        anchor = self._wait("the trust anchor", names.trust_anchor)
        (self._root / "trust-anchor").write_text(anchor + "\n")
        if self._is_isolated:
            self._spawn(names.unbound_command(anchor))
            self._wait("unbound", lambda: self._listens(dns.UNBOUND, 53))
        starter.join()
        for name in ("scripted", "policy", "scripteddns", "socks"):
            self._wait(name, (self._root / f"{name}.ready").exists)
        listening = list(specimens.POSTFIX) + [specimens.PUBLIC] * self._is_isolated + ([*specimens.EXIM] if exim else [])
        for server in listening:
            self._wait(server.name, lambda s=server: self._listens(s.address, s.port))
        (self._root / "ready").touch()

    def stop(self) -> None:
        if self._is_isolated:
            return  # All that lives in this process namespace goes with its first process.
        if self._receiver:
            self._receiver.stop()
        for child in self._children:
            child.terminate()
        for child in self._children:
            try:
                child.wait(2)
            except subprocess.TimeoutExpired:
                child.kill()

    def _lay_over(self, path: str, text: str) -> None:
        """Another content for a system file, for the processes of this zoo alone."""
        own = self._root / pathlib.Path(path).name
        own.write_text(text)
        subprocess.run(["mount", "--bind", str(own), path], check=True)

    def _spawn(self, command: list[str]) -> None:
        log = open(self._root / "keeper.log", "ab")  # pylint: disable=consider-using-with
        environment = os.environ | ({"ZOO_ISOLATED": "1"} if self._is_isolated else {})
        self._children.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment))

    def _wait(self, what: str, condition):
        deadline = time.monotonic() + 50
        while time.monotonic() < deadline:
            for child in self._children:
                if child.poll() is not None:
                    raise RuntimeError(f"ended early: {child.args}")
            result = condition()
            if result:
                return result
            time.sleep(0.02)
        raise RuntimeError(f"{what} is not ready")

    @staticmethod
    def _listens(address: str, port: int) -> bool:
        # The kernel's table instead of a connection: the servers' logs are to count those of the tests only.
        wanted = f"{struct.unpack('=I', socket.inet_aton(address))[0]:08X}:{port:04X}"
        lines = pathlib.Path("/proc/self/net/tcp").read_text().splitlines()[1:]
        return any(fields[1] == wanted and fields[3] == "0A" for fields in map(str.split, lines))


def main() -> int:
    keeper = Keeper(pathlib.Path(sys.argv[1]), "--isolated" in sys.argv[2:])
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    try:
        keeper.start()
        while not ended.wait(3600):
            pass
    finally:
        keeper.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
