// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/witnesspanel.h"

#include "model/core/printable.h"
#include "model/witness/witnesssums.h"
#include "widgets/document/document.h"
#include "widgets/pages/figuretable.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"
#include "widgets/words/witnesswords.h"
#include "widgets/words/words.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using Rank = TextLabel::Rank;

namespace {

constexpr std::size_t listedDays = 31;
constexpr std::size_t listedCauses = 20;

QString dateText(Day day)
{
    return QLocale().toString(dateOf(day), QLocale::ShortFormat);
}

FigureTable::Row rowOf(const WitnessDay& day)
{
    using Table = FigureTable;
    Table::Cell date = Table::words(dateText(day.day));
    date.raw = int{day.day};
    return {Table::words(visibleText(std::string_view(day.domain))), date, Table::number(day.successful + day.failed),
        Table::number(day.failed), Table::share(day.failed, day.successful + day.failed),
        Table::words(words::resultTypes(day.results, 3))};
}

FigureTable::Row rowOf(const WitnessCause& cause)
{
    using Table = FigureTable;
    QString why = words::resultType(cause.resultType);
    if (!cause.reason.empty())
        why += u": "_s + visibleText(std::string_view(cause.reason));
    return {Table::words(visibleText(std::string_view(cause.organization))),
        Table::words(visibleText(std::string_view(cause.domain))), Table::words(why, words::remedy(cause.resultType)),
        Table::words(visibleText(std::string_view(cause.mxHost))), Table::number(cause.sessions),
        Table::words(dateText(cause.last))};
}

} // namespace

WitnessPanel::WitnessPanel(Document* document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_summary(new TextLabel(Rank::Muted, this))
    , m_days(new FigureTable(this))
    , m_causes(new FigureTable(this))
    , m_causesBox(new QWidget(this))
{
    setObjectName(u"witnessPanel"_s);
    m_summary->setObjectName(u"witnessSummary"_s);
    m_summary->setWordWrap(true);
    auto* days = new FigureView(m_days, tr("Sessions that TLS reports tell of"), this);
    days->setObjectName(u"witnessDays"_s);
    days->setWideColumn(5);
    auto* causes = new FigureView(m_causes, tr("Who could not reach us, and why"), m_causesBox);
    causes->setObjectName(u"witnessCauses"_s);
    causes->setWideColumn(2);
    auto* inner = new QVBoxLayout(m_causesBox);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(style::unit);
    inner->addWidget(new TextLabel(Rank::Section, tr("Who could not reach us, and why"), m_causesBox));
    inner->addWidget(causes);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2, 2, 2, 2);
    column->setSpacing(style::unit);
    column->addWidget(new TextLabel(Rank::Section, tr("What others saw"), this));
    column->addWidget(m_summary);
    column->addWidget(days);
    column->addSpacing(2 * style::unit);
    column->addWidget(m_causesBox);
    connect(m_document, &Document::witnessesChanged, this, &WitnessPanel::refresh);
    connect(m_document, &Document::factsChanged, this, &WitnessPanel::refresh);
    refresh();
}

void WitnessPanel::refresh()
{
    const Witnesses& witnesses = *m_document->witnesses();
    setVisible(!witnesses.reports().empty());
    if (witnesses.reports().empty())
        return;
    std::vector<WitnessDay> days = witnessDays(witnesses, m_document->period());
    // The newest first; of a day those with most failures.
    std::stable_sort(days.begin(), days.end(),
        [](const WitnessDay& a, const WitnessDay& b) { return a.day != b.day ? a.day > b.day : a.failed > b.failed; });
    std::vector<FigureTable::Row> rows;
    for (std::size_t i = 0; i < std::min(listedDays, days.size()); ++i)
        rows.push_back(rowOf(days[i]));
    m_days->setContents(
        {tr("Domain"), tr("Day"), tr("Sessions"), tr("Failed"), tr("Share"), tr("Why")}, {1, 2, 3, 4}, rows);

    const std::vector<WitnessCause> causes = witnessCauses(witnesses, m_document->period());
    rows.clear();
    for (std::size_t i = 0; i < std::min(listedCauses, causes.size()); ++i)
        rows.push_back(rowOf(causes[i]));
    m_causes->setContents({tr("Who"), tr("Domain"), tr("Why"), tr("MX"), tr("Sessions"), tr("Last")}, {4}, rows);
    m_causesBox->setVisible(!rows.empty());

    std::uint64_t successful = 0;
    std::uint64_t failed = 0;
    for (const WitnessDay& day : days) {
        successful += day.successful;
        failed += day.failed;
    }
    const int reports = words::plural(witnesses.reports().size());
    QString text = tr("%Ln TLS report(s) (RFC 8460).", nullptr, reports) + u' '
        + (failed == 0 ? tr("All %1 sessions of these days reached us over TLS.").arg(style::count(successful))
                       : tr("Of %1 sessions of these days %2 failed. Sessions are not messages: they are in no other "
                            "figure.")
                             .arg(style::count(successful + failed), style::count(failed)));
    if (days.size() > listedDays)
        text += u' ' + tr("The table has the newest days.");
    m_summary->setText(text);
}

QString witnessText(const Document& document, const QString& domain, Direction direction)
{
    const std::string key = domain.toStdString();
    if (key.empty() || document.witnesses()->isEmpty() || direction == Direction::Submission)
        return {};
    QStringList sentences;
    if (direction == Direction::Inbound)
        sentences.append(words::text(witnessOfSender(*document.witnesses(), key, document.period())));
    sentences.append(words::text(saferEmailOf(*document.witnesses(), key, direction)));
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

std::vector<StatementList::Statement> witnessStatements(const Document& document, Direction direction)
{
    std::vector<StatementList::Statement> out;
    if (direction != Direction::Inbound)
        return out;
    constexpr std::size_t most = 5;
    std::vector<WitnessVote> votes = witnessVotes(*document.witnesses(), document.period());
    std::erase_if(votes, [](const WitnessVote& vote) { return vote.failed == 0; });
    std::stable_sort(
        votes.begin(), votes.end(), [](const WitnessVote& a, const WitnessVote& b) { return a.failed > b.failed; });
    for (std::size_t i = 0; i < std::min(most, votes.size()); ++i)
        out.push_back(
            {style::count(votes[i].failed), WitnessPanel::tr("Sessions failed, others report"), words::text(votes[i])});
    return out;
}

} // namespace waxseal
