// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/batch/settings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace waxseal {

/** The settings of live tests as this user keeps them. */
ProbeSettings savedProbeSettings();

/** Edits them: whom to ask, whom to trust, how fast, and whether MAIL FROM is said. */
class TestSettingsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit TestSettingsDialog(QWidget* parent = nullptr);

    void accept() override;

private:
    QComboBox* m_mode;
    QLineEdit* m_server;
    QLineEdit* m_anchor;
    QLineEdit* m_authorities;
    QSpinBox* m_port;
    QSpinBox* m_timeout;
    QSpinBox* m_rate;
    QLineEdit* m_proxy;
    QLineEdit* m_ownDomains;
    QCheckBox* m_mailFrom;
    QCheckBox* m_injection;
};

} // namespace waxseal
