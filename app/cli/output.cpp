// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/output.h"

#include <QDateTime>
#include <QLocale>
#include <QStringDecoder>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>

namespace waxseal::cli {

namespace {

/** Bytes as text; a byte order mark at their begin stays. */
QString decoded(std::string_view text)
{
    QStringDecoder decoder(
        QStringConverter::Utf8, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
}

} // namespace

void Output::write(const QByteArray& bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    if (!m_failed && std::fwrite(bytes.constData(), 1, size, stdout) != size)
        noteFailure();
}

bool Output::flush()
{
    if (!m_failed && (std::fflush(stdout) != 0 || std::ferror(stdout) != 0))
        noteFailure();
    return !m_failed;
}

void Output::noteFailure()
{
    m_failed = true;
    s_readerGone = s_readerGone || errno == EPIPE;
}

void complain(const QString& text)
{
    const QByteArray line = "waxseal-cli: " + printable(text).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

QString count(std::uint64_t value)
{
    return QLocale().toString(static_cast<qulonglong>(value));
}

double shareOf(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

QString isoTime(qint64 microseconds)
{
    if (microseconds == 0)
        return {};
    const auto time = QDateTime::fromMSecsSinceEpoch(microseconds / 1000, Qt::UTC);
    return time.toString(microseconds % 1'000'000 == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

TextTable::TextTable(QStringList header, QString alignment)
    : m_header(std::move(header))
    , m_alignment(std::move(alignment))
{
}

QString TextTable::text() const
{
    std::vector<qsizetype> widths;
    for (const QString& title : m_header)
        widths.push_back(title.size());
    for (const QStringList& row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[static_cast<std::size_t>(i)] = std::max(widths[static_cast<std::size_t>(i)], row[i].size());
    }
    const auto line = [&](const QStringList& row) {
        QString out;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const qsizetype width = widths[static_cast<std::size_t>(i)];
            out += m_alignment[i] == u'l' ? row[i].leftJustified(width) : row[i].rightJustified(width);
            out += QStringLiteral("  ");
        }
        while (out.endsWith(u' '))
            out.chop(1);
        return QString(out + u'\n');
    };
    QString out = line(m_header);
    for (const QStringList& row : m_rows)
        out += line(row);
    return out;
}

void CsvLine::append(const QByteArray& field)
{
    if (!m_first)
        m_line += ',';
    m_first = false;
    m_line += field;
}

CsvLine& CsvLine::text(const QString& value)
{
    QByteArray field = printable(value).toUtf8();
    // A spreadsheet runs what begins like this (OWASP, "CSV Injection"); an apostrophe makes it text.
    if (!value.isEmpty() && QStringLiteral("=+-@\t\r").contains(value.front()))
        field.prepend('\'');
    if (field.contains(',') || field.contains('"') || field.contains('\'') || field.contains(' '))
        field = '"' + field.replace('"', "\"\"") + '"';
    append(field);
    return *this;
}

CsvLine& CsvLine::text(std::string_view value)
{
    return text(visibleText(value));
}

CsvLine& CsvLine::number(std::uint64_t value)
{
    append(QByteArray::number(static_cast<qulonglong>(value)));
    return *this;
}

CsvLine& CsvLine::number(double value, int decimals)
{
    append(std::isfinite(value) ? percentDigits(value, decimals) : QByteArray());
    return *this;
}

QByteArray JsonWriter::quoted(const QString& text)
{
    QByteArray out = "\"";
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += '\\', out += static_cast<char>(c.unicode());
        else if (c.isSurrogate() || !isPrintable(c.unicode()))
            out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        else
            out += QString(c).toUtf8();
    }
    return out + '"';
}

void JsonWriter::place(const char* key)
{
    if (!m_first)
        m_out += ',';
    if (!m_open.isEmpty())
        m_out += m_oneLine ? (m_first ? QByteArray() : QByteArray(" ")) : '\n' + QByteArray(m_open.size() * 2, ' ');
    m_first = false;
    if (key != nullptr)
        m_out += '"' + QByteArray(key) + "\": ";
}

void JsonWriter::beginObject(const char* key)
{
    place(key);
    m_out += '{';
    m_open += '}';
    m_first = true;
}

void JsonWriter::beginArray(const char* key)
{
    place(key);
    m_out += '[';
    m_open += ']';
    m_first = true;
}

void JsonWriter::end()
{
    const char bracket = m_open.back();
    m_open.chop(1);
    if (!m_oneLine && !m_first)
        m_out += '\n' + QByteArray(m_open.size() * 2, ' ');
    m_out += bracket;
    m_first = false;
}

void JsonWriter::value(const char* key, std::uint64_t number)
{
    place(key);
    m_out += QByteArray::number(static_cast<qulonglong>(number));
}

void JsonWriter::value(const char* key, double number, int decimals)
{
    place(key);
    // JSON has no word for what cannot be told but null (RFC 8259, section 6).
    m_out += std::isfinite(number) ? percentDigits(number, decimals) : QByteArrayLiteral("null");
}

void JsonWriter::truth(const char* key, bool value)
{
    place(key);
    m_out += value ? "true" : "false";
}

void JsonWriter::value(const char* key, const QString& text)
{
    place(key);
    m_out += quoted(text);
}

void JsonWriter::value(const char* key, std::string_view text)
{
    value(key, decoded(text));
}

void JsonWriter::null(const char* key)
{
    place(key);
    m_out += "null";
}

QByteArray JsonWriter::take()
{
    QByteArray out = m_out + '\n';
    m_out.clear();
    m_first = true;
    return out;
}

} // namespace waxseal::cli
