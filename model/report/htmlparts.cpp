// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/report/htmlparts.h"

#include "model/report/svgchart.h"

#include <QLocale>

namespace waxseal::report {

namespace {

constexpr char style[] = R"CSS(
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: 0; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
.headline { font-size: 2rem; line-height: 1.25; margin: 1.5rem 0 .5rem; }
table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
th, td { padding: .2rem 0 .2rem 1.2rem; text-align: right; vertical-align: top; border-bottom: 1px solid #8884; }
th { vertical-align: bottom; overflow-wrap: normal; word-break: keep-all; hyphens: none; }
th:first-child, td:first-child, td.text, th.text { text-align: left; }
td.long { overflow-wrap: anywhere; min-width: 10rem; }
th:first-child, td:first-child { padding-left: 0; }
svg { width: 100%; height: auto; } svg text { font: 12px system-ui, sans-serif; fill: currentColor; }
svg text.title { font-weight: bold; font-size: 14px; } svg text.notes { opacity: .75; }
svg text.lost { fill: #C25400; } @media (prefers-color-scheme: dark) { svg text.lost { fill: #F08A3C; } }
.names { columns: 15rem; padding: 0; list-style: none; } .names li { overflow-wrap: anywhere; break-inside: avoid; }
.quiet { opacity: .75; } .warning { border-left: 4px solid; padding-left: .8rem; }
.sign { display: flex; flex-wrap: wrap; gap: 1.5rem; margin-top: 3.5rem; }
.sign span { flex: 1 1 12rem; border-top: 1px solid; padding-top: .2rem; }
@page { margin: 18mm 16mm; }
@media print {
  body { font-size: 10pt; margin: 0; padding: 0; max-width: none; color: #000; background: #fff; }
  .quiet, svg text.notes { opacity: 1; } svg text.lost { fill: #A84A00; }
  * { print-color-adjust: exact; }
  table { font-size: 9pt; } th, td { padding-left: .6rem; }
  h2 { break-after: avoid; margin-top: 1.5rem; }
  tr, svg, .headline, .warning, .sign { break-inside: avoid; } p { orphans: 3; widows: 3; }
}
)CSS";

} // namespace

QString styleSheet()
{
    return QString::fromLatin1(style);
}

QString count(std::uint64_t value)
{
    return QLocale().toString(static_cast<qulonglong>(value));
}

Table::Table(const QStringList& header, int textColumns)
    : m_textColumns(textColumns)
{
    m_out = QStringLiteral("<table>\n<thead>") + row(header, QStringLiteral("th"))
        + QStringLiteral("</thead>\n<tbody>\n");
}

QString Table::row(const QStringList& cells, const QString& tag) const
{
    QString out = QStringLiteral("<tr>");
    constexpr qsizetype longest = 20; // letters that a cell is wide enough for: words are not broken before
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const bool isLong = cells[i].size() > longest;
        out += QStringLiteral("<%1%2>%3</%1>")
                   .arg(tag,
                       i >= m_textColumns ? QString()
                           : isLong       ? QStringLiteral(" class=\"text long\"")
                                          : QStringLiteral(" class=\"text\""),
                       escaped(cells[i]));
    }
    return out + QStringLiteral("</tr>\n");
}

QString paragraph(const QString& text, const QString& cssClass)
{
    return QStringLiteral("<p%1>%2</p>\n")
        .arg(cssClass.isEmpty() ? QString() : QStringLiteral(" class=\"%1\"").arg(cssClass), escaped(text));
}

QString heading(const QString& text)
{
    return QStringLiteral("<h2>%1</h2>\n").arg(escaped(text));
}

QString nameList(const QStringList& names)
{
    QString out = QStringLiteral("<ul class=\"names\">\n");
    for (const QString& name : names)
        out += QStringLiteral("<li>%1</li>\n").arg(escaped(name));
    return out + QStringLiteral("</ul>\n");
}

} // namespace waxseal::report
