// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/exportoptions.h"

#include "probe/verdict/publishedkeys.h"
#include "widgets/words/words.h"

namespace waxseal::cli {

namespace {

QString placeholder(const ExportOption& option)
{
    switch (option.type) {
    case ExportOption::Type::Directory:
        return QStringLiteral("DIR");
    case ExportOption::Type::Choice:
        return option.choices.join(u'|');
    case ExportOption::Type::Networks:
        return QStringLiteral("CIDR,…|none");
    case ExportOption::Type::Domain:
        return QStringLiteral("NAME");
    case ExportOption::Type::Hosts:
        return QStringLiteral("HOST,…");
    case ExportOption::Type::Mailbox:
        return QStringLiteral("ADDRESS");
    case ExportOption::Type::Number:
        return QStringLiteral("NUMBER");
    case ExportOption::Type::KeyDigests:
        return QStringLiteral("[HOST=]FILE|SHA256,…");
    }
    return {};
}

/** "postfix: /etc/postfix; exim: /etc/exim4", or one value where all agree. */
QString defaultText(const QString& id)
{
    QStringList each;
    QStringList values;
    for (const ExportTarget& target : exportTargets()) {
        const ExportOption* option = target.option(id);
        if (option == nullptr || option->byDefault.isEmpty())
            continue;
        each.append(target.id + QStringLiteral(": ") + option->byDefault);
        if (!values.contains(option->byDefault))
            values.append(option->byDefault);
    }
    return values.size() == 1 ? values.front() : each.join(QStringLiteral("; "));
}

/** Puts digests in place of files. False, and said so, when one holds no certificate. */
bool readCertificates(QString& list)
{
    QStringList parts = list.split(u',');
    for (QString& part : parts) {
        const qsizetype mark = part.indexOf(u'=') + 1;
        const QString name = part.mid(mark).trimmed();
        if (ExportOption{{}, ExportOption::Type::KeyDigests, {}, {}}.accepts(name) && !name.isEmpty())
            continue;
        const auto digest = keyDigestOfFile(name);
        if (!digest) {
            complain(words::text(digest.error()));
            return false;
        }
        part = part.left(mark) + *digest;
    }
    list = parts.join(u',');
    return true;
}

QString owners(const QString& id)
{
    QStringList names;
    for (const ExportTarget& target : exportTargets()) {
        if (target.option(id) != nullptr)
            names.append(target.id);
    }
    return names.size() == static_cast<qsizetype>(exportTargets().size()) ? QString()
                                                                          : names.join(QStringLiteral(", "));
}

} // namespace

QString targetIds(const QString& mark)
{
    QStringList ids;
    for (const ExportTarget& target : exportTargets())
        ids.append(target.id);
    return ids.join(mark);
}

QList<Option> targetOptions()
{
    QList<Option> found;
    for (const ExportTarget& target : exportTargets()) {
        for (const ExportOption& option : target.options) {
            const bool known
                = std::any_of(found.begin(), found.end(), [&](const Option& each) { return each.name == option.id; });
            if (known)
                continue;
            QString help = words::help(option);
            if (const QString names = owners(option.id); !names.isEmpty())
                help += u' ' + Cli::tr("For: %1.").arg(names);
            if (const QString value = defaultText(option.id); !value.isEmpty())
                help += u' ' + Cli::tr("Default: %1").arg(value);
            found.append({option.id, placeholder(option), help});
        }
    }
    return found;
}

const ExportTarget* chosenTarget(const Options& options)
{
    const QString id = options.value(QStringLiteral("target"));
    if (id.isEmpty()) {
        options.misused(Cli::tr("Say for which mail server: --target postfix"));
        return nullptr;
    }
    const ExportTarget* target = exportTarget(id);
    if (target == nullptr)
        options.misused(Cli::tr("--target: configuration for “%1” cannot be written yet. There is: %2")
                            .arg(id, targetIds(QStringLiteral(", "))));
    return target;
}

bool readTargetOptions(
    const Options& options, const ExportTarget& target, Direction direction, std::map<QString, QString>& values)
{
    if (!target.takes(direction)) {
        options.misused(Cli::tr("--target: %1 takes no policy of the direction %2.")
                            .arg(target.name, QString::fromStdString(std::string(name(direction)))));
        return false;
    }
    for (const Option& option : targetOptions()) {
        if (!options.has(option.name))
            continue;
        const ExportOption* own = target.option(option.name);
        if (own == nullptr) {
            options.misused(Cli::tr("--%1 is no option of --target %2.").arg(option.name, target.id));
            return false;
        }
        QString value = options.value(option.name);
        if (own->type == ExportOption::Type::KeyDigests && !readCertificates(value))
            return false;
        if (!own->accepts(value)) {
            options.misused(Cli::tr("--%1: “%2” is not %3.").arg(option.name, value, option.value));
            return false;
        }
        values[option.name] = value;
    }
    return true;
}

bool completeTargetOptions(const Options& options, const ExportTarget& target,
    const std::vector<Workspace::ProbeRecord>& tests, std::map<QString, QString>& values)
{
    const QString hosts = QStringLiteral("hosts");
    const QString keys = QStringLiteral("keys");
    const auto open
        = [&](const QString& id) { return target.option(id) != nullptr && values.find(id) == values.end(); };
    if (const auto domain = values.find(QStringLiteral("domain")); domain != values.end()) {
        const PublishedKeys known = publishedKeys(tests, domain->second);
        if (open(hosts) && !known.hosts.isEmpty())
            values[hosts] = known.hosts;
        if (open(keys) && !known.keys.isEmpty())
            values[keys] = known.keys;
    }
    for (const ExportOption& option : target.options) {
        if (option.required && open(option.id)) {
            options.misused(Cli::tr("--target %1 needs --%2 %3.").arg(target.id, option.id, placeholder(option)));
            return false;
        }
    }
    return true;
}

} // namespace waxseal::cli
