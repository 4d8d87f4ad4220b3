// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/batch/domainlist.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace waxseal {

/** Asks which domains to test: typed, pasted, or loaded from a file. Says what it understood before anything begins. */
class ListDialog : public QDialog
{
    Q_OBJECT
public:
    ListDialog(const QString& title, const QString& text, QWidget* parent = nullptr);

    void setDomains(const QStringList& domains);
    /** Reads a file, as the button does. False: it cannot be read, which the dialog says. */
    bool load(const QString& path);
    const std::vector<DomainName>& domains() const { return m_list.domains; }

private:
    void chooseFile();
    void read();

    QPlainTextEdit* m_text;
    QLabel* m_found;
    QPushButton* m_test;
    DomainList m_list;
};

} // namespace waxseal
