// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/servers/server.h"

namespace waxseal::test {

/**
 * A mail server that does not exist, to prove what a server needs: this folder, and its line in a list. It logs as
 * "faked" to syslog, or to a file of its own:
 *
 *     FAKE LOG 1
 *     1795351503 mx.our.example S1 open 192.0.2.7 mail.bank.example
 *     1795351504 mx.our.example S1 tls TLSv1.3 TLS_AES_256_GCM_SHA384
 *     1795351505 mx.our.example S1 mail M1 u@bank.example
 *     1795351506 mx.our.example M1 sent x@far.example 203.0.113.20 mx.far.example TLSv1.2
 *     1795351507 mx.our.example M1 done
 *     1795351508 mx.our.example S1 close
 */
Server fakeServer();

} // namespace waxseal::test
