// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/policyimportdialog.h"

#include "model/core/printable.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"
#include "widgets/words/policywords.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using style::unit;

namespace {

constexpr qint64 longestFile = qint64{64} << 20;
constexpr std::size_t mostShown = 5000; // lines; beyond, the sums say enough

bool isLeftOut(PolicyReading reading)
{
    return reading >= PolicyReading::Address && reading != PolicyReading::Duplicate;
}

} // namespace

PolicyImportDialog::PolicyImportDialog(QWidget* parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(this))
    , m_lines(new QTreeWidget(this))
    , m_summary(new TextLabel(TextLabel::Rank::Body, this))
{
    setObjectName(u"policyImportDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import Policy"));
    auto* what = new TextLabel(TextLabel::Rank::Body,
        tr("What does the server require already? Paste the output of “postconf -n”, an access map "
           "(check_sender_access) "
           "or an smtp_tls_policy map, or open the files. It becomes the policy in force, and policy A, to compare "
           "with."),
        this);
    what->setWordWrap(true);
    m_text->setObjectName(u"policyImportText"_s);
    m_text->setAccessibleName(tr("Configuration to read"));
    m_text->setPlaceholderText(u"smtpd_tls_security_level = may\nexample.com reject_plaintext_session"_s);
    m_text->setFont(style::fixedFont(font()));
    m_text->setTabChangesFocus(true);
    m_lines->setObjectName(u"policyImportLines"_s);
    m_lines->setAccessibleName(tr("What was understood"));
    m_lines->setHeaderLabels({tr("Line"), tr("Text"), tr("Understood as")});
    m_lines->setRootIsDecorated(false);
    m_lines->setUniformRowHeights(true);
    m_lines->header()->setStretchLastSection(true);
    m_summary->setObjectName(u"policyImportSummary"_s);
    m_summary->setWordWrap(true);
    auto* halves = new QSplitter(Qt::Vertical, this);
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_text);
    halves->addWidget(m_lines);
    halves->setSizes({100, 160});
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* open = buttons->addButton(tr("&Open Files…"), QDialogButtonBox::ActionRole);
    open->setObjectName(u"policyImportOpen"_s);
    m_take = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_take->setObjectName(u"policyImportTake"_s);
    m_take->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(unit);
    layout->addWidget(what);
    layout->addWidget(halves, 1);
    layout->addWidget(m_summary);
    layout->addWidget(buttons);
    resize(95 * unit, 70 * unit);

    auto* pause = new QTimer(this); // a moment behind the typing
    pause->setSingleShot(true);
    pause->setInterval(150);
    connect(pause, &QTimer::timeout, this, &PolicyImportDialog::readAgain);
    connect(m_text, &QPlainTextEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(open, &QPushButton::clicked, this, &PolicyImportDialog::askForFiles);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showLines();
}

void PolicyImportDialog::askForFiles()
{
    auto* dialog = new QFileDialog(this, tr("Open Configuration"));
    dialog->setObjectName(u"policyImportFiles"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setOption(QFileDialog::ReadOnly);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        for (const QString& path : paths)
            addFile(path);
    });
    dialog->open();
}

bool PolicyImportDialog::addFile(const QString& path)
{
    QFile file(path);
    const bool isRead = QFileInfo(path).isFile() && file.size() <= longestFile && file.open(QIODevice::ReadOnly);
    if (isRead)
        m_files.append({QFileInfo(path).fileName(), file.read(longestFile)});
    readAgain();
    if (!isRead)
        m_summary->setText(tr("“%1” cannot be read.").arg(visibleText(QFileInfo(path).fileName())));
    return isRead;
}

void PolicyImportDialog::readAgain()
{
    m_reader = {};
    const std::string pasted = m_text->toPlainText().toStdString();
    m_reader.read(pasted);
    // Settings first: they say how tables are read.
    QList<Source> files = m_files;
    std::stable_sort(files.begin(), files.end(), [](const Source& a, const Source& b) {
        const auto isSettings = [](const Source& source) { return source.name.endsWith(u".cf"); };
        return isSettings(a) && !isSettings(b);
    });
    for (const Source& file : std::as_const(files))
        m_reader.read({file.text.constData(), static_cast<std::size_t>(file.text.size())}, file.name.toStdString());
    showLines();
}

void PolicyImportDialog::showLines()
{
    m_lines->clear();
    QList<QTreeWidgetItem*> items;
    std::size_t required = 0;
    for (const PolicyLine& line : m_reader.lines()) {
        required += line.reading == PolicyReading::Required ? 1U : 0U;
        if (line.reading == PolicyReading::Nothing || items.size() >= static_cast<qsizetype>(mostShown))
            continue;
        auto* item = new QTreeWidgetItem(
            {QString::number(line.number), visibleText(std::string_view(line.text)), words::text(line)});
        item->setTextAlignment(0, Qt::AlignRight | Qt::AlignVCenter);
        if (isLeftOut(line.reading))
            item->setForeground(2, style::textColor(style::Role::LostLegitimate, palette()));
        else if (line.reading != PolicyReading::Required)
            item->setForeground(2, style::mutedText(palette()));
        items.append(item);
    }
    m_lines->addTopLevelItems(items);
    m_lines->resizeColumnToContents(0);
    m_lines->setColumnWidth(1, std::max(m_lines->columnWidth(1), 40 * unit));
    const bool any = m_reader.speaksOf(Direction::Inbound) || m_reader.speaksOf(Direction::Outbound);
    m_take->setEnabled(any);
    if (m_reader.lines().empty()) {
        m_summary->clear();
        return;
    }
    QStringList parts{tr("%n line(s) say what is required.", nullptr, static_cast<int>(required))};
    if (const auto left = static_cast<int>(m_reader.leftOut()); left > 0)
        parts.append(tr("%n line(s) had to be left out.", nullptr, left));
    QStringList tables;
    for (const std::string& table : m_reader.missing())
        tables.append(visibleText(std::string_view(table)));
    if (!tables.isEmpty())
        parts.append(tr("These tables are named and have not been read yet: %1").arg(tables.join(u", "_s)));
    m_summary->setText(parts.join(u' '));
}

} // namespace waxseal
