// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/advicepanel.h"

#include "widgets/charts/daychart.h"
#include "widgets/charts/sharebar.h"
#include "widgets/document/document.h"
#include "widgets/document/forecaster.h"
#include "widgets/items/figures.h"
#include "widgets/pages/demobadge.h"
#include "widgets/pages/figuretable.h"
#include "widgets/pages/recommendation.h"
#include "widgets/pages/statementlist.h"
#include "widgets/pages/witnesspanel.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"
#include "widgets/words/forecastwords.h"
#include "widgets/words/words.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using Rank = TextLabel::Rank;
using words::plural;

namespace {

QWidget* section(const QString& title, std::initializer_list<QWidget*> contents)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::unit / 2);
    auto* heading = new TextLabel(Rank::Section, title, box);
    heading->setMinimumHeight(heading->sizeHint().height() + style::unit / 2);
    column->addWidget(heading);
    for (QWidget* content : contents)
        column->addWidget(content);
    return box;
}

constexpr int widestContent = 1040; // beyond, lines are hard to read and figures stand far from their names

} // namespace

AdvicePanel::AdvicePanel(Document* document, Forecaster* forecaster, QWidget* parent)
    : QScrollArea(parent)
    , m_document(document)
    , m_forecaster(forecaster)
{
    setObjectName(u"advicePanel"_s);
    setAccessibleName(tr("What the logs recommend"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    build();
    connect(m_document, &Document::factsChanged, this, &AdvicePanel::markStale);
    connect(m_document, &Document::witnessesChanged, this, &AdvicePanel::markStale);
    connect(m_document, &Document::demoChanged, this, &AdvicePanel::markStale);
    connect(m_document, &Document::policyChanged, this, [this](Direction direction) {
        if (direction == m_direction)
            markStale();
    });
    connect(m_forecaster, &Forecaster::pendingChanged, this, [this] {
        if (isVisible())
            refreshForecast();
    });
    connect(m_forecaster, &Forecaster::frontierChanged, this, [this] {
        if (isVisible())
            refreshRecommendation();
    });
}

void AdvicePanel::build()
{
    m_headline = new TextLabel(Rank::Headline);
    m_headline->setObjectName(u"planHeadline"_s);
    m_headline->setWordWrap(true);
    m_demo = new DemoBadge;
    m_subtitle = new TextLabel(Rank::Muted);
    m_subtitle->setObjectName(u"planSubtitle"_s);
    m_bar = new ShareBar;
    m_bar->setAccessibleName(tr("Accepted and lost mail under this policy"));

    m_recommendation = new Recommendation(m_document);

    m_required = new FigureTable(this);
    auto* required = new FigureView(m_required, tr("What is required"));
    required->setObjectName(u"planRequired"_s);
    required->setWideColumn(1);
    m_requiredBox = section(tr("What is required"), {required});

    m_cost = new StatementList;
    m_cost->setObjectName(u"planCost"_s);
    m_forecast = new TextLabel(Rank::Muted);
    m_forecast->setObjectName(u"planForecast"_s);
    m_costBox = section(tr("What it would have cost"), {m_cost, m_forecast});

    m_losers = new FigureTable(this);
    auto* losers = new FigureView(m_losers, tr("Who would be refused most"));
    losers->setObjectName(u"planLosers"_s);
    m_losersText = new TextLabel(Rank::Muted);
    m_losersBox = section(tr("Who would be refused most"), {losers, m_losersText});

    m_protects = new TextLabel(Rank::Body);
    m_protects->setObjectName(u"planProtects"_s);
    m_protectsBox = section(tr("What it protects"), {m_protects});

    m_stages = new StatementList;
    m_stages->setObjectName(u"planStages"_s);
    m_stagesBox = section(tr("Roll out in stages"), {m_stages});

    m_standard = new StatementList;
    m_standard->setObjectName(u"planStandard"_s);
    QWidget* standard = section(tr("The standard way, beside it or instead"), {m_standard});

    auto* first = new QHBoxLayout;
    first->addWidget(m_headline, 1);
    first->addWidget(m_demo, 0, Qt::AlignTop);
    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setMaximumWidth(widestContent);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(3 * style::unit, 2 * style::unit, 3 * style::unit, 3 * style::unit);
    column->setSpacing(2 * style::unit);
    column->addLayout(first);
    column->addWidget(m_subtitle);
    column->addWidget(m_bar);
    for (QWidget* box : {static_cast<QWidget*>(m_recommendation), m_requiredBox, m_costBox, m_losersBox, m_protectsBox,
             m_stagesBox, standard})
        column->addWidget(box);
    column->addStretch();
    setWidget(content);
}

void AdvicePanel::setDirection(Direction direction)
{
    if (direction == m_direction)
        return;
    m_direction = direction;
    markStale();
}

void AdvicePanel::setBudget(double share)
{
    m_recommendation->setBudget(share);
}

void AdvicePanel::markStale()
{
    const bool was = m_stale;
    m_stale = true;
    if (isVisible() && !was)
        QMetaObject::invokeMethod(this, &AdvicePanel::refresh, Qt::QueuedConnection); // many changes, one refresh
}

void AdvicePanel::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    m_forecaster->setBacktested(true);
    if (m_stale)
        refresh();
}

void AdvicePanel::hideEvent(QHideEvent* event)
{
    QScrollArea::hideEvent(event);
    m_forecaster->setBacktested(false);
}

void AdvicePanel::refresh()
{
    m_stale = false;
    m_figures = planFigures(m_document->simulation(m_direction));
    refreshHead();
    refreshRecommendation();
    refreshCost();
    refreshForecast();
    refreshStages();
    // Texts that have just been made know their height only once they have been shown; the area asks again then.
    QTimer::singleShot(0, this, [this] {
        widget()->layout()->invalidate();
        QCoreApplication::postEvent(widget(), new QEvent(QEvent::LayoutRequest));
    });
}

void AdvicePanel::refreshHead()
{
    const Simulation& simulation = m_document->simulation(m_direction);
    const Outcome& outcome = simulation.outcome();
    const TrafficSummary& traffic = m_document->traffic(m_direction);
    m_demo->setVisible(m_document->isDemo());
    const bool any = m_figures.requiredDomains > 0;
    if (m_direction == Direction::Submission)
        m_headline->setText(tr("Own users"));
    else if (isDemand(simulation.policy().byDefault))
        m_headline->setText(tr("Everybody must use TLS"));
    else if (any)
        m_headline->setText(tr("%Ln domain(s) must use TLS", nullptr, plural(m_figures.requiredDomains)));
    else
        m_headline->setText(tr("Nothing is required yet"));

    QStringList parts{words::text(m_direction)};
    if (traffic.total.messages > 0) {
        parts.append(style::period(dateOf(traffic.firstDay), dateOf(traffic.lastDay)));
        parts.append(outcome.isWhollyUnknown()
                ? tr("loss unknown")
                : tr("%1 lost", "a percentage of mail").arg(style::percent(outcome.lostWanted(), outcome.wanted())));
        parts.append(tr("%1 of the wanted mail protected")
                         .arg(style::percent(m_figures.protectedMessages, m_figures.wantedMessages)));
    } else {
        parts.append(tr("no mail in the logs"));
    }
    m_subtitle->setText(parts.join(u" · "_s));
    m_bar->setVisible(any);
    const DomainTraffic& total = traffic.total;
    const std::uint64_t legitimate = total.bySpam[static_cast<std::size_t>(SpamVerdict::Legitimate)];
    const std::uint64_t unlabelled = total.bySpam[static_cast<std::size_t>(SpamVerdict::Unlabelled)];
    const QString wanted = unlabelled == 0 ? tr("lost, legitimate")
        : legitimate == 0                  ? tr("lost, unlabelled")
                                           : tr("lost, not spam");
    m_bar->setParts({{tr("accepted"), style::Role::Accepted, static_cast<double>(outcome.accepted())},
        {wanted, style::Role::LostLegitimate, static_cast<double>(outcome.lostWanted())},
        {tr("lost, spam"), style::Role::LostSpam, static_cast<double>(outcome.of(Fate::Lost, SpamVerdict::Spam))},
        {tr("unknown"), style::Role::Unknown, static_cast<double>(outcome.unknown())}});

    using Table = FigureTable;
    std::vector<Table::Row> rows;
    for (const PlanFigures::Group& group : m_figures.groups) {
        QStringList names;
        for (const std::size_t row : group.busiest)
            names.append(figures::domain(simulation.traffic(row).key));
        QString whom = names.join(u", "_s);
        if (group.domains > group.busiest.size())
            whom = tr("%1 and %Ln more", "names of domains", plural(group.domains - group.busiest.size())).arg(whom);
        Table::Cell requirement = Table::words(figures::requirement(group.requirement));
        requirement.strong = true;
        rows.push_back(
            {requirement, Table::words(whom, whom), Table::number(group.domains), Table::number(group.messages)});
    }
    m_required->setContents({tr("Requirement"), m_direction == Direction::Outbound ? tr("Towards") : tr("Of whom"),
                                tr("Domains"), tr("Messages")},
        {2, 3}, std::move(rows));
    m_requiredBox->setVisible(any);
}

void AdvicePanel::refreshRecommendation()
{
    m_recommendation->setFrontier(m_direction, m_forecaster->frontier());
}

void AdvicePanel::refreshCost()
{
    const Simulation& simulation = m_document->simulation(m_direction);
    const Outcome& outcome = simulation.outcome();
    const bool any = m_figures.requiredDomains > 0;
    m_costBox->setVisible(any);
    m_protectsBox->setVisible(any);
    m_losersBox->setVisible(!m_figures.losers.empty());

    std::vector<StatementList::Statement> statements;
    const std::uint64_t legitimate = outcome.of(Fate::Lost, SpamVerdict::Legitimate);
    const std::uint64_t unlabelled = outcome.of(Fate::Lost, SpamVerdict::Unlabelled);
    const std::uint64_t spam = outcome.of(Fate::Lost, SpamVerdict::Spam);
    if (outcome.lost() == 0) {
        statements.push_back({u"0"_s, {}, tr("messages of %1 lost.").arg(style::count(outcome.total()))});
    } else {
        statements.push_back({style::count(outcome.lost()), {},
            tr("of %1 messages lost: %2 legitimate, %3 spam, %4 that no scanner has labelled.")
                .arg(style::count(outcome.total()), style::count(legitimate), style::count(spam),
                    style::count(unlabelled))});
    }
    const auto evidence = [&](EvidenceClass which, const QString& text) {
        const std::uint64_t count = outcome.lostByEvidence[static_cast<std::size_t>(which)];
        if (count > 0)
            statements.push_back({style::count(count), {}, text});
    };
    evidence(EvidenceClass::Never,
        tr("from hosts that have never met the requirement: gone until their owners change that."));
    evidence(EvidenceClass::Mixed,
        tr("from hosts that meet it at other times: refused with 4xx, most of it comes back as required."));
    evidence(EvidenceClass::Failed,
        tr("in clear after a failed handshake: this server's own TLS settings may be at fault, look at them first."));
    evidence(EvidenceClass::Unknown, tr("from hosts seen fewer than three times: too little to say."));
    if (outcome.unknown() > 0)
        statements.push_back({style::count(outcome.unknown()), {},
            tr("more whose TLS the log does not tell. They are neither counted as lost nor as accepted.")});
    m_cost->setStatements(statements);

    using Table = FigureTable;
    std::vector<Table::Row> rows;
    std::size_t muted = 0;
    for (const std::size_t row : m_figures.losers) {
        const DomainTraffic& domain = simulation.traffic(row);
        if (m_document->isMuted(domain.key)) {
            ++muted;
            continue;
        }
        const Outcome& ofDomain = simulation.outcome(row);
        const QString name = figures::domain(domain.key);
        const auto which = simulation.evidence(row, simulation.effective(row));
        Table::Cell lost = Table::number(ofDomain.lostWanted());
        lost.strong = true;
        Table::Cell bound = Table::words(tr("≤ %1").arg(style::percent(upperBound(ofDomain.lost(), domain.messages))));
        bound.raw = upperBound(ofDomain.lost(), domain.messages);
        rows.push_back({Table::words(name, name), lost, Table::number(domain.messages), bound,
            Table::words(which ? words::text(*which) : QString())});
    }
    m_losers->setContents({m_direction == Direction::Outbound ? tr("Next hop") : tr("Domain"), tr("Would lose"),
                              tr("Of messages"), tr("At most"), tr("Evidence")},
        {1, 2, 3}, std::move(rows));
    const std::size_t more = m_figures.losingDomains - m_figures.losers.size() + muted;
    m_losersText->setVisible(more > 0);
    m_losersText->setText(tr("and %Ln more domain(s)", nullptr, plural(more)));

    m_protects->setText(m_direction == Direction::Outbound
            ? tr("%1 of the wanted mail, %Ln message(s), is sent encrypted or not at all. Somebody between the servers "
                 "who "
                 "strips STARTTLS only delays "
                 "it. Encrypt alone does not check who answers: dane, verify and secure do.",
                nullptr, plural(m_figures.protectedMessages))
                  .arg(style::percent(m_figures.protectedMessages, m_figures.wantedMessages))
            : tr(
                "%1 of the wanted mail, %Ln message(s), can no longer be talked into plaintext by somebody between the "
                "servers who strips STARTTLS. "
                "It is the hop that is protected, not the message: from end to end only OpenPGP or S/MIME do that.",
                nullptr, plural(m_figures.protectedMessages))
                  .arg(style::percent(m_figures.protectedMessages, m_figures.wantedMessages)));
}

void AdvicePanel::refreshForecast()
{
    m_forecast->setText(forecastText());
}

QString AdvicePanel::forecastText() const
{
    if (m_forecaster->isPending())
        return tr("Forecasting the next period…");
    QStringList sentences;
    if (const std::optional<LossInterval>& interval = m_forecaster->interval()) {
        sentences.append(
            tr("Expected in the next period of the same length: %1 (%2).")
                .arg(figures::percentRange(interval->low, interval->high), style::percentRounded(interval->level)));
        if (const std::optional<Backtest>& test = m_forecaster->backtest()) {
            sentences.append(words::sentence(*test, PercentForm::Compact));
        }
        for (const QString& warning : words::warnings(m_forecaster->forecast(), m_document->simulation(m_direction),
                 PercentForm::Compact, figures::domain, m_document->choices().muted))
            sentences.append(warning);
    } else {
        sentences.append(words::sentence(m_forecaster->forecast(), PercentForm::Compact));
    }
    if (const NewCorrespondents& fresh = m_forecaster->newCorrespondents(); fresh.share > 0) {
        sentences.append(tr("About %1 of the next wanted mail comes from domains not seen yet; of those seen once, %2 "
                            "would have been lost.")
                             .arg(style::percent(fresh.share), style::percent(fresh.lostShare)));
    }
    return sentences.join(u' ');
}

void AdvicePanel::refreshStages()
{
    const Outcome& outcome = m_document->simulation(m_direction).outcome();
    m_stagesBox->setVisible(m_direction != Direction::Submission);
    std::vector<StatementList::Statement> stages;
    const std::uint64_t aWeek = m_figures.days == 0 ? 0 : (outcome.lost() * 7 + m_figures.days / 2) / m_figures.days;
    if (m_direction == Direction::Inbound) {
        QString auditing = tr(
            "Switch the audit files on. Postfix delivers everything and logs what it would refuse as reject_warning.");
        if (aWeek > 0)
            auditing += u' ' + tr("By this log that is about %Ln message(s) a week.", nullptr, plural(aWeek));
        auditing += u' ' + tr("Wait a week and compare.");
        stages.push_back({u"1"_s, tr("Audit: refuse nothing"), auditing});
        stages.push_back({u"2"_s, tr("Refuse later: 4xx"),
            tr("Senders keep the mail and try again for days. Those that can use TLS come back with it; write to the "
               "postmasters of those that "
               "cannot.")});
        stages.push_back({u"3"_s, tr("Refuse now: 5xx"),
            tr("Only when a week at 4xx brought no surprise. The sender learns at once that the message did not "
               "arrive.")});
        stages.push_back({u"4"_s, tr("Keep looking"),
            tr("Open the newer logs here each month: what lost nothing last month may lose something now.")});
    } else if (m_direction == Direction::Outbound) {
        stages.push_back({u"1"_s, tr("Audit: hold nothing back"),
            tr("Switch the audit files on. Every row still says may; the log tells what each delivery reached. Wait a "
               "week and compare.")});
        stages.push_back({u"2"_s, tr("Enforce a few"),
            tr("Start with partners whom you can call. What cannot be delivered is deferred, not lost: it stays in the "
               "queue for five days "
               "(maximal_queue_lifetime), then returns to its sender. Watch mailq.")});
        stages.push_back({u"3"_s, tr("Enforce the rest"), tr("When a week brought no surprise.")});
        stages.push_back({u"4"_s, tr("Keep looking"),
            tr("Certificates expire and keys roll over: test the stricter levels again before they bite.")});
    }
    m_stages->setStatements(stages);

    // What senders that check our policies met goes before what the standards say.
    std::vector<StatementList::Statement> standard = witnessStatements(*m_document, m_direction);
    if (m_direction == Direction::Inbound) {
        standard.push_back({{}, tr("RFC 3207, section 4"),
            tr("A publicly-referenced SMTP server must not require STARTTLS for local delivery. Rows for partners who "
               "agreed are one matter, a "
               "default for everybody another. And requiring TLS stops spam only until spammers adapt.")});
        standard.push_back({{}, tr("MTA-STS (RFC 8461) and DANE (RFC 7672)"),
            tr("Publish them, and senders that know them encrypt to this server or do not send, while the others still "
               "get through. A certificate "
               "is needed here, not at the sender.")});
        standard.push_back({{}, tr("TLS-RPT (RFC 8460)"),
            tr("Publish it first: the large senders then report every day what failed, before anything is enforced.")});
    } else if (m_direction == Direction::Outbound) {
        standard.push_back({{}, tr("DANE (RFC 7672)"),
            tr("smtp_tls_security_level = dane encrypts and authenticates wherever the other side has published TLSA "
               "records, and stays "
               "opportunistic elsewhere. It needs a validating resolver of your own.")});
        standard.push_back({{}, tr("MTA-STS (RFC 8461)"),
            tr("Postfix has no MTA-STS client of its own; a policy service behind smtp_tls_policy_maps adds it. Where "
               "both are published, DANE "
               "goes first.")});
    } else {
        standard.push_back({{}, tr("RFC 8314"),
            tr("Own users can be asked for TLS at once: use implicit TLS on port 465, or smtpd_tls_security_level = "
               "encrypt for the submission "
               "service in master.cf. Their programs show the error to them.")});
    }
    m_standard->setStatements(standard);
}

} // namespace waxseal
