// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/palette.h"

#include <QLabel>

#include <optional>

namespace waxseal {

/**
 * A figure in a sentence ("Accepted 99.35 % of wanted mail"), with a small line beneath it. It takes the room of the
 * widest value it can have, so that nothing beside it moves when the value changes. Its text() is the sentence.
 */
class HeroFigure : public QLabel
{
    Q_OBJECT
public:
    /** How much larger than the body the figure is. */
    static constexpr double fullScale = 1.7;

    explicit HeroFigure(QWidget* parent = nullptr);

    /** The sentence, %1 where the value stands. */
    void setForm(const QString& form);
    /** The values and the small lines that take most room. */
    void setWidest(const QString& value, const QString& beneath);
    void setValue(const QString& value);
    QString value() const { return m_value; }
    /** The colour of the value; none: that of text. */
    void setRole(std::optional<style::Role> role);
    /** A figure of second rank: in the size of the body and muted. */
    void setQuiet(bool quiet);
    void setBeneath(const QString& text);
    QString beneath() const { return m_beneath; }

    void setScale(double scale);
    /** The room the figure takes at a scale. */
    int widthAt(double scale) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    QFont sentenceFont(double scale) const;
    QFont valueFont(double scale) const;
    void refresh();

    QString m_before; ///< of the value, in the sentence
    QString m_after;
    QString m_value;
    QString m_widest;
    QString m_beneath;
    QString m_widestBeneath;
    std::optional<style::Role> m_role;
    double m_scale = fullScale;
    bool m_isQuiet = false;
};

} // namespace waxseal
