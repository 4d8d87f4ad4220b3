// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRadioButton>
#include <QWidget>

class QButtonGroup;

namespace waxseal {

/** One of the joined buttons: a radio button to keyboard and screen reader, a segment to the eye. */
class SegmentButton : public QRadioButton
{
    Q_OBJECT
public:
    explicit SegmentButton(const QString& text, QWidget* parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& position) const override;
};

/** A few choices of which one, or none, is in force; all are seen at once. */
class SegmentedControl : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget* parent = nullptr);

    /** Adds a choice and returns its number. */
    int add(const QString& text, const QString& toolTip = {});
    void setText(int choice, const QString& text);
    int current() const; ///< −1: none
    void setCurrent(int choice); ///< −1: none; tells nobody
    SegmentButton* button(int choice) const;

Q_SIGNALS:
    /** The user chose, perhaps what was in force already. */
    void chosen(int choice);

private:
    QButtonGroup* m_group;
};

} // namespace waxseal
