// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/policyreader.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace waxseal {

/**
 * Takes over what a server requires already: pasted or opened, the output of `postconf -n`, access maps and
 * smtp_tls_policy maps. Shows line by line what was understood and what was not, before anything is taken.
 */
class PolicyImportDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PolicyImportDialog(QWidget* parent = nullptr);

    /** What was read so far. */
    const PolicyReader& reader() const { return m_reader; }
    /** Reads a file beside what is pasted; false when it cannot be read. */
    bool addFile(const QString& path);

private:
    struct Source
    {
        QString name;
        QByteArray text;
    };
    void readAgain();
    void showLines();
    void askForFiles();

    QPlainTextEdit* m_text;
    QTreeWidget* m_lines;
    QLabel* m_summary;
    QPushButton* m_take;
    QList<Source> m_files;
    PolicyReader m_reader;
};

} // namespace waxseal
