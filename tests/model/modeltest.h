// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the tests of the model share: readable failures, text for rows, files.

#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>
#include <QTest>

#include <string>
#include <string_view>

namespace QTest {

template <>
inline char* toString(const std::string& text)
{
    return toString(QByteArray::fromStdString(text));
}

template <>
inline char* toString(const std::string_view& text)
{
    return toString(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
}

} // namespace QTest

namespace waxseal::test {

inline std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

inline QString readable(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/** The whole of a file; a failed check, and nothing, when it cannot be read. */
inline QByteArray readFile(const QString& path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    QTest::qFail(qPrintable(path + QStringLiteral(" cannot be read")), __FILE__, __LINE__);
    return {};
}

inline void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        QTest::qFail(qPrintable(path + QStringLiteral(" cannot be written")), __FILE__, __LINE__);
}

/** A row's name in a table of bytes: what a reader can see of them. */
inline QByteArray tag(const QByteArray& bytes)
{
    if (bytes.isEmpty())
        return "empty";
    return bytes.toPercentEncoding(" !\"#$&'()*+,/:;<=>?@[\\]^`{|}").left(100);
}

} // namespace waxseal::test

/** Leaves a test that reads ../shared when a clone has none; where CI says so, it must be there. */
#define WAXSEAL_NEEDS_SHARED(path)                                                                                     \
    do {                                                                                                               \
        if (!QFile::exists(QStringLiteral(SHARED_DATA "/") + QLatin1StringView(path))) {                               \
            if (qEnvironmentVariable("WAXSEAL_SHARED") == QLatin1StringView("required"))                               \
                QFAIL("the shared examples are missing: " path);                                                       \
            QSKIP("the shared examples are not beside this clone: " path);                                             \
        }                                                                                                              \
    } while (false)
