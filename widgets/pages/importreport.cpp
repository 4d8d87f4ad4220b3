// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/importreport.h"

#include "model/importer/importer.h"
#include "widgets/pages/figuretable.h"
#include "widgets/style/icons.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"
#include "widgets/words/words.h"

#include <QDir>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using Rank = TextLabel::Rank;

namespace {

constexpr std::size_t listedNotes = 100; // a folder of foreign files could have thousands
constexpr std::size_t listedFiles = 200;

} // namespace

ImportReport::ImportReport(QWidget* parent)
    : QWidget(parent)
    , m_notesBox(new QWidget(this))
    , m_notes(new QVBoxLayout(m_notesBox))
    , m_files(new FigureTable(this))
{
    m_notesBox->setObjectName(u"trafficNotes"_s);
    m_notes->setContentsMargins(0, 0, 0, 0);
    m_notes->setSpacing(style::unit);
    auto* files = new FigureView(m_files, tr("Files read"), this);
    files->setObjectName(u"trafficFiles"_s);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2, 2, 2, 2);
    column->setSpacing(style::unit);
    column->addWidget(new TextLabel(Rank::Section, tr("What the import says"), this));
    column->addWidget(m_notesBox);
    column->addSpacing(2 * style::unit);
    column->addWidget(new TextLabel(Rank::Section, tr("Files read"), this));
    column->addWidget(files);
}

void ImportReport::setState(const ImportState& state)
{
    showNotes(state);
    showFiles(state);
}

void ImportReport::addNote(const QString& icon, const QString& text)
{
    auto* row = new QWidget(m_notesBox);
    auto* picture = new style::IconLabel(icon, 18, row);
    auto* label = new TextLabel(Rank::Body, text, row);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setMaximumWidth(900); // a line longer than this is hard to read
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::unit);
    layout->addWidget(picture, 0, Qt::AlignTop);
    layout->addWidget(label, 1000);
    layout->addStretch(1); // what the label does not take
    m_notes->addWidget(row);
}

void ImportReport::showNotes(const ImportState& state)
{
    while (QLayoutItem* item = m_notes->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (state.notes.empty())
        addNote(u"check"_s, tr("Every line was understood, and nothing is missing."));
    for (std::size_t i = 0; i < state.notes.size() && i < listedNotes; ++i)
        addNote(isWarning(state.notes[i].code) ? u"warning"_s : u"info"_s, words::text(state.notes[i]));
    if (state.notes.size() > listedNotes)
        addNote(u"more"_s,
            tr("%Ln more note(s), mostly of the same kind.", nullptr,
                static_cast<int>(state.notes.size() - listedNotes)));
}

void ImportReport::showFiles(const ImportState& state)
{
    using Table = FigureTable;
    std::vector<Table::Row> rows;
    for (std::size_t i = 0; i < state.sources.size() && i < listedFiles; ++i) {
        const SourceReport& source = state.sources[i];
        const QString path = QDir::toNativeSeparators(source.path);
        rows.push_back({Table::words(source.path == u"-" ? tr("standard input") : path, path),
            Table::words(source.envelope.isEmpty()
                    ? source.format
                    : tr("%1, %2", "format, kind of line").arg(source.format, source.envelope)),
            Table::number(source.lines), Table::number(source.skipped), Table::words(style::bytes(source.bytes))});
        rows.back().back().raw = static_cast<qulonglong>(source.bytes);
    }
    if (state.sources.size() > listedFiles)
        rows.push_back(
            {Table::words(tr("%Ln more file(s)", nullptr, static_cast<int>(state.sources.size() - listedFiles)))});
    m_files->setContents(
        {tr("File"), tr("Format"), tr("Lines"), tr("Skipped"), tr("Size, unpacked")}, {2, 3, 4}, std::move(rows));
}

} // namespace waxseal
