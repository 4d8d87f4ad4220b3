// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/options.h"

#include "app/cli/output.h"
#include "model/core/printable.h"
#include "model/policy/policyreader.h"
#include "widgets/words/policywords.h"

#include <QFile>

#include <algorithm>

namespace waxseal::cli {

namespace {

constexpr qint64 longestList = qint64{64} << 20;

/** The first field of a line of CSV, without its quotes, or the whole line of a plain list; comments are dropped. */
QString firstField(const QByteArray& line)
{
    QString text = QString::fromUtf8(line).section(u'#', 0, 0).section(u',', 0, 0).trimmed();
    if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"'))
        text = text.mid(1, text.size() - 2);
    return text;
}

} // namespace

std::optional<Requirement> Options::requirement(const QString& word, bool hasScope, Direction direction) const
{
    const auto parsed = Requirement::parse(word.toStdString(), direction);
    if (parsed && hasScope)
        return parsed;
    const bool known = Requirement::parse(word.toStdString(), Direction::Outbound).has_value()
        || Requirement::parse(word.toStdString(), Direction::Inbound).has_value();
    if (known && !hasScope)
        misused(Cli::tr("--require: “%1” does not say of whom. Write %1:all, or %1:example.com").arg(word));
    else if (known)
        misused(Cli::tr("--require: “%1” is a requirement of the other direction. See --direction.").arg(word));
    else
        misused(Cli::tr("--require: “%1” is no requirement. Write encrypt:all, or encrypt:example.com").arg(word));
    return {};
}

bool Options::requireOf(const QString& part, const Requirement& requirement, DirectionPolicy& policy) const
{
    if (part == QStringLiteral("all")) {
        policy.byDefault = requirement;
        return true;
    }
    if (part.startsWith(u'@'))
        return requireOfList(part.mid(1), requirement, policy);
    const auto scope = Scope::parse(part.toStdString());
    if (!scope) {
        misused(Cli::tr("--require: “%1” is neither “all” nor a domain name.").arg(part));
        return false;
    }
    policy.rows.insert_or_assign(*scope, requirement);
    return true;
}

bool Options::requireOfList(const QString& path, const Requirement& requirement, DirectionPolicy& policy) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > longestList) {
        misused(Cli::tr("--require: the list “%1” cannot be read.").arg(path));
        return false;
    }
    int number = 0;
    for (const QByteArray& line : file.read(longestList).split('\n')) {
        ++number;
        const QString text = firstField(line);
        if (text.isEmpty() || (number == 1 && text == QStringLiteral("domain")))
            continue;
        const auto scope = Scope::parse(text.toStdString());
        if (!scope) {
            misused(Cli::tr("--require: line %1 of “%2” begins with no domain name: “%3”")
                        .arg(QString::number(number), path, text));
            return false;
        }
        policy.rows.insert_or_assign(*scope, requirement);
    }
    return true;
}

/** What the configurations say that --policy names; what of them is left out is said. */
std::optional<DirectionPolicy> Options::policyOfFiles(Direction direction) const
{
    struct Text
    {
        QString path;
        QByteArray content;
    };
    std::vector<Text> texts;
    for (const QString& path : values(QStringLiteral("policy"))) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() > longestList) {
            misused(Cli::tr("--policy: “%1” cannot be read.").arg(path));
            return {};
        }
        texts.push_back({path, file.read(longestList)});
    }
    // Settings say how tables are read, whatever the order in which they were named.
    std::stable_partition(
        texts.begin(), texts.end(), [](const Text& text) { return text.path.endsWith(QStringLiteral(".cf")); });
    PolicyReader reader;
    constexpr int few = 5;
    int leftOut = 0;
    std::size_t said = 0;
    for (const Text& text : texts) {
        reader.read({text.content.constData(), static_cast<std::size_t>(text.content.size())}, text.path.toStdString());
        for (; said < reader.lines().size(); ++said) {
            const PolicyLine& line = reader.lines()[said];
            if (m_hasSaidLeftOut || line.reading < PolicyReading::Address || line.reading == PolicyReading::Duplicate)
                continue;
            if (++leftOut <= few)
                complain(QStringLiteral("%1:%2: %3").arg(text.path).arg(line.number).arg(words::text(line)));
        }
    }
    if (leftOut > few)
        complain(Cli::tr("%n other line(s) were left out as well.", nullptr, leftOut - few));
    for (const std::string& table : m_hasSaidLeftOut ? std::vector<std::string>() : reader.missing())
        complain(Cli::tr("The table %1 is named there and was not given: --policy reads it too.")
                     .arg(visibleText(std::string_view(table))));
    m_hasSaidLeftOut = true; // commands ask before and after they read the logs
    if (!reader.speaksOf(direction)) {
        misused(Cli::tr("--policy: nothing is said of TLS there for this direction. See --direction."));
        return {};
    }
    return reader.policy().of(direction);
}

std::optional<DirectionPolicy> Options::policy(Direction direction, const DirectionPolicy& base) const
{
    DirectionPolicy policy = has(QStringLiteral("require")) ? DirectionPolicy{} : base;
    if (!has(QStringLiteral("refuse")))
        policy.refusal = base.refusal;
    if (has(QStringLiteral("policy"))) {
        const auto read = policyOfFiles(direction);
        if (!read)
            return {};
        policy = *read;
    }
    for (const QString& rule : values(QStringLiteral("require"))) {
        const qsizetype colon = rule.indexOf(u':');
        const auto required = requirement(colon < 0 ? rule : rule.left(colon), colon >= 0, direction);
        if (!required)
            return {};
        for (const QString& part : rule.mid(colon + 1).split(u',')) {
            if (!requireOf(part, *required, policy))
                return {};
        }
    }
    if (has(QStringLiteral("refuse"))) {
        const QString word = value(QStringLiteral("refuse"));
        if (word != QStringLiteral("now") && word != QStringLiteral("later")) {
            misused(Cli::tr("--refuse: “%1” is neither now nor later.").arg(word));
            return {};
        }
        policy.refusal = word == QStringLiteral("now") ? Refusal::Now : Refusal::Later;
    }
    return policy;
}

} // namespace waxseal::cli
