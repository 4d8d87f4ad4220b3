// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/items/figures.h"

#include "model/core/domainname.h"
#include "model/core/percent.h"
#include "model/core/printable.h"

#include <QCoreApplication>

namespace waxseal::figures {

using namespace Qt::StringLiterals;

QString percentRange(double low, double high)
{
    return waxseal::percentRange(low, high);
}

QString domain(std::string_view key)
{
    if (key == nullSender)
        return QCoreApplication::translate("Figures", "(null sender <>)");
    if (key.empty())
        return QCoreApplication::translate("Figures", "(no domain)");
    if (key.find("xn--") != std::string_view::npos) {
        if (const auto name = DomainName::parse(key))
            return QString::fromStdString(name->display());
    }
    return visibleText(key);
}

QString requirement(const Requirement& requirement)
{
    QString text = QString::fromStdString(requirement.text());
    return text.replace(u">="_s, u" ≥ "_s);
}

QString evidence(EvidenceClass evidence)
{
    switch (evidence) {
    case EvidenceClass::Never:
        //: Evidence: the hosts never met the requirement.
        return QCoreApplication::translate("Figures", "never");
    case EvidenceClass::Mixed:
        //: Evidence: the hosts met it at other times.
        return QCoreApplication::translate("Figures", "mixed");
    case EvidenceClass::Failed:
        //: Evidence: a handshake with our server failed before.
        return QCoreApplication::translate("Figures", "failed");
    case EvidenceClass::Unknown:
        //: Evidence: too few messages to tell.
        return QCoreApplication::translate("Figures", "unknown");
    }
    return {};
}

} // namespace waxseal::figures
