// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/testsettings.h"

#include "probe/batch/domainlist.h"
#include "probe/smtp/helloname.h"
#include "probe/tls/tlssession.h"
#include "probe/verdict/sender.h"
#include "widgets/style/icons.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"
#include "widgets/tester/savedsettings.h"
#include "widgets/tester/testtexts.h"
#include "widgets/words/words.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using style::unit;

namespace {
constexpr int fieldWidth = 48 * unit; // at least
}

TestSettingsDialog::TestSettingsDialog(QWidget* parent)
    : QDialog(parent)
    , m_mode(new QComboBox(this))
    , m_server(new QLineEdit(this))
    , m_anchor(new QLineEdit(this))
    , m_authorities(new QLineEdit(this))
    , m_port(new QSpinBox(this))
    , m_timeout(new QSpinBox(this))
    , m_rate(new QSpinBox(this))
    , m_connections(new QSpinBox(this))
    , m_proxy(new QLineEdit(this))
    , m_sender(new QComboBox(this))
    , m_hello(new QLineEdit(this))
    , m_ownAddresses(new QLineEdit(this))
    , m_ownDomains(new QLineEdit(this))
    , m_mailFrom(new QCheckBox(tr("Say &MAIL FROM:<> in clear to every server"), this))
    , m_injection(new QCheckBox(tr("Send a command &behind STARTTLS, to see whether it is obeyed"), this))
    , m_problem(new TextLabel(TextLabel::Rank::Body, this))
{
    setObjectName(u"testSettings"_s);
    setWindowTitle(tr("Test Settings"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * unit);
    form->setVerticalSpacing(unit);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addServers(form);
    addConnection(form);
    addSender(form);
    addOwn(form);
    m_problem->setObjectName(u"settingsProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_problem->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &TestSettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &TestSettingsDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit);
    layout->setSpacing(unit);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    layout->setSizeConstraint(QLayout::SetMinimumSize);
    load();
    connect(m_mode, &QComboBox::currentIndexChanged, this, &TestSettingsDialog::check);
    for (QLineEdit* field : {m_server, m_anchor, m_authorities, m_proxy, m_hello, m_ownAddresses, m_ownDomains})
        connect(field, &QLineEdit::textChanged, this, &TestSettingsDialog::check);
    check();
}

void TestSettingsDialog::addServers(QFormLayout* form)
{
    m_mode->setObjectName(u"resolverMode"_s);
    m_mode->addItem(tr("The system's resolver"), u"system"_s);
    m_mode->addItem(tr("The root servers downwards"), u"recursive"_s);
    m_mode->addItem(tr("This server"), u"forward"_s);
    m_server->setObjectName(u"resolverServer"_s);
    m_server->setMinimumWidth(fieldWidth);
    m_server->setPlaceholderText(u"192.0.2.53@53"_s);
    m_anchor->setObjectName(u"trustAnchor"_s);
    m_anchor->setPlaceholderText(tr("The root's own"));
    m_authorities->setObjectName(u"caFile"_s);
    m_authorities->setPlaceholderText(tr("The system's certificates"));
    form->addRow(tr("&Resolver:"), m_mode);
    form->addRow(tr("DNS &server:"), m_server);
    form->addRow(tr("Trust &anchor file:"), fileField(m_anchor, tr("Trust Anchor")));
    form->addRow(tr("CA &file:"), fileField(m_authorities, tr("CA File")));
}

void TestSettingsDialog::addConnection(QFormLayout* form)
{
    m_port->setObjectName(u"smtpPort"_s);
    m_port->setRange(1, 65535);
    m_timeout->setObjectName(u"timeout"_s);
    m_timeout->setRange(5, 600);
    m_timeout->setSuffix(tr("\u00a0s"));
    m_rate->setObjectName(u"rate"_s);
    m_rate->setRange(0, 10000);
    m_rate->setSpecialValueText(tr("no limit"));
    m_proxy->setObjectName(u"proxy"_s);
    m_proxy->setPlaceholderText(tr("None, or 192.0.2.1:1080"));
    m_proxy->setToolTip(tr("ADDRESS:PORT, or USER:PASSWORD@ADDRESS:PORT; kept in clear with the settings"));
    m_connections->setObjectName(u"connections"_s);
    m_connections->setRange(1, mostConnections);
    m_connections->setToolTip(
        tr("More than four only for servers of your own: others count connections and shut their door."));
    for (QSpinBox* box : {m_port, m_timeout, m_rate, m_connections})
        box->setMaximumWidth(16 * unit);
    form->addRow(tr("SMTP &port:"), m_port);
    form->addRow(tr("&Longest test of an address:"), m_timeout);
    form->addRow(tr("Addresses beg&un in a second:"), m_rate);
    form->addRow(tr("&Connections to an address in a run:"), m_connections);
    form->addRow(tr("SOCKS5 pro&xy:"), m_proxy);
}

void TestSettingsDialog::addSender(QFormLayout* form)
{
    m_sender->setObjectName(u"sender"_s);
    for (const Sender sender : allSenders) {
        const std::string_view word = name(sender);
        m_sender->addItem(senderText(sender), QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size())));
    }
    m_sender->setToolTip(
        tr("Whose delivery is foretold: what differs between mail servers is judged as this one does."));
    m_hello->setObjectName(u"hello"_s);
    m_hello->setMaxLength(255);
    m_hello->setPlaceholderText(tr("This machine's: %1").arg(QString::fromStdString(machineName())));
    m_ownAddresses->setObjectName(u"ownAddresses"_s);
    m_ownAddresses->setMaxLength(100'000);
    m_ownAddresses->setPlaceholderText(tr("This machine's, and: 192.0.2.1, 2001:db8::1"));
    m_ownAddresses->setToolTip(
        tr("Where the sender would meet itself, so that mail would loop (Postfix: proxy_interfaces)"));
    form->addRow(tr("Sen&der:"), m_sender);
    form->addRow(tr("Name in &EHLO:"), m_hello);
    form->addRow(tr("O&wn addresses:"), m_ownAddresses);
}

void TestSettingsDialog::addOwn(QFormLayout* form)
{
    m_ownDomains->setObjectName(u"ownDomains"_s);
    m_ownDomains->setPlaceholderText(u"example.org, example.com"_s);
    m_ownDomains->setMaxLength(100'000);
    m_mailFrom->setObjectName(u"mailFrom"_s);
    m_injection->setObjectName(u"injection"_s);
    auto* remark = new TextLabel(TextLabel::Rank::Muted,
        tr("Own domains are asked with MAIL FROM:<> whether they require TLS. Never a recipient, never a message; but "
           "the other side may log it."),
        this);
    remark->setWordWrap(true);
    remark->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    remark->setMinimumHeight(remark->heightForWidth(fieldWidth));
    form->addRow(tr("&Own domains:"), m_ownDomains);
    form->addRow(QString(), remark);
    form->addRow(QString(), m_mailFrom);
    form->addRow(QString(), m_injection);
}

QWidget* TestSettingsDialog::fileField(QLineEdit* field, const QString& title)
{
    QAction* action = field->addAction(style::themedIcon(u"open"_s), QLineEdit::TrailingPosition);
    action->setText(tr("Choose a File…"));
    action->setToolTip(tr("Choose a File… (Ctrl+O)"));
    action->setShortcut(Qt::CTRL | Qt::Key_O);
    action->setShortcutContext(Qt::WidgetShortcut);
    field->setAccessibleName(title);
    connect(action, &QAction::triggered, this, [this, field, title] { chooseFile(field, title); });
    return field;
}

void TestSettingsDialog::chooseFile(QLineEdit* field, const QString& title)
{
    auto* dialog = new QFileDialog(this, title);
    dialog->setObjectName(u"settingsFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::ReadOnly);
    connect(dialog, &QFileDialog::fileSelected, field, &QLineEdit::setText);
    dialog->open();
}

void TestSettingsDialog::load()
{
    QSettings settings;
    settings.beginGroup(QLatin1StringView(testSettingsGroup));
    m_mode->setCurrentIndex(std::max(m_mode->findData(settings.value(u"resolver"_s, u"system"_s)), 0));
    m_server->setText(settings.value(u"server"_s).toString());
    m_anchor->setText(settings.value(u"trustAnchor"_s).toString());
    m_authorities->setText(settings.value(u"caFile"_s).toString());
    m_port->setValue(settings.value(u"port"_s, 25).toInt());
    m_timeout->setValue(settings.value(u"timeout"_s, 60).toInt());
    m_rate->setValue(settings.value(u"rate"_s, 0).toInt());
    m_proxy->setText(settings.value(u"proxy"_s).toString());
    m_connections->setValue(settings.value(u"connections"_s, AddressProbeSettings().connections).toInt());
    m_sender->setCurrentIndex(std::max(m_sender->findData(settings.value(u"sender"_s)), 0));
    m_hello->setText(settings.value(u"hello"_s).toString());
    m_ownAddresses->setText(settings.value(u"ownAddresses"_s).toString());
    m_ownDomains->setText(savedOwnDomains().join(u", "_s));
    m_mailFrom->setChecked(settings.value(u"mailFrom"_s, false).toBool());
    m_injection->setChecked(settings.value(u"injection"_s, true).toBool());
}

/** What can be told from the fields alone, while they are typed. */
void TestSettingsDialog::check()
{
    const bool forward = m_mode->currentData() == u"forward"_s;
    m_server->setEnabled(forward);
    const DomainList own = readDomainList(m_ownDomains->text());
    const QString hello = m_hello->text().trimmed();
    QString noAddress;
    readAddresses(m_ownAddresses->text(), &noAddress);
    if (forward && !Resolver::isServer(m_server->text().trimmed()))
        complain(tr("The DNS server is an address, such as 192.0.2.53 or 192.0.2.53@5353."));
    else if (!m_proxy->text().trimmed().isEmpty() && !Proxy::parse(m_proxy->text().trimmed().toStdString()))
        complain(tr("The proxy is an address and a port, such as 192.0.2.1:1080 or [2001:db8::1]:1080."));
    else if (!hello.isEmpty() && !DomainName::parse(hello.toStdString()))
        complain(tr("The name in EHLO is a host name, such as mail.example.org."));
    else if (!noAddress.isEmpty())
        complain(tr("“%1” is no address.").arg(noAddress));
    else if (own.unreadable > 0)
        complain(tr("“%1” is not a domain name.").arg(own.firstUnreadable));
    else
        complain({});
}

void TestSettingsDialog::complain(const QString& problem)
{
    m_problem->setText(problem);
    m_ok->setEnabled(problem.isEmpty());
}

void TestSettingsDialog::accept()
{
    // The files are read as a test would read them, so that a wrong one is heard of here and not at the first test.
    Reactor reactor;
    ResolverSettings resolver;
    resolver.mode = ResolverSettings::Mode::Recursive;
    resolver.trustAnchorFile = m_anchor->text().trimmed();
    if (!resolver.trustAnchorFile.isEmpty()) {
        if (const auto made = Resolver::create(reactor, resolver); !made) {
            complain(words::text(made.error()));
            m_anchor->setFocus();
            return;
        }
    }
    const QString authorities = m_authorities->text().trimmed();
    if (!authorities.isEmpty()) {
        if (const auto made = TlsContext::create(authorities); !made) {
            complain(words::text(made.error()));
            m_authorities->setFocus();
            return;
        }
    }
    save();
    QDialog::accept();
}

void TestSettingsDialog::save() const
{
    QSettings settings;
    settings.beginGroup(QLatin1StringView(testSettingsGroup));
    settings.setValue(u"resolver"_s, m_mode->currentData());
    settings.setValue(u"server"_s, m_server->text().trimmed());
    settings.setValue(u"trustAnchor"_s, m_anchor->text().trimmed());
    settings.setValue(u"caFile"_s, m_authorities->text().trimmed());
    settings.setValue(u"port"_s, m_port->value());
    settings.setValue(u"timeout"_s, m_timeout->value());
    settings.setValue(u"rate"_s, m_rate->value());
    settings.setValue(u"proxy"_s, m_proxy->text().trimmed());
    settings.setValue(u"connections"_s, m_connections->value());
    settings.setValue(u"sender"_s, m_sender->currentData());
    settings.setValue(u"hello"_s, m_hello->text().trimmed());
    settings.setValue(u"ownAddresses"_s, m_ownAddresses->text().trimmed());
    settings.setValue(u"ownDomains"_s, m_ownDomains->text().trimmed());
    settings.setValue(u"mailFrom"_s, m_mailFrom->isChecked());
    settings.setValue(u"injection"_s, m_injection->isChecked());
}

} // namespace waxseal
