// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace waxseal::cli {

inline constexpr int textWidth = 80; ///< columns of a terminal

/** The meaning of a colour; terminals choose the shade. */
enum class Ink
{
    Plain,
    Strong,
    Good,
    Warning,
    Bad,
    Muted
};

/** A piece of a line. */
struct Span
{
    QString text;
    Ink ink = Ink::Plain;
};

/** Columns that a terminal gives a text: wide characters take two, combining and invisible ones none (UAX 11). */
int displayWidth(QStringView text);

/** Blanks behind the text up to `columns`; at least one. */
QString padded(const QString& text, int columns);

/**
 * One line as paragraphs of at most `width` columns, each with its line end; the second and later ones are indented by
 * `hanging` columns. Breaks at blanks; a word that is too long (a host name, a digest) behind a dot or another
 * punctuation, at the worst between two characters. What would move the cursor or turn the text is escaped.
 */
QString laidOut(const QList<Span>& line, int hanging, bool coloured, int width = textWidth);

/** True when standard output is a terminal that shows colours, and NO_COLOR is not set (no-color.org). */
bool standardOutputIsColoured();
/** The same of what is told; `noColor` and `term` as the environment has them. */
bool isColoured(bool isTerminal, const QByteArray& noColor, const QByteArray& term);

} // namespace waxseal::cli
