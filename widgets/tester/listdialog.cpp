// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/listdialog.h"

#include "widgets/style/icons.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using style::unit;

namespace {

constexpr qint64 longestFile = 4 << 20; // bytes: far more than anybody tests in a day

} // namespace

ListDialog::ListDialog(const QString& title, const QString& text, QWidget* parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(this))
    , m_found(new TextLabel(TextLabel::Rank::Muted, this))
{
    setObjectName(u"listDialog"_s);
    setWindowTitle(title);
    auto* intro = new TextLabel(TextLabel::Rank::Body, text, this);
    m_text->setObjectName(u"listText"_s);
    m_text->setAccessibleName(tr("Domains to test"));
    m_text->setPlaceholderText(u"example.com\nexample.org\nexample.net"_s);
    m_text->setTabChangesFocus(true);
    m_text->setLayoutDirection(Qt::LeftToRight); // names and addresses
    m_text->setMinimumSize(52 * unit, 26 * unit);
    m_found->setObjectName(u"listFound"_s);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_test = buttons->addButton(tr("&Test"), QDialogButtonBox::AcceptRole);
    m_test->setObjectName(u"listTest"_s);
    m_test->setDefault(true);
    auto* load = buttons->addButton(tr("&Load a File…"), QDialogButtonBox::ActionRole);
    load->setObjectName(u"listLoad"_s);
    load->setIcon(style::themedIcon(u"open"_s));
    load->setAutoDefault(false);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit);
    layout->setSpacing(unit);
    layout->addWidget(intro);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_found);
    layout->addSpacing(unit);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(load, &QPushButton::clicked, this, &ListDialog::chooseFile);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ListDialog::read);
    read();
}

void ListDialog::setDomains(const QStringList& domains)
{
    m_text->setPlainText(domains.join(u'\n'));
}

void ListDialog::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Load Domains"));
    dialog->setObjectName(u"listFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::ReadOnly);
    dialog->setNameFilters({tr("Text and CSV (*.txt *.csv *.tsv)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ListDialog::load);
    dialog->open();
}

bool ListDialog::load(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || QFileInfo(path).isDir()) {
        m_found->setText(tr("%1 cannot be read: %2").arg(QFileInfo(path).fileName(), file.errorString()));
        return false;
    }
    m_text->setPlainText(listText(file.read(longestFile)));
    return true;
}

void ListDialog::read()
{
    m_list = readDomainList(m_text->toPlainText());
    QStringList parts;
    if (m_list.domains.empty() && m_list.unreadable == 0)
        parts.append(tr("One domain a line, or separated by commas."));
    else
        parts.append(tr("%n domain(s)", nullptr, static_cast<int>(m_list.domains.size())));
    if (m_list.repeated > 0)
        parts.append(tr("%n repeated", nullptr, m_list.repeated));
    if (m_list.unreadable > 0)
        parts.append(tr("%n left out, such as “%1”", nullptr, m_list.unreadable).arg(m_list.firstUnreadable));
    if (m_list.wasCut)
        parts.append(tr("the rest is too long and left out"));
    m_found->setText(parts.join(u" · "_s));
    m_test->setText(m_list.domains.empty()
            ? tr("&Test")
            : tr("&Test %n Domain(s)", nullptr, static_cast<int>(m_list.domains.size())));
    m_test->setEnabled(!m_list.domains.empty());
}

} // namespace waxseal
