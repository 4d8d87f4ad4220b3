// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"

#include <QWidget>

class QSettings;
class QSplitter;

namespace waxseal {

class AdvicePanel;
class Document;
class ExportPanel;
class Forecaster;

/** The recommendation with its reasons, the roll-out, and the configuration that carries it out. */
class PlanPage : public QWidget
{
    Q_OBJECT
public:
    /** The forecaster belongs to somebody else, and follows the same direction. */
    PlanPage(Document* document, Forecaster* forecaster, QWidget* parent = nullptr);

    void setDirection(Direction direction);
    void setBudget(double share);
    void saveLayout(QSettings& settings) const;
    void restoreLayout(const QSettings& settings);
    void resetLayout();
    ExportPanel* exportPanel() const { return m_export; }
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool event(QEvent* event) override;

private:
    void arrange();

    QSplitter* m_splitter;
    bool m_wasShown = false;
    QByteArray m_beside; ///< the splitter's state from when both stood side by side
    AdvicePanel* m_advice;
    ExportPanel* m_export;
};

} // namespace waxseal
