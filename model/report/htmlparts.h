// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>

namespace waxseal::report {

/** The report's style sheet: light and dark, screen and paper. */
QString styleSheet();

/** A number with the locale's grouping. */
QString count(std::uint64_t value);

/** Rows of a table; the cells are plain text, escaped here. */
class Table
{
public:
    explicit Table(const QStringList& header, int textColumns = 1);
    void add(const QStringList& cells) { m_out += row(cells, QStringLiteral("td")); }
    QString html() const { return m_out + QStringLiteral("</tbody></table>\n"); }

private:
    QString row(const QStringList& cells, const QString& tag) const;
    int m_textColumns;
    QString m_out;
};

/** Plain text, escaped here. */
QString paragraph(const QString& text, const QString& cssClass = {});
QString heading(const QString& text);
/** A list of short names in as many columns as there is room for. */
QString nameList(const QStringList& names);

} // namespace waxseal::report
