# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small certificate authority of the test's own: a server, a client that the authority vouches for, and one that vouches for itself."""

import pathlib
import subprocess


def _openssl(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


class Pki:
    """Keys and certificates in a folder; each attribute is a pair (certificate, key)."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(mode=0o755)
        self.authority = self._self_signed("ca", "Closed loop CA", "basicConstraints=critical,CA:TRUE")
        self.server = self.issue("server", "mx.local.test", "DNS:mx.local.test,DNS:modern.example")
        self.trusted = self.issue("trusted", "client.partner.example", "DNS:client.partner.example")
        self.untrusted = self._self_signed("untrusted", "nobody.example", "basicConstraints=critical,CA:FALSE")

    @property
    def ca_file(self):
        return self.authority[0]

    def _paths(self, name):
        return self.folder / f"{name}.crt", self.folder / f"{name}.key"

    def _self_signed(self, name, common_name, extension):
        certificate, key = self._paths(name)
        _openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", 30, "-sha256",
                 "-subj", f"/CN={common_name}", "-addext", extension)
        return certificate, key

    def issue(self, name, common_name, alternative_names):
        """A certificate signed by the authority."""
        certificate, key = self._paths(name)
        request, extensions = self.folder / f"{name}.csr", self.folder / f"{name}.ext"
        extensions.write_text(f"subjectAltName={alternative_names}\n")
        _openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", request, "-sha256", "-subj", f"/CN={common_name}")
        _openssl("x509", "-req", "-in", request, "-CA", self.authority[0], "-CAkey", self.authority[1], "-CAcreateserial",
                 "-days", 30, "-sha256", "-extfile", extensions, "-out", certificate)
        return certificate, key
