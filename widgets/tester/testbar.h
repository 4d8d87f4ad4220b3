// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/batch/settings.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace waxseal {

struct TestActions;

/** The top of the Tester place: the domain, the batch, how far it is. */
class TestBar : public QWidget
{
    Q_OBJECT
public:
    explicit TestBar(const TestActions& actions, QWidget* parent = nullptr);

    QString domain() const; ///< as typed
    void setDomain(const QString& domain);
    void focusDomain();
    void setRunning(bool running, bool paused);
    void setProgress(const ProbeProgress& progress);

    /** "214 of 812 · 31/s · 20 s left" */
    static QString figures(const ProbeProgress& progress);

Q_SIGNALS:
    void testRequested();

private:
    void refresh();

    const TestActions& m_actions;
    QLineEdit* m_domain;
    QPushButton* m_test;
    QToolButton* m_batch;
    QPushButton* m_pause;
    QPushButton* m_cancel;
    QLabel* m_figures;
    QProgressBar* m_progress;
    bool m_running = false;
};

} // namespace waxseal
