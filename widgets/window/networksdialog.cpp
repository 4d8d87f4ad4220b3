// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/networksdialog.h"

#include "widgets/style/palette.h"
#include "widgets/style/text.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

NetworksDialog::NetworksDialog(const std::vector<Cidr>& networks, bool hasLogs, QWidget* parent)
    : QDialog(parent)
    , m_networks(networks)
    , m_text(new QPlainTextEdit(this))
    , m_problem(new QLabel(this))
{
    setObjectName(u"networksDialog"_s);
    setWindowTitle(tr("Internal Networks"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* label = new QLabel(tr("&Mail from these networks is our own and is not counted as inbound:"), this);
    label->setWordWrap(true);
    label->setBuddy(m_text);
    m_text->setObjectName(u"networksText"_s);
    m_text->setAccessibleName(tr("Internal networks, one a line"));
    m_text->setFont(style::fixedFont(font()));
    m_text->setTabChangesFocus(true);
    m_text->setLayoutDirection(Qt::LeftToRight); // names and addresses
    QStringList lines;
    for (const Cidr& network : networks)
        lines.append(QString::fromStdString(network.text()));
    m_text->setPlainText(lines.join(u'\n'));
    m_problem->setObjectName(u"networksProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto* hint = new style::TextLabel(style::TextLabel::Rank::Muted,
        tr("One network a line, as 192.0.2.0/24 or 2001:db8::/32. Nothing: count all."), this);

    auto* buttons = new QDialogButtonBox(this);
    m_accept = buttons->addButton(hasLogs ? tr("&Read Logs Again") : tr("&Use"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"networksAccept"_s);
    buttons->addButton(QDialogButtonBox::Cancel);
    QPushButton* defaults = buttons->addButton(tr("&Defaults"), QDialogButtonBox::ResetRole);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit);
    layout->setSpacing(unit);
    layout->addWidget(label);
    layout->addWidget(m_text, 1);
    layout->addWidget(hint);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(56 * unit, 44 * unit);

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(defaults, &QPushButton::clicked, this, [this] {
        QStringList all;
        for (const Cidr& network : defaultInternalNetworks())
            all.append(QString::fromStdString(network.text()));
        m_text->setPlainText(all.join(u'\n'));
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, &NetworksDialog::check);
    check();
}

void NetworksDialog::check()
{
    static const QRegularExpression separators(u"[\\s,]+"_s);
    const QStringList words = m_text->toPlainText().split(separators, Qt::SkipEmptyParts);
    std::vector<Cidr> networks;
    for (const QString& word : words) {
        const auto network = Cidr::parse(word.toStdString());
        if (!network) {
            m_problem->setText(tr("“%1” is not a network.").arg(word));
            m_accept->setEnabled(false);
            return;
        }
        networks.push_back(*network);
    }
    m_networks = std::move(networks);
    m_problem->clear();
    m_accept->setEnabled(true);
}

} // namespace waxseal
