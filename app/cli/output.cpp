// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/output.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cstdio>

namespace waxseal::cli {

namespace {

/** Marks that reorder what stands beside them (Unicode Standard Annex 9), and line separators. */
bool isTreacherous(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

} // namespace

void Output::write(const QByteArray& bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    m_failed = m_failed || std::fwrite(bytes.constData(), 1, size, stdout) != size;
}

bool Output::flush()
{
    m_failed = m_failed || std::fflush(stdout) != 0 || std::ferror(stdout) != 0;
    return !m_failed;
}

void complain(const QString& text)
{
    const QByteArray line = "waxseal-cli: " + printable(text).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

QString printable(const QString& text)
{
    if (std::none_of(text.cbegin(), text.cend(), [](QChar c) { return isTreacherous(c.unicode()); }))
        return text;
    QString out;
    for (const QChar c : text) {
        if (!isTreacherous(c.unicode()))
            out += c;
        else if (c.unicode() < 0x100)
            out += QStringLiteral("\\x%1").arg(c.unicode(), 2, 16, QLatin1Char('0'));
        else
            out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    }
    return out;
}

QString printable(std::string_view text)
{
    return printable(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
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
    return text(QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())));
}

CsvLine& CsvLine::number(std::uint64_t value)
{
    append(QByteArray::number(static_cast<qulonglong>(value)));
    return *this;
}

CsvLine& CsvLine::number(double value, int decimals)
{
    append(percentDigits(value, decimals));
    return *this;
}

QByteArray JsonWriter::quoted(const QString& text)
{
    QByteArray out = "\"";
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += '\\', out += static_cast<char>(c.unicode());
        else if (isTreacherous(c.unicode()) || c.isSurrogate())
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
    m_out += percentDigits(number, decimals);
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
    value(key, QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
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
