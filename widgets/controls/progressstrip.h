// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/importer/importer.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace waxseal {

class ElidedLabel;

/** Progress of an import in one line: what, how far, how fast, how long still, and Cancel. */
class ProgressStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressStrip(QWidget* parent = nullptr);

    /** Work begins that tells nothing of its progress yet. */
    void start(const QString& what, bool cancellable);
    void setProgress(const ImportProgress& progress);
    void setCancelling();
    /** The figures as shown: "412 MB of 1.1 GB · 310 MB/s · 2 s left". */
    static QString figures(const ImportProgress& progress);

Q_SIGNALS:
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ElidedLabel* m_what;
    ElidedLabel* m_figures;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
};

} // namespace waxseal
