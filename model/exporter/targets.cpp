// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/targets.h"

#include "model/core/domainname.h"
#include "model/core/ipaddress.h"
#include "model/exporter/exporttext.h"
#include "model/exporter/targetlist.h"

#include <algorithm>

namespace waxseal {

namespace {

std::vector<ExportTarget>& list()
{
    static std::vector<ExportTarget> targets = makeExportTargets();
    return targets;
}

constexpr qsizetype longestList = 4000; // characters

bool isHostPattern(const QString& text)
{
    const QString name = text.startsWith(QStringLiteral("*.")) ? text.mid(2) : text;
    return DomainName::parse(name.toStdString()).has_value();
}

bool isMailbox(const QString& text)
{
    // The local parts that a role address has; RFC 5321 allows more, which would need quoting in a record.
    const qsizetype at = text.indexOf(u'@');
    const QString local = text.left(at);
    return at > 0 && at <= 64 && DomainName::parse(text.mid(at + 1).toStdString())
        && std::all_of(local.cbegin(), local.cend(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.'
                   || c == u'_' || c == u'-' || c == u'+';
           });
}

bool allOf(const QString& value, bool (*fits)(const QString&))
{
    const QStringList parts = value.split(u',');
    return value.size() <= longestList
        && std::all_of(parts.begin(), parts.end(), [&](const QString& part) { return fits(part.trimmed()); });
}

/** "HEX", or "mx.example.com=HEX". */
bool isKeyDigest(const QString& text)
{
    constexpr qsizetype digits = 64;
    const qsizetype mark = text.indexOf(u'=');
    const QString hex = text.mid(mark + 1);
    return (mark < 0 || DomainName::parse(text.left(mark).toStdString())) && hex.size() == digits
        && std::all_of(hex.cbegin(), hex.cend(),
            [](QChar c) { return (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F') || (c >= u'0' && c <= u'9'); });
}

bool isNumber(const QString& text)
{
    constexpr qsizetype digits = 9;
    return text.size() <= digits
        && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

bool ExportOption::accepts(const QString& value) const
{
    if (value.isEmpty())
        return byDefault.isEmpty() && !required;
    switch (type) {
    case Type::Directory:
        return exporttext::isPlainDirectory(value);
    case Type::Choice:
        return choices.contains(value);
    case Type::Networks:
        return value.size() <= longestList && parseNetworks(value.toStdString());
    case Type::Domain:
        return DomainName::parse(value.toStdString()).has_value();
    case Type::Hosts:
        return allOf(value, isHostPattern);
    case Type::Mailbox:
        return isMailbox(value);
    case Type::Number:
        return isNumber(value);
    case Type::KeyDigests:
        return allOf(value, isKeyDigest);
    }
    return false;
}

const ExportOption* ExportTarget::option(const QString& optionId) const
{
    const auto found
        = std::find_if(options.begin(), options.end(), [&](const ExportOption& each) { return each.id == optionId; });
    return found == options.end() ? nullptr : &*found;
}

bool ExportTarget::takes(Direction direction) const
{
    return std::find(directions.begin(), directions.end(), direction) != directions.end();
}

ExportOption serverDirectoryOption()
{
    return {QStringLiteral("server-directory"), ExportOption::Type::Directory, {}, {},
        QT_TRANSLATE_NOOP("waxseal::ExportTarget", "&Directory on the server:"),
        QT_TRANSLATE_NOOP("waxseal::ExportTarget",
            "Where the files will lie on the server. Only their text depends on it; nothing is copied there.")};
}

ExportOption ownNetworksOption()
{
    QStringList networks;
    for (const Cidr& network : defaultInternalNetworks())
        networks.append(QString::fromStdString(network.text()));
    return {QStringLiteral("networks"), ExportOption::Type::Networks, {}, networks.join(u','),
        QT_TRANSLATE_NOOP("waxseal::ExportTarget", "Own &networks:"),
        QT_TRANSLATE_NOOP("waxseal::ExportTarget",
            "Networks of your own, whose mail is not held to inbound requirements. “none”: there are none.")};
}

const std::vector<ExportTarget>& exportTargets()
{
    return list();
}

const ExportTarget* exportTarget(const QString& id)
{
    const auto found
        = std::find_if(list().begin(), list().end(), [&](const ExportTarget& target) { return target.id == id; });
    return found == list().end() ? nullptr : &*found;
}

Result<ExportPlan> planExport(const ExportTarget& target, ExportRequest request)
{
    if (!target.takes(request.direction))
        return Error{ErrorCode::Unsupported, QString::fromStdString(std::string(name(request.direction))), target.name};
    for (const ExportOption& option : target.options) {
        const auto [value, added] = request.options.try_emplace(option.id, option.byDefault);
        if (!option.accepts(value->second))
            return Error{ErrorCode::Unsupported, value->second.isEmpty() ? option.id : value->second, option.id};
    }
    if (target.fromPolicy && request.policy.isNone())
        return Error{ErrorCode::NothingToExport, target.id, {}};
    return target.plan(request);
}

AddedExportTarget::AddedExportTarget(ExportTarget target)
{
    list().push_back(std::move(target));
}

AddedExportTarget::~AddedExportTarget()
{
    list().pop_back();
}

} // namespace waxseal
