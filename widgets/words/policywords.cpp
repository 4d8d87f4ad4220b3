// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/policywords.h"

#include "model/core/printable.h"

#include <QCoreApplication>

namespace waxseal::words {

namespace {

/** The words of a line that says what is required. */
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PolicyLine)
public:
    static QString required(const PolicyLine& line);
    static QString text(const PolicyLine& line);
};

QString Words::required(const PolicyLine& line)
{
    const QString level = QString::fromStdString(line.requirement.text());
    const bool isNothing = line.requirement.level <= Level::May;
    QString whom = visibleText(std::string_view(line.scope));
    if (line.scope == "all")
        whom = tr("all others");
    else if (line.scope.starts_with('.'))
        whom = tr("%1 and its subdomains").arg(whom.mid(1));
    if (line.direction == Direction::Outbound)
        return tr("%1 for mail to %2", "level, whom").arg(level, whom);
    return isNothing ? tr("nothing is required of %1").arg(whom)
                     : tr("%1 is required of %2", "level, whom").arg(level, whom);
}

QString Words::text(const PolicyLine& line)
{
    switch (line.reading) {
    case PolicyReading::Nothing:
        return {};
    case PolicyReading::Required:
        return required(line);
    case PolicyReading::Other:
        return tr("not about TLS");
    case PolicyReading::NeedsFile:
        return tr("names a table: %1").arg(visibleText(std::string_view(line.detail)));
    case PolicyReading::AuditOnly:
        return tr("only warns: nothing is required");
    case PolicyReading::Address:
        return tr("left out: about one address, not a domain");
    case PolicyReading::Pattern:
        return tr("left out: a pattern");
    case PolicyReading::UnknownLevel:
        return tr("left out: a level that is not simulated");
    case PolicyReading::NotADomain:
        return tr("left out: no domain name");
    case PolicyReading::Duplicate:
        return tr("not used: a line above says it of the same domain");
    case PolicyReading::NotUnderstood:
        return tr("left out: not understood");
    }
    return {};
}

} // namespace

QString text(const PolicyLine& line)
{
    return Words::text(line);
}

} // namespace waxseal::words
