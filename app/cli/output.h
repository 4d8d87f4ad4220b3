// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/percent.h"
#include "model/core/printable.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <string_view>
#include <vector>

namespace waxseal::cli {

/** Context of the command line's sentences: `Cli::tr("…")`. */
struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/** What scripts see (the contract is in the man page). */
enum ExitCode : int
{
    Done = 0,
    CheckFailed = 1,
    Usage = 2,
    InputOutput = 3
};

/** Writes to standard output; remembers a failure, which flush() reports. */
class Output
{
public:
    void write(const QByteArray& bytes);
    void line(const QString& text) { write(text.toUtf8() + '\n'); }
    /** False when something could not be written: a full disk, a closed pipe. */
    bool flush();
    bool hasFailed() const { return m_failed; }
    /** Whether standard output was a pipe that nobody reads any more. */
    static bool isReaderGone() { return s_readerGone; }

private:
    void noteFailure();
    static inline bool s_readerGone = false;
    bool m_failed = false;
};

/** To standard error, with the program's name, made safe for a terminal. */
void complain(const QString& text);

/** What a stranger wrote, safe on a terminal and in a table. */
inline QString printable(const QString& text)
{
    return visibleText(text);
}
inline QString printable(std::string_view text)
{
    return visibleText(text);
}

/** A number with the locale's grouping. */
QString count(std::uint64_t value);
double shareOf(std::uint64_t part, std::uint64_t whole);
/** Seconds since 1970 in µs as ISO 8601 UTC; "" for 0. */
QString isoTime(qint64 microseconds);

/** Rows of text, aligned: the first column to the left, the others to the right unless said otherwise. */
class TextTable
{
public:
    explicit TextTable(QStringList header, QString alignment);
    /** `alignment`: a letter a column, 'l' or 'r'. */
    void add(const QStringList& row) { m_rows.push_back(row); }
    bool isEmpty() const { return m_rows.empty(); }
    QString text() const;

private:
    QStringList m_header;
    QString m_alignment;
    std::vector<QStringList> m_rows;
};

/** A line of CSV (RFC 4180): quoted where needed, and nothing that a spreadsheet would take for a formula. */
class CsvLine
{
public:
    CsvLine& text(const QString& value);
    CsvLine& text(std::string_view value);
    CsvLine& number(std::uint64_t value);
    /** A percentage: as percentDigits() writes it. */
    CsvLine& number(double value, int decimals);
    QByteArray line() const { return m_line + "\r\n"; }

private:
    void append(const QByteArray& field);
    QByteArray m_line;
    bool m_first = true;
};

/** JSON with its keys in the order in which they are written. */
class JsonWriter
{
public:
    explicit JsonWriter(bool oneLine = false)
        : m_oneLine(oneLine)
    {
    }
    void beginObject(const char* key = nullptr);
    void beginArray(const char* key = nullptr);
    void end();
    void value(const char* key, std::uint64_t number);
    /** A percentage: as percentDigits() writes it. */
    void value(const char* key, double number, int decimals);
    void truth(const char* key, bool value);
    void value(const char* key, const QString& text);
    void value(const char* key, std::string_view text);
    void null(const char* key);
    /** The document; every begin has had its end. */
    QByteArray take();

private:
    void place(const char* key);
    static QByteArray quoted(const QString& text);
    QByteArray m_out;
    QByteArray m_open; // closing brackets
    bool m_oneLine;
    bool m_first = true;
};

} // namespace waxseal::cli
