// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/records/bytestream.h"

namespace waxseal {

/**
 * The bytes of a gzip file (RFC 1952), one member or several. A wrong checksum or length, an end that comes too early
 * and bytes behind the last member that are none are errors of the stream: what came before them is read.
 * DamagedArchive when the header is cut or no gzip header; `path` is for the error.
 */
Result<std::unique_ptr<ByteStream>> openGzip(const QString& path, std::unique_ptr<ByteStream> packed);

} // namespace waxseal
