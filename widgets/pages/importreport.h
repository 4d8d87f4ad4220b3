// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QVBoxLayout;

namespace waxseal {

class FigureTable;
struct ImportState;

/** What the last import has to say: what was skipped and why, which log setting would tell more, and the files read. */
class ImportReport : public QWidget
{
    Q_OBJECT
public:
    explicit ImportReport(QWidget* parent = nullptr);

    void setState(const ImportState& state);

private:
    void addNote(const QString& icon, const QString& text);
    void showNotes(const ImportState& state);
    void showFiles(const ImportState& state);

    QWidget* m_notesBox;
    QVBoxLayout* m_notes;
    FigureTable* m_files;
};

} // namespace waxseal
