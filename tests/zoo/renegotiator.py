# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A TLS 1.2 server side that asks for renegotiation again and again, which Python's ssl module cannot do: libssl through ctypes."""
import ctypes
import socket

_TLS1_2 = 0x0303
_CTRL_SET_MIN, _CTRL_SET_MAX = 123, 124
_FILETYPE_PEM = 1

_ssl = ctypes.CDLL("libssl.so.3")
for _name in ("TLS_server_method", "SSL_CTX_new", "SSL_new"):
    getattr(_ssl, _name).restype = ctypes.c_void_p
_ssl.SSL_CTX_new.argtypes = [ctypes.c_void_p]
_ssl.SSL_CTX_ctrl.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
_ssl.SSL_CTX_use_certificate_chain_file.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
_ssl.SSL_CTX_use_PrivateKey_file.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
_ssl.SSL_new.argtypes = [ctypes.c_void_p]
_ssl.SSL_set_fd.argtypes = [ctypes.c_void_p, ctypes.c_int]
for _name in ("SSL_accept", "SSL_renegotiate", "SSL_do_handshake", "SSL_free", "SSL_CTX_free"):
    getattr(_ssl, _name).argtypes = [ctypes.c_void_p]
for _name in ("SSL_read", "SSL_write"):
    getattr(_ssl, _name).argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]


def serve(connection: socket.socket, chain_file: str, rounds: int) -> None:
    """Handshakes, then demands a new handshake `rounds` times whatever the other side says; returns when it has had enough."""
    context = _ssl.SSL_CTX_new(_ssl.TLS_server_method())
    for control in (_CTRL_SET_MIN, _CTRL_SET_MAX):
        _ssl.SSL_CTX_ctrl(context, control, _TLS1_2, None)
    _ssl.SSL_CTX_use_certificate_chain_file(context, chain_file.encode())
    _ssl.SSL_CTX_use_PrivateKey_file(context, chain_file.encode(), _FILETYPE_PEM)
    connection.setblocking(True)
    handle = _ssl.SSL_new(context)
    try:
        _ssl.SSL_set_fd(handle, connection.fileno())
        if _ssl.SSL_accept(handle) != 1:
            return
        buffer = ctypes.create_string_buffer(4096)
        for _ in range(rounds):
            _ssl.SSL_renegotiate(handle)
            if _ssl.SSL_do_handshake(handle) != 1:
                return
            if _ssl.SSL_read(handle, buffer, len(buffer)) <= 0:
                return
    finally:
        _ssl.SSL_free(handle)
        _ssl.SSL_CTX_free(context)
