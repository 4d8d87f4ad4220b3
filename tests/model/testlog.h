// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Logs for tests: from fixtures, and written line by line.

#pragma once

#include "factdump.h"
#include "model/importer/importer.h"
#include "modeltest.h"

#include <QDateTime>
#include <QTemporaryDir>

#include <archive.h>
#include <archive_entry.h>

#include <cstdint>
#include <optional>

namespace waxseal::test {

/** The decompressed bytes of a fixture, or of anything in a form libarchive knows. */
inline QByteArray decompressed(const QString& path)
{
    QByteArray out;
    archive* a = archive_read_new();
    archive_read_support_filter_all(a);
    archive_read_support_format_raw(a);
    archive_entry* entry = nullptr;
    if (archive_read_open_filename(a, QFile::encodeName(path).constData(), 65536) == ARCHIVE_OK
        && archive_read_next_header(a, &entry) == ARCHIVE_OK) {
        char buffer[16384];
        la_ssize_t got = 0;
        while ((got = archive_read_data(a, buffer, sizeof buffer)) > 0)
            out.append(buffer, static_cast<qsizetype>(got));
    }
    if (out.isEmpty())
        QTest::qFail(
            archive_error_string(a) == nullptr ? "nothing in it" : archive_error_string(a), __FILE__, __LINE__);
    archive_read_free(a);
    return out;
}

/** `filter`: one of libarchive's, "gzip", "xz", "zstd", "bzip2". */
inline QByteArray compressed(const QByteArray& bytes, const char* filter)
{
    QByteArray out(bytes.size() * 2 + 65536, '\0');
    std::size_t used = 0;
    archive* a = archive_write_new();
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, "log");
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, bytes.size());
    const bool written = archive_write_add_filter_by_name(a, filter) == ARCHIVE_OK
        && archive_write_set_format_raw(a) == ARCHIVE_OK && archive_write_set_bytes_in_last_block(a, 1) == ARCHIVE_OK
        && archive_write_open_memory(a, out.data(), static_cast<std::size_t>(out.size()), &used) == ARCHIVE_OK
        && archive_write_header(a, entry) == ARCHIVE_OK
        && archive_write_data(a, bytes.constData(), static_cast<std::size_t>(bytes.size())) == bytes.size()
        && archive_write_close(a) == ARCHIVE_OK;
    if (!written)
        QTest::qFail(archive_error_string(a), __FILE__, __LINE__);
    archive_entry_free(entry);
    archive_write_free(a);
    out.resize(static_cast<qsizetype>(used));
    return out;
}

inline QByteArray fixture(const char* name)
{
    return decompressed(QStringLiteral(TEST_DATA "/postfix/") + QLatin1StringView(name));
}

/** UTC, and a year that does not hang on today's date. */
inline ImportOptions testOptions()
{
    ImportOptions options;
    options.zone = QTimeZone::utc();
    options.year = 2026;
    return options;
}

/** The same with loopback counted: the examples come from one machine. */
inline ImportOptions openOptions()
{
    ImportOptions options = testOptions();
    options.internal.clear();
    return options;
}

/** A folder for one test's logs. */
class LogFolder
{
public:
    QString path(const QString& name = {}) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const
    {
        writeFile(path(name), bytes);
        return path(name);
    }
    void append(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::Append) || file.write(bytes) != bytes.size())
            QTest::qFail("cannot append", __FILE__, __LINE__);
    }
    void rename(const QString& from, const QString& to) const
    {
        QFile::remove(path(to));
        if (!QFile::rename(path(from), path(to)))
            QTest::qFail("cannot rename", __FILE__, __LINE__);
    }
    void setTime(const QString& name, const QDateTime& time) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::ReadWrite) || !file.setFileTime(time, QFileDevice::FileModificationTime))
            QTest::qFail("cannot set the time", __FILE__, __LINE__);
    }

private:
    QTemporaryDir m_folder;
};

/** Imports, and fails the test when that fails. */
inline ImportResult import(
    const QStringList& inputs, const ImportOptions& options = testOptions(), const ImportState* previous = nullptr)
{
    auto result = importLogs(inputs, options, previous);
    if (result)
        return std::move(result).value();
    QTest::qFail(qPrintable(result.error().subject + QStringLiteral(": ") + result.error().detail), __FILE__, __LINE__);
    return {{}, std::make_shared<FactTable>(), {}, 0};
}

/** The facts of a log that is only bytes. */
inline ImportResult importBytes(const QByteArray& log, const ImportOptions& options = testOptions())
{
    const LogFolder folder;
    return import({folder.write(QStringLiteral("mail.log"), log)}, options);
}

inline QByteArray text(const Excluded& excluded)
{
    return QByteArray::fromStdString("reinjected " + std::to_string(excluded.reinjected) + ", authenticated "
        + std::to_string(excluded.authenticated) + ", internal " + std::to_string(excluded.internal) + ", rejected "
        + std::to_string(excluded.rejected));
}

/** All that an import counts. */
inline QByteArray dump(const ImportResult& result)
{
    return dump(*result.facts) + text(result.excluded) + '\n';
}

inline std::uint64_t messagesOf(const FactTable& facts, Direction direction, std::optional<TlsState> state = {})
{
    std::uint64_t messages = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts.direction(i) == direction && (!state || facts.tls(facts.tlsIdAt(i)).state == *state))
            messages += facts.messages(i);
    }
    return messages;
}

inline std::uint64_t notes(const std::vector<ImportNote>& notes, ImportNote::Code code)
{
    std::uint64_t count = 0;
    for (const ImportNote& note : notes)
        count += note.code == code ? std::max<std::uint64_t>(note.count, 1) : 0;
    return count;
}

inline QString detailOf(const std::vector<ImportNote>& notes, ImportNote::Code code)
{
    for (const ImportNote& note : notes) {
        if (note.code == code)
            return note.detail;
    }
    return {};
}

/** A Postfix log, written line by line. The clock stands unless it is told to go on. */
class LogWriter
{
public:
    explicit LogWriter(
        QByteArray host = "mx", const QDateTime& begin = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC))
        : m_host(std::move(host))
        , m_time(begin)
    {
    }

    LogWriter& wait(int seconds)
    {
        m_time = m_time.addSecs(seconds);
        m_stamp.clear();
        return *this;
    }
    LogWriter& host(const QByteArray& name)
    {
        m_host = name;
        return *this;
    }
    LogWriter& line(const QByteArray& tag, int pid, const QByteArray& text)
    {
        if (m_stamp.isEmpty()) {
            static const QLocale english(QLocale::C);
            const QByteArray day = QByteArray::number(m_time.date().day()).rightJustified(2, ' ');
            m_stamp = english.toString(m_time.date(), QStringLiteral("MMM")).toLatin1() + ' ' + day + ' '
                + m_time.toString(QStringLiteral("HH:mm:ss")).toLatin1() + ' ';
        }
        m_bytes += m_stamp + m_host + ' ' + tag + '[' + QByteArray::number(pid) + "]: " + text + '\n';
        return *this;
    }
    LogWriter& smtpd(int pid, const QByteArray& text) { return line("postfix/smtpd", pid, text); }
    LogWriter& smtp(int pid, const QByteArray& text) { return line("postfix/smtp", pid, text); }
    LogWriter& cleanup(const QByteArray& text) { return line("postfix/cleanup", 901, text); }
    LogWriter& qmgr(const QByteArray& text) { return line("postfix/qmgr", 900, text); }

    LogWriter& connect(int pid, const QByteArray& peer) { return smtpd(pid, "connect from " + peer); }
    LogWriter& tls(
        int pid, const QByteArray& peer, const QByteArray& protocol = "TLSv1.3", const QByteArray& trust = "Anonymous")
    {
        return smtpd(pid,
            trust + " TLS connection established from " + peer + ": " + protocol + " with cipher C (256/256 bits)");
    }
    LogWriter& disconnect(int pid, const QByteArray& peer, const QByteArray& counts = {})
    {
        return smtpd(pid, "disconnect from " + peer + (counts.isEmpty() ? QByteArray() : QByteArray(" " + counts)));
    }
    LogWriter& begins(int pid, const QByteArray& queueId, const QByteArray& peer, const QByteArray& more = {})
    {
        return smtpd(pid, queueId + ": client=" + peer + more);
    }
    /** cleanup and the queue manager take it. */
    LogWriter& queued(const QByteArray& queueId, const QByteArray& sender, int recipients = 1)
    {
        cleanup(queueId + ": message-id=<" + queueId + "@id.example>");
        return active(queueId, sender, recipients);
    }
    LogWriter& active(const QByteArray& queueId, const QByteArray& sender, int recipients = 1)
    {
        return qmgr(queueId + ": from=<" + sender + ">, size=1000, nrcpt=" + QByteArray::number(recipients)
            + " (queue active)");
    }
    LogWriter& removed(const QByteArray& queueId) { return qmgr(queueId + ": removed"); }
    /** A whole message from `begins` to `removed`. */
    LogWriter& message(int pid, const QByteArray& queueId, const QByteArray& peer, const QByteArray& sender)
    {
        return begins(pid, queueId, peer).queued(queueId, sender).removed(queueId);
    }
    LogWriter& sent(int pid, const QByteArray& queueId, const QByteArray& recipient, const QByteArray& relay,
        const QByteArray& status = "sent (250 2.0.0 Ok)", const QByteArray& more = {})
    {
        return smtp(pid,
            queueId + ": to=<" + recipient + ">, relay=" + relay + ", delay=0.1, delays=0/0/0.1/0" + more
                + ", dsn=2.0.0, status=" + status);
    }

    const QByteArray& bytes() const { return m_bytes; }
    ImportResult read(const ImportOptions& options = testOptions()) const { return importBytes(m_bytes, options); }

private:
    QByteArray m_host;
    QDateTime m_time;
    QByteArray m_stamp; // of m_time; empty: to be made
    QByteArray m_bytes;
};

} // namespace waxseal::test
