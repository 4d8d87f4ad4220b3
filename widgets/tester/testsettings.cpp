// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/testsettings.h"

#include "model/core/domainname.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QUrl>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

constexpr char group[] = "tester";

/** "192.0.2.1:1080" or "[2001:db8::1]:1080" */
std::optional<Endpoint> endpoint(const QString& text)
{
    const QUrl url(u"socks5://"_s + text.trimmed());
    const auto address = IpAddress::parse(url.host().toStdString());
    if (!url.isValid() || !address || url.port() < 1)
        return {};
    return Endpoint{*address, static_cast<std::uint16_t>(url.port())};
}

} // namespace

ProbeSettings savedProbeSettings()
{
    QSettings settings;
    settings.beginGroup(QLatin1StringView(group));
    ProbeSettings probe;
    const QString mode = settings.value(u"resolver"_s, u"system"_s).toString();
    if (mode == u"recursive"_s)
        probe.resolver.mode = ResolverSettings::Mode::Recursive;
    else if (mode == u"forward"_s)
        probe.resolver.mode = ResolverSettings::Mode::Forward;
    probe.resolver.server = settings.value(u"server"_s).toString();
    probe.resolver.trustAnchorFile = settings.value(u"trustAnchor"_s).toString();
    probe.caFile = settings.value(u"caFile"_s).toString();
    probe.port = static_cast<std::uint16_t>(std::clamp(settings.value(u"port"_s, 25).toInt(), 1, 65535));
    probe.setTimeout(std::chrono::seconds(std::clamp(settings.value(u"timeout"_s, 60).toInt(), 5, 600)));
    probe.hostsPerSecond = std::max(settings.value(u"rate"_s, 0).toInt(), 0);
    probe.address.proxy = endpoint(settings.value(u"proxy"_s).toString());
    probe.address.injection = settings.value(u"injection"_s, true).toBool();
    probe.mailFrom = settings.value(u"mailFrom"_s, false).toBool();
    const QStringList own = settings.value(u"ownDomains"_s).toString().split(u',', Qt::SkipEmptyParts);
    for (const QString& domain : own) {
        if (const auto name = DomainName::parse(domain.trimmed().toStdString()))
            probe.ownDomains.push_back(name->ascii());
    }
    return probe;
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
    , m_proxy(new QLineEdit(this))
    , m_ownDomains(new QLineEdit(this))
    , m_mailFrom(new QCheckBox(tr("Say MAIL FROM:<> in clear to every server"), this))
    , m_injection(new QCheckBox(tr("Send a command behind STARTTLS, to see whether it is obeyed"), this))
{
    setObjectName(u"testSettings"_s);
    setWindowTitle(tr("Test Settings"));
    m_mode->addItem(tr("The system's resolver"), u"system"_s);
    m_mode->addItem(tr("The root servers downwards"), u"recursive"_s);
    m_mode->addItem(tr("This server"), u"forward"_s);
    m_server->setPlaceholderText(u"192.0.2.53@53"_s);
    m_anchor->setPlaceholderText(tr("The root's own"));
    m_authorities->setPlaceholderText(tr("The system's certificates"));
    m_proxy->setPlaceholderText(tr("None, or 192.0.2.1:1080"));
    m_ownDomains->setPlaceholderText(u"example.org, example.com"_s);
    m_port->setRange(1, 65535);
    m_timeout->setRange(5, 600);
    m_timeout->setSuffix(tr(" s"));
    m_rate->setRange(0, 10000);
    m_rate->setSpecialValueText(tr("no limit"));

    auto* form = new QFormLayout(this);
    form->addRow(tr("&Resolver:"), m_mode);
    form->addRow(tr("DNS &server:"), m_server);
    form->addRow(tr("Trust &anchor file:"), m_anchor);
    form->addRow(tr("&CA file:"), m_authorities);
    form->addRow(tr("SMTP &port:"), m_port);
    form->addRow(tr("Longest test of an &address:"), m_timeout);
    form->addRow(tr("Addresses begun in a se&cond:"), m_rate);
    form->addRow(tr("SOCKS5 pro&xy:"), m_proxy);
    form->addRow(tr("&Own domains:"), m_ownDomains);
    auto* remark = new QLabel(tr("Own domains are asked with MAIL FROM:<> whether they require TLS. Never a recipient, "
                                 "never a message; but the other side may log it."),
        this);
    remark->setWordWrap(true);
    form->addRow(remark);
    form->addRow(m_mailFrom);
    form->addRow(m_injection);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &TestSettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &TestSettingsDialog::reject);
    const auto refresh = [this, buttons] {
        const bool forward = m_mode->currentData() == u"forward"_s;
        m_server->setEnabled(forward);
        const bool right = (!forward || Resolver::isServer(m_server->text()))
            && (m_proxy->text().isEmpty() || endpoint(m_proxy->text()).has_value());
        buttons->button(QDialogButtonBox::Ok)->setEnabled(right);
    };
    connect(m_mode, &QComboBox::currentIndexChanged, this, refresh);
    connect(m_server, &QLineEdit::textChanged, this, refresh);
    connect(m_proxy, &QLineEdit::textChanged, this, refresh);

    QSettings settings;
    settings.beginGroup(QLatin1StringView(group));
    m_mode->setCurrentIndex(std::max(m_mode->findData(settings.value(u"resolver"_s, u"system"_s)), 0));
    m_server->setText(settings.value(u"server"_s).toString());
    m_anchor->setText(settings.value(u"trustAnchor"_s).toString());
    m_authorities->setText(settings.value(u"caFile"_s).toString());
    m_port->setValue(settings.value(u"port"_s, 25).toInt());
    m_timeout->setValue(settings.value(u"timeout"_s, 60).toInt());
    m_rate->setValue(settings.value(u"rate"_s, 0).toInt());
    m_proxy->setText(settings.value(u"proxy"_s).toString());
    m_ownDomains->setText(settings.value(u"ownDomains"_s).toString());
    m_mailFrom->setChecked(settings.value(u"mailFrom"_s, false).toBool());
    m_injection->setChecked(settings.value(u"injection"_s, true).toBool());
    refresh();
}

void TestSettingsDialog::accept()
{
    QSettings settings;
    settings.beginGroup(QLatin1StringView(group));
    settings.setValue(u"resolver"_s, m_mode->currentData());
    settings.setValue(u"server"_s, m_server->text().trimmed());
    settings.setValue(u"trustAnchor"_s, m_anchor->text().trimmed());
    settings.setValue(u"caFile"_s, m_authorities->text().trimmed());
    settings.setValue(u"port"_s, m_port->value());
    settings.setValue(u"timeout"_s, m_timeout->value());
    settings.setValue(u"rate"_s, m_rate->value());
    settings.setValue(u"proxy"_s, m_proxy->text().trimmed());
    settings.setValue(u"ownDomains"_s, m_ownDomains->text().trimmed());
    settings.setValue(u"mailFrom"_s, m_mailFrom->isChecked());
    settings.setValue(u"injection"_s, m_injection->isChecked());
    QDialog::accept();
}

} // namespace waxseal
