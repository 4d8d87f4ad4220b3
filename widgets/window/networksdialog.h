// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/ipaddress.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace waxseal {

/** The networks whose mail is the user's own and not counted as inbound. Accepting means reading the logs again. */
class NetworksDialog : public QDialog
{
    Q_OBJECT
public:
    NetworksDialog(const std::vector<Cidr>& networks, bool hasLogs, QWidget* parent);

    const std::vector<Cidr>& networks() const { return m_networks; }

private:
    void check();

    std::vector<Cidr> m_networks;
    QPlainTextEdit* m_text;
    QLabel* m_problem;
    QPushButton* m_accept;
};

} // namespace waxseal
