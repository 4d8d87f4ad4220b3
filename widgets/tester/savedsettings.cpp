// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/savedsettings.h"

#include "probe/batch/domainlist.h"
#include "probe/verdict/sender.h"

#include <QRegularExpression>
#include <QSettings>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;

std::vector<IpAddress> readAddresses(const QString& text, QString* unreadable)
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    std::vector<IpAddress> addresses;
    const QStringList words = text.split(between, Qt::SkipEmptyParts);
    for (const QString& word : words) {
        if (const std::optional<IpAddress> address = IpAddress::parse(word.toStdString()))
            addresses.push_back(*address);
        else if (unreadable != nullptr && unreadable->isEmpty())
            *unreadable = word;
    }
    return addresses;
}

ProbeSettings savedProbeSettings()
{
    QSettings settings;
    settings.beginGroup(QLatin1StringView(testSettingsGroup));
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
    probe.address.connections
        = std::clamp(settings.value(u"connections"_s, probe.address.connections).toInt(), 1, mostConnections);
    probe.sender = senderNamed(settings.value(u"sender"_s).toString().toStdString()).value_or(probe.sender);
    if (const auto hello = DomainName::parse(settings.value(u"hello"_s).toString().toStdString()))
        probe.address.helo = hello->ascii();
    probe.ownAddresses = readAddresses(settings.value(u"ownAddresses"_s).toString());
    probe.address.proxy = Proxy::parse(settings.value(u"proxy"_s).toString().toStdString());
    probe.address.injection = settings.value(u"injection"_s, true).toBool();
    probe.mailFrom = settings.value(u"mailFrom"_s, false).toBool();
    for (const DomainName& domain : readDomainList(settings.value(u"ownDomains"_s).toString()).domains)
        probe.ownDomains.push_back(domain.ascii());
    return probe;
}

QStringList savedOwnDomains()
{
    QSettings settings;
    settings.beginGroup(QLatin1StringView(testSettingsGroup));
    QStringList shown;
    for (const DomainName& domain : readDomainList(settings.value(u"ownDomains"_s).toString()).domains)
        shown.append(QString::fromStdString(domain.display()));
    return shown;
}

void saveOwnDomains(const std::vector<DomainName>& domains)
{
    QStringList names;
    for (const DomainName& domain : domains)
        names.append(QString::fromStdString(domain.ascii()));
    QSettings settings;
    settings.beginGroup(QLatin1StringView(testSettingsGroup));
    settings.setValue(u"ownDomains"_s, names.join(u", "_s));
}

} // namespace waxseal
