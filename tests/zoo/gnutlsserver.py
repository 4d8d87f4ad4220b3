# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server side of TLS by GnuTLS, through ctypes, for what OpenSSL will not do: no secure renegotiation (RFC 5746)."""
import ctypes
import socket

_SERVER, _PEM, _CREDENTIALS = 1, 1, 1
_AGAIN = (-28, -52)                  # GNUTLS_E_AGAIN, GNUTLS_E_INTERRUPTED


class GnuTlsSocket:
    """Handshakes on a connected socket, then reads and writes like one. Raises OSError where GnuTLS fails."""

    def __init__(self, connection: socket.socket, chain_file: str, priority: str):
        self._library = ctypes.CDLL("libgnutls.so.30")
        self._connection = connection
        connection.setblocking(True)
        self._credentials, self._session = ctypes.c_void_p(), ctypes.c_void_p()
        call = self._library
        self._check(call.gnutls_certificate_allocate_credentials(ctypes.byref(self._credentials)))
        self._check(call.gnutls_certificate_set_x509_key_file(self._credentials, chain_file.encode(), chain_file.encode(), _PEM))
        self._check(call.gnutls_init(ctypes.byref(self._session), _SERVER))
        self._check(call.gnutls_priority_set_direct(self._session, priority.encode(), None))
        self._check(call.gnutls_credentials_set(self._session, _CREDENTIALS, self._credentials))
        call.gnutls_transport_set_int2(self._session, connection.fileno(), connection.fileno())
        result = _AGAIN[0]
        while result in _AGAIN:
            result = call.gnutls_handshake(self._session)
        self._check(result)

    @staticmethod
    def _check(result: int) -> None:
        if result < 0:
            raise OSError(f"GnuTLS: {result}")

    def recv(self, size: int) -> bytes:
        buffer = ctypes.create_string_buffer(size)
        result = self._library.gnutls_record_recv(self._session, buffer, ctypes.c_size_t(size))
        self._check(result)
        return buffer.raw[:result]

    def sendall(self, data: bytes) -> None:
        self._check(self._library.gnutls_record_send(self._session, data, ctypes.c_size_t(len(data))))

    def close(self) -> None:
        self._library.gnutls_deinit(self._session)
        self._library.gnutls_certificate_free_credentials(self._credentials)
        self._connection.close()
