// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/demolog/logfile.h"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <cstring>

namespace waxseal::demolog {

LogFile::LogFile(const std::string& path)
{
    if (path.empty()) {
        m_plain = stdout;
    } else if (path.ends_with(".zst")) {
        openCompressed(path, archive_write_add_filter_zstd);
    } else if (path.ends_with(".xz")) {
        openCompressed(path, archive_write_add_filter_xz);
    } else if (path.ends_with(".gz")) {
        openCompressed(path, archive_write_add_filter_gzip);
    } else {
        m_plain = std::fopen(path.c_str(), "wb");
        if (m_plain == nullptr)
            fail(std::strerror(errno));
    }
}

LogFile::~LogFile()
{
    close();
}

void LogFile::openCompressed(const std::string& path, int (*addFilter)(archive*))
{
    m_archive = archive_write_new();
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, "log");
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_unset_size(entry);
    archive_entry_unset_mtime(entry); // equal bytes whenever they are written
    const bool added = addFilter(m_archive) >= ARCHIVE_WARN;
    archive_write_set_filter_option(
        m_archive, "zstd", "compression-level", "9"); // says ARCHIVE_WARN when it is another filter's
    if (!added || archive_write_set_format_raw(m_archive) != ARCHIVE_OK
        || archive_write_open_filename(m_archive, path.c_str()) != ARCHIVE_OK
        || archive_write_header(m_archive, entry) != ARCHIVE_OK)
        fail(archive_error_string(m_archive));
    archive_entry_free(entry);
}

void LogFile::fail(const std::string& reason)
{
    if (m_error.empty())
        m_error = reason;
}

void LogFile::write(std::string_view bytes)
{
    if (!m_error.empty())
        return;
    if (m_archive != nullptr) {
        if (archive_write_data(m_archive, bytes.data(), bytes.size()) != static_cast<la_ssize_t>(bytes.size()))
            fail(archive_error_string(m_archive));
    } else if (std::fwrite(bytes.data(), 1, bytes.size(), m_plain) != bytes.size()) {
        fail(std::strerror(errno));
    }
}

bool LogFile::close()
{
    if (m_archive != nullptr && archive_write_close(m_archive) != ARCHIVE_OK)
        fail(archive_error_string(m_archive));
    archive_write_free(m_archive);
    m_archive = nullptr;
    if (m_plain != nullptr && (m_plain == stdout ? std::fflush(m_plain) : std::fclose(m_plain)) != 0)
        fail(std::strerror(errno));
    m_plain = nullptr;
    return m_error.empty();
}

} // namespace waxseal::demolog
