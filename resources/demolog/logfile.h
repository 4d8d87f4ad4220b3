// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

struct archive;

namespace waxseal::demolog {

/** A file to write a log to, compressed as its name says (.gz, .xz, .zst), else plain. An empty name is standard
 * output. */
class LogFile
{
public:
    explicit LogFile(const std::string& path);
    ~LogFile();
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;

    void write(std::string_view bytes);
    /** Ends the file; false when anything went wrong since it was opened. */
    bool close();
    std::string error() const { return m_error; }

private:
    void openCompressed(const std::string& path, int (*addFilter)(archive*));
    void fail(const std::string& reason);

    std::FILE* m_plain = nullptr;
    archive* m_archive = nullptr;
    std::string m_error;
};

} // namespace waxseal::demolog
