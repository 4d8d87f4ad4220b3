// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/domainname.h"
#include "probe/batch/settings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace waxseal {

/** The settings of live tests as this user keeps them. */
ProbeSettings savedProbeSettings();
/** One's own domains among them, as typed. */
QStringList savedOwnDomains();
void saveOwnDomains(const std::vector<DomainName>& domains);

/** Edits them: whom to ask, whom to trust, how fast, and whether MAIL FROM is said. What cannot work is not accepted.
 */
class TestSettingsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit TestSettingsDialog(QWidget* parent = nullptr);

    void accept() override;

private:
    QWidget* fileField(QLineEdit* field, const QString& title);
    void addServers(QFormLayout* form);
    void addConnection(QFormLayout* form);
    void addOwn(QFormLayout* form);
    void load();
    void check();
    void complain(const QString& problem);
    void save() const;
    void chooseFile(QLineEdit* field, const QString& title);

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
    QLabel* m_problem;
    QPushButton* m_ok = nullptr;
};

} // namespace waxseal
