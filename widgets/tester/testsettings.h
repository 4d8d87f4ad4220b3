// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace waxseal {

/** Edits the settings of live tests: whom to ask, whom to trust, how fast, for which sender, and whether MAIL FROM is
 * said. What cannot work is not accepted. */
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
    void addSender(QFormLayout* form);
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
    QSpinBox* m_connections;
    QLineEdit* m_proxy;
    QComboBox* m_sender;
    QLineEdit* m_hello;
    QLineEdit* m_ownAddresses;
    QLineEdit* m_ownDomains;
    QCheckBox* m_mailFrom;
    QCheckBox* m_injection;
    QLabel* m_problem;
    QPushButton* m_ok = nullptr;
};

} // namespace waxseal
