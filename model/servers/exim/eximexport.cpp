// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/exim/eximexport.h"

#include "model/exporter/exporttext.h"

namespace waxseal {

namespace exim {

QList<QByteArray> keys(const QByteArray& domain)
{
    QList<QByteArray> out;
    for (const QByteArray& spelling : exporttext::spellings(domain)) {
        const QString small = QString::fromUtf8(spelling);
        QStringList labels = small.split(u'.');
        for (QString& label : labels)
            label = label.left(1).toUpper() + label.mid(1);
        for (const QString& form : {small, small.toUpper(), labels.join(u'.')}) {
            const QByteArray key = form.toUtf8().toLower(); // A to Z alone, as lsearch does it
            // What does not fold back is another name: capitals of some letters are two letters.
            if (form.toLower() == small && !out.contains(key))
                out.append(key);
        }
    }
    return out;
}

} // namespace exim

ExportTarget eximTarget()
{
    ExportTarget target;
    target.id = QStringLiteral("exim");
    target.name = QStringLiteral("Exim");
    target.directions = {Direction::Inbound, Direction::Outbound};
    ExportOption directory = serverDirectoryOption();
    directory.byDefault = QStringLiteral("/etc/exim4");
    target.options = {directory, ownNetworksOption(),
        {QStringLiteral("exim-form"), ExportOption::Type::Choice, {QStringLiteral("debian"), QStringLiteral("single")},
            QStringLiteral("debian"), QT_TRANSLATE_NOOP("waxseal::ExportTarget", "&Configuration:"),
            QT_TRANSLATE_NOOP("waxseal::ExportTarget",
                "How Exim is configured: Debian's way, with macros, or one file of your own. It decides which line "
                "has to be added once, by hand.")}};
    target.plan = [](const ExportRequest& asked) {
        ExportRequest request = asked;
        request.directory = asked.option(QStringLiteral("server-directory"));
        return request.direction == Direction::Inbound ? exim::exportInbound(request) : exim::exportOutbound(request);
    };
    return target;
}

} // namespace waxseal
