// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <optional>

namespace waxseal {

/** A range of shares on a line from nothing on, with the share of today and a limit marked on it. The picture of a
 * forecast; the sentence beside it says the same. */
class IntervalBar : public QWidget
{
    Q_OBJECT
public:
    struct Figures
    {
        double low = 0; ///< shares, 0 … 1
        double high = 0;
        double now = 0;
        double limit = 0;
        bool operator==(const Figures&) const = default;
    };

    explicit IntervalBar(QWidget* parent = nullptr);

    /** Nothing: an empty line. */
    void setFigures(const std::optional<Figures>& figures);
    /** What is shown belongs to an earlier policy. */
    void setPending(bool pending);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<Figures> m_figures;
    bool m_isPending = false;
};

} // namespace waxseal
