// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/resultpanel.h"

#include "widgets/controls/elidedlabel.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"
#include "widgets/tester/resulttree.h"
#include "widgets/tester/testrun.h"

#include <QDateTime>
#include <QLocale>
#include <QVBoxLayout>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using style::unit;

namespace {

QString timeText(std::int64_t seconds)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toLocalTime(), QLocale::ShortFormat);
}

} // namespace

ResultPanel::ResultPanel(QWidget* parent)
    : QWidget(parent)
    , m_headline(new ElidedLabel(this))
    , m_subtitle(new TextLabel(TextLabel::Rank::Muted, this))
    , m_tree(new ResultTree(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_headline->setObjectName(u"testHeadline"_s);
    m_headline->setFont(style::headlineFont(font()));
    m_subtitle->setObjectName(u"testSubtitle"_s);
    m_subtitle->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * unit, unit + unit / 2, 2 * unit, unit);
    layout->setSpacing(unit / 2);
    layout->addWidget(m_headline);
    layout->addWidget(m_subtitle);
    layout->addSpacing(unit / 2);
    layout->addWidget(m_tree, 1);
    setMinimumWidth(36 * unit);
}

void ResultPanel::setResult(const TestResult& result)
{
    m_headline->setText(shownDomain(result.domain));
    const DomainFacts& facts = *result.facts;
    QString subtitle = tr("Tested %1").arg(timeText(facts.time));
    if (!result.isLatest)
        subtitle += u" · "_s + tr("an earlier test");
    QStringList changes;
    if (result.before != nullptr) {
        changes = changeTexts(*result.before, facts);
        const QString when = timeText(result.before->time);
        subtitle += u" · "_s
            + (changes.isEmpty() ? tr("nothing has changed since %1").arg(when)
                                 : tr("%n change(s) since %1:", nullptr, static_cast<int>(changes.size())).arg(when)
                        + u' ' + changes.first() + (changes.size() > 1 ? u' ' + tr("More under History.") : QString()));
    }
    m_subtitle->setText(subtitle);
    m_subtitle->setToolTip(changes.join(u'\n'));
    m_tree->results()->setFacts(facts);
}

void ResultPanel::setNothing(const QString& domain, const QString& why)
{
    m_headline->setText(shownDomain(domain));
    m_subtitle->setText(why);
    m_subtitle->setToolTip({});
    m_tree->results()->clear();
}

void ResultPanel::begin(const QString& domain)
{
    setNothing(domain, tr("Testing…"));
    m_tree->results()->begin(shownDomain(domain));
}

QString ResultPanel::text() const
{
    return m_headline->text() + u'\n' + m_subtitle->text() + u"\n\n"_s + m_tree->text();
}

} // namespace waxseal
