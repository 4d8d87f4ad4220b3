// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/trafficpage.h"

#include "model/core/domainname.h"
#include "model/core/printable.h"
#include "widgets/charts/sharebar.h"
#include "widgets/charts/trafficchart.h"
#include "widgets/charts/versionchart.h"
#include "widgets/document/document.h"
#include "widgets/items/figures.h"
#include "widgets/pages/columnarea.h"
#include "widgets/pages/demobadge.h"
#include "widgets/pages/figuretable.h"
#include "widgets/pages/importreport.h"
#include "widgets/pages/picturenotes.h"
#include "widgets/pages/witnesspanel.h"
#include "widgets/style/icons.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"
#include "widgets/words/words.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using Rank = TextLabel::Rank;

namespace {

constexpr int listedDomains = 10;

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/** "50 431 inbound messages": whole sentences for each direction, since languages bend the adjective. */
QString messagesOf(Direction direction, std::uint64_t count)
{
    const int number = words::plural(count);
    switch (direction) {
    case Direction::Inbound:
        return TrafficPage::tr("%Ln inbound message(s)", nullptr, number);
    case Direction::Outbound:
        return TrafficPage::tr("%Ln outbound message(s)", nullptr, number);
    case Direction::Submission:
        return TrafficPage::tr("%Ln submitted message(s)", nullptr, number);
    }
    return {};
}

} // namespace

TrafficPage::TrafficPage(Document* document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
{
    setObjectName(u"trafficPage"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHeader());
    column->addWidget(new style::Hairline(this));
    column->addWidget(buildBody(), 1);

    connect(m_document, &Document::factsChanged, this, &TrafficPage::markStale);
    connect(m_document, &Document::demoChanged, this, &TrafficPage::markStale);
    markStale();
}

QWidget* TrafficPage::buildHeader()
{
    auto* header = new QWidget(this);
    m_headline = new TextLabel(Rank::Headline, header);
    m_headline->setObjectName(u"trafficHeadline"_s);
    m_subtitle = new TextLabel(Rank::Muted, header);
    m_subtitle->setObjectName(u"trafficSubtitle"_s);
    m_demo = new DemoBadge(header);
    m_bar = new ShareBar(header);
    m_bar->setAccessibleName(tr("Mail over TLS, in clear and unknown"));
    m_notCounted = new TextLabel(Rank::Muted, header);
    m_notCounted->setObjectName(u"trafficNotCounted"_s);

    auto* first = new QHBoxLayout;
    first->setSpacing(2 * style::unit);
    first->addWidget(m_headline);
    first->addWidget(m_subtitle, 1, Qt::AlignBottom);
    first->addWidget(m_demo, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(header);
    column->setContentsMargins(3 * style::unit, 2 * style::unit, 3 * style::unit, 2 * style::unit);
    column->setSpacing(style::unit);
    column->addLayout(first);
    column->addWidget(m_bar);
    column->addWidget(m_notCounted);
    return header;
}

QWidget* TrafficPage::section(const QString& title, QWidget* content, QLabel* explanation)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(2, 2, 2, 2);
    column->setSpacing(style::unit / 2);
    auto* heading = new TextLabel(Rank::Section, title, box);
    heading->setMinimumHeight(heading->sizeHint().height() + style::unit / 2);
    column->addWidget(heading);
    if (explanation != nullptr)
        column->addWidget(explanation);
    column->addWidget(content);
    return box;
}

QWidget* TrafficPage::buildBody()
{
    m_chart = new TrafficChart;
    m_chart->setObjectName(u"trafficChart"_s);
    m_chart->setMinimumHeight(250);
    m_chart->setLegendShown(false); // the bar above it has the same
    m_versions = new VersionChart;
    m_versions->setObjectName(u"trafficVersions"_s);
    m_versions->setTitle(tr("TLS versions"));
    m_ciphers = new VersionChart;
    m_ciphers->setObjectName(u"trafficCiphers"_s);
    m_ciphers->setTitle(tr("Ciphers"));
    m_trust = new VersionChart;
    m_trust->setObjectName(u"trafficTrust"_s);

    m_spam = new FigureTable(this);
    m_spamView = new FigureView(m_spam, tr("Spam and TLS"));
    m_spamView->setObjectName(u"trafficSpam"_s);
    m_spamText = new TextLabel(Rank::Muted);
    m_busiest = new FigureTable(this);
    auto* busiest = new FigureView(m_busiest, tr("Busiest domains"));
    busiest->setObjectName(u"trafficBusiest"_s);
    m_clear = new FigureTable(this);
    m_clearView = new FigureView(m_clear, tr("Domains in clear"));
    m_clearView->setObjectName(u"trafficClear"_s);
    m_clearText = new TextLabel(Rank::Muted);

    lead(busiest);
    lead(m_clearView);
    m_chart->setActivatable(true);
    connect(m_chart, &Chart::itemActivated, this, [this](int item) {
        const auto [first, last] = m_chart->daysOf(item);
        Q_EMIT daysRequested(first, last);
    });
    m_versions->setActivatable(true);
    connect(m_versions, &Chart::itemActivated, this, [this](int item) {
        if (m_versions->role(item) == style::Role::Plaintext)
            Q_EMIT plaintextRequested();
    });

    for (Chart* chart : std::initializer_list<Chart*>{m_chart, m_versions, m_ciphers, m_trust})
        chart->setPictureNotes([this] { return pictureNotes(*m_document, m_direction, false); });

    m_columns = new ColumnArea;
    m_columns->add(m_chart, 0, 0);
    m_columns->add(m_versions, 1, 1);
    m_columns->add(m_ciphers, 1, 1);
    m_columns->add(section(tr("Busiest domains"), busiest), 0, 2);
    m_columns->add(section(tr("Spam and TLS"), m_spamView, m_spamText), 1, 0);
    m_columns->add(section(tr("Most mail in clear"), m_clearView, m_clearText), 0, 2);
    m_columns->add(m_trust, 1, 1);

    m_nothing = new TextLabel(Rank::Body);
    m_report = new ImportReport;
    m_witnesses = new WitnessPanel(m_document);

    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(3 * style::unit, style::unit, 3 * style::unit, 3 * style::unit);
    column->setSpacing(3 * style::unit);
    column->addWidget(m_nothing);
    column->addWidget(m_columns);
    column->addWidget(m_witnesses);
    column->addWidget(m_report);
    column->addStretch();

    m_scroll = new QScrollArea;
    m_scroll->setObjectName(u"trafficScroll"_s);
    m_scroll->setAccessibleName(tr("What the logs say"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_scroll->setWidget(content);
    return m_scroll;
}

/** The rows of a table lead to their domains. */
void TrafficPage::lead(FigureView* view)
{
    view->setToolTip(tr("Double click or Enter: the domain in Policy"));
    connect(view, &FigureView::rowActivated, this, &TrafficPage::domainRequested);
    connect(view, &FigureView::rowMenuRequested, this,
        [this, view](const QString& key, const QPoint& position) { showRowMenu(view, key, position); });
}

void TrafficPage::showRowMenu(FigureView* view, const QString& key, const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"trafficMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setDefaultAction(menu->addAction(
        style::themedIcon(u"policy"_s), tr("Show in &Policy"), this, [this, key] { Q_EMIT domainRequested(key); }));
    menu->addAction(
        style::themedIcon(u"file"_s), tr("Show &Log Lines"), this, [this, key] { Q_EMIT linesRequested(key); });
    menu->addAction(
        style::themedIcon(u"tester"_s), tr("&Test Domain"), this, [this, key] { Q_EMIT testRequested(key); });
    menu->actions().last()->setEnabled(DomainName::parse(key.toStdString()).has_value());
    menu->addSeparator();
    menu->addAction(style::themedIcon(u"copy"_s), tr("&Copy Rows"), view, &FigureView::copySelection);
    menu->popup(position);
}

void TrafficPage::setDirection(Direction direction)
{
    if (direction == m_direction)
        return;
    m_direction = direction;
    markStale();
}

void TrafficPage::showReport()
{
    if (m_stale)
        refresh();
    // Once everything has its place.
    QTimer::singleShot(0, this, [this] {
        m_scroll->widget()->layout()->activate();
        m_scroll->verticalScrollBar()->setValue(m_report->y() - 2 * style::unit);
    });
}

void TrafficPage::markStale()
{
    m_stale = true;
    if (isVisible())
        refresh();
}

void TrafficPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void TrafficPage::refresh()
{
    m_stale = false;
    refreshHeader();
    const bool any = m_document->traffic(m_direction).total.messages > 0;
    m_columns->setVisible(any);
    m_nothing->setVisible(!any);
    if (any) {
        refreshCharts();
        refreshSpam();
        refreshDomains();
    } else if (m_direction == Direction::Submission) {
        m_nothing->setText(tr("No mail submitted by own users is in these logs."));
    } else {
        m_nothing->setText(m_direction == Direction::Outbound ? tr("No outbound mail is in these logs.")
                                                              : tr("No inbound mail is in these logs."));
    }
    m_report->setState(m_document->state());
}

void TrafficPage::refreshHeader()
{
    const TrafficSummary& traffic = m_document->traffic(m_direction);
    const DomainTraffic& total = traffic.total;
    const std::uint64_t known = total.messages - total.unknown;
    if (total.messages == 0)
        m_headline->setText(tr("No mail"));
    else if (known == 0)
        m_headline->setText(tr("TLS unknown"));
    else
        m_headline->setText(tr("%1 over TLS", "a percentage").arg(style::percent(total.overTls(), known)));

    QStringList parts{messagesOf(m_direction, total.messages)};
    if (total.messages > 0) {
        parts.append(tr("%Ln domain(s)", nullptr, static_cast<int>(traffic.domainCount)));
        parts.append(style::period(dateOf(traffic.firstDay), dateOf(traffic.lastDay)));
        if (total.unknown > 0)
            parts.append(tr("share of mail whose TLS is known"));
    }
    m_subtitle->setText(parts.join(u" · "_s));
    m_demo->setVisible(m_document->isDemo());
    m_bar->setVisible(total.messages > 0);
    m_bar->setParts({{tr("over TLS"), style::Role::Accepted, static_cast<double>(total.overTls())},
        {tr("unknown"), style::Role::Unknown, static_cast<double>(total.unknown)},
        {tr("plaintext"), style::Role::Plaintext, static_cast<double>(total.plaintext)}});

    const Excluded& excluded = m_document->import().excluded;
    m_notCounted->setText(tr("Not counted: %1 re-injected · %2 authenticated · %3 internal · %4 rejected")
                              .arg(style::count(excluded.reinjected), style::count(excluded.authenticated),
                                  style::count(excluded.internal), style::count(excluded.rejected))
        + (excluded.forwarded > 0 ? tr(" · %1 from forwarders").arg(style::count(excluded.forwarded)) : QString()));
    m_notCounted->setToolTip(tr(
        "Re-injected: the same message again, from a content filter. Authenticated: own users, counted as submission. "
        "Internal: from this host or an internal network. Rejected: refused by the server, so never a message."));
}

void TrafficPage::refreshCharts()
{
    const TrafficSummary& traffic = m_document->traffic(m_direction);
    m_chart->setTraffic(traffic);

    const auto versionCount
        = [&traffic](TlsVersion version) { return traffic.total.byVersion[static_cast<std::size_t>(version)]; };
    std::vector<VersionChart::Row> versions;
    for (const TlsVersion version :
        {TlsVersion::Tls13, TlsVersion::Tls12, TlsVersion::Tls11, TlsVersion::Tls10, TlsVersion::Other}) {
        if (versionCount(version) > 0)
            versions.push_back({words::text(version), versionCount(version), style::Role::Accepted});
    }
    // byVersion[Unknown] may hold mail in clear as well; what is over TLS in no named version is the rest.
    std::uint64_t named = 0;
    for (const VersionChart::Row& row : versions)
        named += row.messages;
    if (traffic.total.overTls() > named)
        versions.push_back({tr("TLS, version unknown"), traffic.total.overTls() - named, style::Role::Accepted});
    if (traffic.total.plaintext > 0)
        versions.push_back({tr("plaintext"), traffic.total.plaintext, style::Role::Plaintext});
    if (traffic.total.unknown > 0)
        versions.push_back({tr("unknown"), traffic.total.unknown, style::Role::Unknown});
    m_versions->setRows(tr("Version"), versions);

    std::vector<VersionChart::Row> ciphers;
    for (const TrafficSummary::Named& cipher : traffic.ciphers)
        ciphers.push_back({cipher.name.empty() ? tr("not named") : visibleText(std::string_view(cipher.name)),
            cipher.messages, style::Role::Accepted});
    m_ciphers->setVisible(!ciphers.empty());
    m_ciphers->setRows(tr("Cipher"), ciphers);

    m_trust->setTitle(m_direction == Direction::Outbound ? tr("Server certificates") : tr("Client certificates"));
    std::vector<VersionChart::Row> trust;
    for (const Trust word : {Trust::Verified, Trust::Trusted, Trust::Untrusted, Trust::Anonymous, Trust::Unknown}) {
        const std::uint64_t messages = traffic.byTrust[static_cast<std::size_t>(word)];
        if (messages > 0)
            trust.push_back(
                {words::text(word), messages, word == Trust::Unknown ? style::Role::Unknown : style::Role::Accepted});
    }
    m_trust->setVisible(!trust.empty());
    m_trust->setRows(tr("Certificate"), trust);
}

void TrafficPage::refreshSpam()
{
    using Table = FigureTable;
    const auto& spamByTls = m_document->traffic(m_direction).spamByTls;
    std::array<std::uint64_t, 3> columns{};
    std::vector<Table::Row> rows;
    for (const SpamVerdict verdict : {SpamVerdict::Spam, SpamVerdict::Legitimate, SpamVerdict::Unlabelled}) {
        const auto& counts = spamByTls[static_cast<std::size_t>(verdict)];
        for (std::size_t i = 0; i < columns.size(); ++i)
            columns[i] += counts[i];
        rows.push_back({Table::words(words::text(verdict)), Table::number(counts[0]), Table::number(counts[1]),
            Table::number(counts[2])});
    }
    const auto& spam = spamByTls[static_cast<std::size_t>(SpamVerdict::Spam)];
    const auto& legitimate = spamByTls[static_cast<std::size_t>(SpamVerdict::Legitimate)];
    // Of what a scanner has judged: unlabelled mail says nothing either way.
    Table::Row share{Table::words(tr("share of spam"), tr("Of the messages that a scanner has judged."))};
    for (std::size_t i = 0; i < columns.size(); ++i)
        share.push_back(Table::share(spam[i], spam[i] + legitimate[i]));
    for (Table::Cell& cell : share)
        cell.strong = true;
    rows.push_back(std::move(share));
    m_spam->setContents({tr("Verdict"), tr("Over TLS"), tr("Plaintext"), tr("Unknown")}, {1, 2, 3}, std::move(rows));

    const std::uint64_t judged = spam[0] + spam[1] + spam[2] + legitimate[0] + legitimate[1] + legitimate[2];
    m_spamView->setVisible(judged > 0);
    m_spamText->setText(judged > 0 ? tr("Requiring TLS does not stop spam for long: those who send it adapt.")
                                   : tr("No spam verdicts are in these logs. Log the scanner's verdict (amavis does) "
                                        "beside the mail log to see how much of a "
                                        "loss would be spam."));
}

void TrafficPage::refreshDomains()
{
    using Table = FigureTable;
    const Simulation& simulation = m_document->simulation(m_direction);
    const auto rowsOf = [&](const std::vector<std::size_t>& order) {
        std::vector<Table::Row> rows;
        for (const std::size_t at : order) {
            const DomainTraffic& domain = simulation.traffic(at);
            const QString text = figures::domain(domain.key);
            Table::Cell name = Table::words(text, text);
            name.key = fromUtf8(domain.key);
            rows.push_back({std::move(name), Table::number(domain.messages),
                Table::share(domain.overTls(), domain.messages - domain.unknown), Table::number(domain.plaintext)});
        }
        return rows;
    };
    const QStringList headers{m_direction == Direction::Outbound ? tr("Next hop") : tr("Domain"), tr("Messages"),
        tr("Over TLS"), tr("In clear")};

    std::vector<std::size_t> order(std::min<std::size_t>(listedDomains, simulation.domainCount()));
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i; // busiest first is the simulation's own order
    m_busiest->setContents(headers, {1, 2, 3}, rowsOf(order));

    std::vector<std::size_t> clear;
    std::uint64_t inClear = 0;
    int domains = 0;
    for (std::size_t i = 0; i < simulation.domainCount(); ++i) {
        if (simulation.traffic(i).plaintext == 0)
            continue;
        ++domains;
        inClear += simulation.traffic(i).plaintext;
        clear.push_back(i);
    }
    const auto count = std::min<std::size_t>(listedDomains, clear.size());
    std::partial_sort(clear.begin(), clear.begin() + static_cast<std::ptrdiff_t>(count), clear.end(),
        [&](std::size_t a, std::size_t b) {
            const std::uint64_t of_a = simulation.traffic(a).plaintext;
            const std::uint64_t of_b = simulation.traffic(b).plaintext;
            return of_a != of_b ? of_a > of_b : a < b;
        });
    clear.resize(count);
    std::uint64_t listed = 0;
    for (const std::size_t at : clear)
        listed += simulation.traffic(at).plaintext;
    m_clear->setContents(headers, {1, 2, 3}, rowsOf(clear));
    m_clearView->setVisible(!clear.empty());
    m_clearText->setText(clear.empty()
            ? tr("No mail came or went in clear.")
            : tr("%Ln domain(s) sent mail in clear; those listed stand for %1 of it.", nullptr, domains)
                  .arg(style::percent(listed, inClear)));
}

} // namespace waxseal
