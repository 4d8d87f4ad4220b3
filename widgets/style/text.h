// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QLabel>

namespace waxseal::style {

/** The headline figure: the first thing the eye meets on a page. */
QFont headlineFont(const QFont& body);
/** The title of a section. */
QFont sectionFont(const QFont& body);
/** A text as a tooltip that is never taken for markup: names and notes may be a stranger's. Lines stay lines; empty for
 * an empty text. */
QString toolTip(const QString& text);

/** Names, addresses and figures read from left to right in whatever surroundings: set apart where those read from right
 * to left, and the same text otherwise. */
QString isolated(const QString& text);
/** Files and log lines, in the size of the body. */
QFont fixedFont(const QFont& body);

/** A label in one of the sizes; follows palette and font changes. Text can be selected and copied. */
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    enum class Rank
    {
        Headline,
        Section,
        Body,
        Muted
    };
    explicit TextLabel(Rank rank, QWidget* parent = nullptr);
    TextLabel(Rank rank, const QString& text, QWidget* parent = nullptr);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void watchParent();
    void restyle();

    Rank m_rank;
    bool m_restyling = false;
};

/** A thin line between what stands still and what scrolls. */
class Hairline : public QWidget
{
    Q_OBJECT
public:
    explicit Hairline(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace waxseal::style
