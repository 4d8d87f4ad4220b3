// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/testerpage.h"

#include "widgets/controls/messagebar.h"
#include "widgets/document/document.h"
#include "widgets/style/icons.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"
#include "widgets/tester/advice.h"
#include "widgets/tester/deliverypanel.h"
#include "widgets/tester/deliverytable.h"
#include "widgets/tester/listdialog.h"
#include "widgets/tester/resultpanel.h"
#include "widgets/tester/resulttree.h"
#include "widgets/tester/savedsettings.h"
#include "widgets/tester/testbar.h"
#include "widgets/tester/testdetails.h"
#include "widgets/tester/testedlist.h"
#include "widgets/tester/testedmodel.h"
#include "widgets/tester/testrun.h"
#include "widgets/tester/testsettings.h"
#include "widgets/tester/testtexts.h"
#include "widgets/words/words.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLocale>
#include <QSet>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QUndoStack>
#include <QVBoxLayout>

#include <utility>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using style::unit;

namespace {

constexpr std::size_t mostProposed = 20; // own domains

/** How many addresses the logs name as those that took mail to these domains. */
int knownHosts(const Document& document, const std::vector<DomainName>& domains)
{
    if (document.import().facts == nullptr)
        return 0;
    const FactTable& facts = *document.import().facts;
    QSet<DomainId> asked;
    for (const DomainName& domain : domains)
        asked.insert(facts.domains.find(domain.ascii())); // what is not there is no row's domain
    std::vector<bool> seen(facts.hostCount());
    for (std::size_t row = 0; row < facts.size(); ++row) {
        const HostId host = facts.hostIdAt(row);
        if (facts.direction(row) == Direction::Outbound && host < seen.size() && asked.contains(facts.domain(row)))
            seen[host] = !facts.host(host).address.isNull();
    }
    return static_cast<int>(std::count(seen.begin(), seen.end(), true));
}

bool isOwn(const QString& key)
{
    const ProbeSettings settings = savedProbeSettings();
    return std::find(settings.ownDomains.begin(), settings.ownDomains.end(), key.toStdString())
        != settings.ownDomains.end();
}

} // namespace

TesterPage::TesterPage(Document* document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_actions(this)
    , m_bar(new TestBar(m_actions, this))
    , m_message(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_run(new TestRun(document, this))
{
    setObjectName(u"testerPage"_s);
    m_empty = makeEmpty();
    m_content = makeContent();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_content);
    m_message->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, unit, 0, 0);
    layout->setSpacing(unit);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(unit + unit / 2, 0, unit + unit / 2, 0);
    top->addWidget(m_bar);
    layout->addLayout(top);
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);

    connectActions();
    connectRun();
    connect(m_document, &Document::factsChanged, this, &TesterPage::countDomains);
    connect(m_message, &MessageBar::closed, this, [this] {
        // Closed without an answer: the batch is off. The button's own action comes first.
        m_asked.clear();
        refresh();
    });
    connect(m_document, &Document::replaced, this, [this] {
        m_asked.clear();
        m_details->setSummary({});
        m_message->hide();
        showNothing();
    });
    countDomains();
    showNothing();
}

TesterPage::~TesterPage() = default;

QWidget* TesterPage::makeEmpty()
{
    auto* page = new QWidget(m_stack);
    page->setObjectName(u"testerEmpty"_s);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto* title = new TextLabel(TextLabel::Rank::Headline, tr("Test a domain"), page);
    title->setAlignment(Qt::AlignCenter);
    auto* text = new TextLabel(TextLabel::Rank::Muted,
        tr("Type a domain above, or test all domains of the table. A test looks up the mail servers, opens at most "
           "four connections to each address, one at a time, and sends no mail. The answer: at which of Postfix's "
           "security levels mail to the domain is delivered, and why."),
        page);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    text->setFixedWidth(60 * unit); // short lines read well
    auto* layout = new QVBoxLayout(page);
    layout->setSpacing(2 * unit);
    layout->addStretch(2);
    layout->addWidget(new style::IconLabel(u"tester"_s, 9 * unit, page), 0, Qt::AlignHCenter);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    auto* middle = new QHBoxLayout; // not by alignment: that would give it the height of a single wide line
    middle->addStretch(1);
    middle->addWidget(text);
    middle->addStretch(1);
    layout->addLayout(middle);
    layout->addStretch(3);
    return page;
}

QWidget* TesterPage::makeContent()
{
    m_rows = new QSplitter(Qt::Vertical, m_stack);
    m_rows->setObjectName(u"testerRows"_s);
    m_columns = new QSplitter(Qt::Horizontal, m_rows);
    m_columns->setObjectName(u"testerColumns"_s);
    auto* left = new QWidget(m_columns);
    m_list = new TestedList(m_run->model(), left);
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(unit + unit / 2, 0, unit / 2, unit);
    leftLayout->addWidget(m_list);
    m_panel = new ResultPanel(m_columns);
    m_delivery = new DeliveryPanel({m_actions.apply, m_actions.again, m_actions.copy, m_actions.postmaster}, m_columns);
    m_columns->addWidget(left);
    m_columns->addWidget(m_panel);
    m_columns->addWidget(m_delivery);
    m_columns->setChildrenCollapsible(false);
    auto* below = new QWidget(m_rows);
    below->setBackgroundRole(QPalette::Base);
    below->setAutoFillBackground(true);
    m_details = new TestDetails(m_document, below);
    auto* belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins(unit + unit / 2, unit / 2, unit + unit / 2, unit / 2);
    belowLayout->addWidget(m_details);
    m_rows->addWidget(m_columns);
    m_rows->addWidget(below);
    m_rows->setCollapsible(0, false);
    resetLayout();
    m_list->setContextActions({m_actions.again, m_actions.copy, m_actions.postmaster});
    connect(m_list, &TestedList::currentChanged, this, [this](const QString& key) {
        if (key != m_shown)
            showDomain(key);
    });
    connect(m_details, &TestDetails::groupChosen, m_list, &TestedList::select);
    connect(m_details, &TestDetails::testChosen, this, [this](std::uint32_t place) { showDomain(m_shown, place); });
    return m_rows;
}

void TesterPage::connectActions()
{
    // Shortcuts hold in the whole window once the window has them in its menu bar.
    connect(m_bar, &TestBar::testRequested, this, &TesterPage::testTyped);
    connect(m_actions.domain, &QAction::triggered, this, [this] {
        Q_EMIT shown();
        m_bar->focusDomain();
    });
    connect(m_actions.all, &QAction::triggered, this, [this] { start(tableDomains(false)); });
    connect(m_actions.untested, &QAction::triggered, this, [this] { start(tableDomains(true)); });
    connect(m_actions.list, &QAction::triggered, this, &TesterPage::askForList);
    connect(m_actions.own, &QAction::triggered, this, &TesterPage::askForOwn);
    connect(m_actions.again, &QAction::triggered, this, [this] { test(m_shown); });
    connect(m_actions.others, &QAction::triggered, this, [this] { ask(m_run->remaining(), true); });
    connect(m_actions.confirm, &QAction::triggered, this, [this] { begin(std::exchange(m_asked, {}), m_askedGoesOn); });
    connect(m_actions.notTested, &QAction::triggered, this, [this] {
        std::vector<DomainName> domains;
        for (const QString& key : m_run->summary().notTested()) {
            if (auto name = DomainName::parse(key.toStdString()))
                domains.push_back(std::move(*name));
        }
        ask(std::move(domains), true);
    });
    connect(m_actions.apply, &QAction::triggered, this, &TesterPage::applyAdvice);
    connect(m_actions.pause, &QAction::triggered, this, [this] { m_run->setPaused(!m_run->isPaused()); });
    connect(m_actions.cancel, &QAction::triggered, m_run, &TestRun::cancel);
    connect(m_actions.copy, &QAction::triggered, this, &TesterPage::copyText);
    connect(m_actions.postmaster, &QAction::triggered, this, &TesterPage::copyForPostmaster);
    connect(m_actions.settings, &QAction::triggered, this, &TesterPage::editSettings);
}

void TesterPage::connectRun()
{
    connect(m_run, &TestRun::stateChanged, this, &TesterPage::refresh);
    connect(m_run, &TestRun::progressed, m_bar, &TestBar::setProgress);
    connect(m_run, &TestRun::heard, this, [this](const ProbeUpdate::Line& line) {
        m_details->addLine(line);
        m_panel->tree()->results()->addStep(line.host, line.address, line.line);
    });
    connect(m_run, &TestRun::finished, this, [this](const QStringList& domains) {
        if (m_shown.isEmpty())
            m_shown = domains.first();
        if (domains.contains(m_shown))
            showDomain(m_shown);
    });
    connect(m_run, &TestRun::noticed, this, &TesterPage::showNotice);
    connect(m_run, &TestRun::summarized, this, &TesterPage::showSummary);
    connect(m_run, &TestRun::cancelled, this, &TesterPage::showCancelled);
    connect(m_run, &TestRun::failed, this, [this](const Error& error) {
        m_message->show(MessageBar::Kind::Error, words::text(error), {m_actions.settings});
        showDomain(m_shown);
    });
}

void TesterPage::setDirection(Direction direction)
{
    m_direction = direction;
    countDomains();
}

void TesterPage::test(const QString& domain)
{
    m_bar->setDomain(shownDomain(domain));
    testTyped();
}

void TesterPage::testTyped()
{
    const QString typed = m_bar->domain();
    if (m_run->isRunning() || typed.isEmpty())
        return;
    const auto name = DomainName::parse(typed.toStdString());
    if (!name) {
        m_message->show(MessageBar::Kind::Warning,
            tr("“%1” is not a domain name. Type one such as example.com.").arg(typed.left(80)));
        return;
    }
    start({*name});
}

void TesterPage::start(std::vector<DomainName> domains)
{
    if (domains.size() > 1)
        ask(std::move(domains));
    else
        begin(std::move(domains), false);
}

/** Says what a batch would do, and waits for the answer in the window. */
void TesterPage::ask(std::vector<DomainName> domains, bool goesOn)
{
    if (m_run->isRunning() || domains.empty())
        return;
    Q_EMIT shown();
    m_asked = std::move(domains);
    m_askedGoesOn = goesOn;
    const int connections = savedProbeSettings().address.connections;
    //: %1 the most connections to one address.
    QString text
        = tr("Test %n domain(s)? At most %1 connections to each address of their mail hosts, one at a time. No mail is "
             "sent.",
            nullptr, static_cast<int>(m_asked.size()))
              .arg(connections);
    if (const int hosts = knownHosts(*m_document, m_asked); hosts > 0)
        text += u' '
            + tr("The logs know %n of these addresses, for which that makes %1 connections at most.", nullptr, hosts)
                  .arg(QLocale().toString(hosts * connections));
    m_message->show(MessageBar::Kind::Information, text, {m_actions.confirm});
    refresh();
}

void TesterPage::begin(std::vector<DomainName> domains, bool goesOn)
{
    if (m_run->isRunning() || domains.empty())
        return;
    Q_EMIT shown();
    m_message->hide();
    m_asked.clear();
    if (domains.size() > 1 && !goesOn)
        m_details->setSummary({});
    const bool single = domains.size() == 1;
    const QString first = QString::fromStdString(domains.front().ascii());
    m_stack->setCurrentWidget(m_content);
    if (single)
        watch(first);
    m_run->start(std::move(domains), goesOn);
    if (single)
        m_list->setCurrent(first);
    else if (m_shown.isEmpty())
        showDomain(first);
}

void TesterPage::showSummary()
{
    const BatchSummary& summary = m_run->summary();
    m_details->setSummary(summary.groups());
    const auto left = static_cast<int>(summary.notTested().size());
    if (m_run->hasRemaining() || !m_message->isHidden())
        return; // cancelled, or a message of the run: that says more
    const QString text = tr("%n domain(s) tested.", nullptr, summary.domainCount());
    if (left == 0)
        m_message->show(MessageBar::Kind::Information, text);
    else
        m_message->show(MessageBar::Kind::Warning,
            text + u' ' + tr("%n of them could not be tested, or not at every level.", nullptr, left),
            {m_actions.notTested});
}

/** The advice becomes the requirement of the domain's outbound mail; one step to undo. */
void TesterPage::applyAdvice()
{
    if (m_result.facts == nullptr)
        return;
    const std::optional<SenderLevel> level = advisedLevel(*m_result.facts);
    const std::optional<Requirement> requirement
        = level ? Requirement::parse(name(*level), Direction::Outbound) : std::nullopt;
    if (!requirement)
        return;
    m_document->require(Direction::Outbound, {Scope{m_result.facts->domain, false}}, requirement);
    m_message->show(MessageBar::Kind::Information, m_document->undoStack()->undoText());
    refresh();
}

void TesterPage::watch(const QString& domain)
{
    m_shown = domain;
    m_result = {};
    m_panel->begin(domain);
    m_delivery->clearFacts(tr("The test is under way."));
    m_details->begin();
}

std::vector<DomainName> TesterPage::tableDomains(bool onlyUntested) const
{
    // The table's order, the largest first. What is no host name cannot be tested: the null sender, a relay in
    // brackets.
    std::vector<DomainName> domains;
    const Simulation& simulation = m_document->simulation(m_direction);
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        const std::string_view key = simulation.traffic(row).key;
        if (onlyUntested
            && m_document->tests().find(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()))) != nullptr)
            continue;
        if (auto name = DomainName::parse(key))
            domains.push_back(std::move(*name));
    }
    return domains;
}

void TesterPage::countDomains()
{
    m_tableDomains = static_cast<int>(tableDomains(false).size());
    m_actions.all->setText(
        m_tableDomains > 0 ? tr("Test &All %n Domain(s)", nullptr, m_tableDomains) : tr("Test &All Domains"));
    refresh();
}

void TesterPage::askForList()
{
    Q_EMIT shown();
    auto* dialog = new ListDialog(tr("Test a List"),
        tr("Paste domains or addresses here, or load a file. Each domain is tested once; no mail is sent."), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { start(dialog->domains()); });
    dialog->open();
}

void TesterPage::askForOwn()
{
    Q_EMIT shown();
    auto* dialog = new ListDialog(tr("Test Own Domains"),
        tr("What the world sees of your own mail servers. Here MAIL FROM:<> is said in clear too, to see whether TLS "
           "is "
           "required; never a recipient, never a message. The list is kept in the test settings."),
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QStringList own = savedOwnDomains();
    if (own.isEmpty()) {
        // Who is logged in sends from our own domains.
        const Simulation& submission = m_document->simulation(Direction::Submission);
        for (std::size_t row = 0; row < std::min(submission.domainCount(), mostProposed); ++row) {
            if (const auto name = DomainName::parse(submission.traffic(row).key))
                own.append(QString::fromStdString(name->display()));
        }
    }
    dialog->setDomains(own);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        saveOwnDomains(dialog->domains());
        start(dialog->domains());
    });
    dialog->open();
}

void TesterPage::editSettings()
{
    Q_EMIT shown();
    auto* dialog = new TestSettingsDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void TesterPage::showNotice(ProbeNotice notice)
{
    switch (notice) {
    case ProbeNotice::PortBlocked:
        m_message->show(MessageBar::Kind::Warning,
            tr("No server answers on port %1: this network seems to block it, as many do. Test from the mail server "
               "itself, or set a SOCKS5 proxy.")
                .arg(savedProbeSettings().port),
            {m_actions.settings});
        break;
    case ProbeNotice::NoValidation:
        m_message->show(MessageBar::Kind::Warning,
            tr("The resolver does not pass DNSSEC on, so DANE cannot be judged. Choose another resolver."),
            {m_actions.settings});
        break;
    }
}

void TesterPage::showCancelled(int left)
{
    if (left > 0)
        m_message->show(MessageBar::Kind::Information, tr("Cancelled. %n domain(s) were not tested.", nullptr, left),
            {m_actions.others});
    if (m_result.facts == nullptr)
        showDomain(m_shown);
}

void TesterPage::refresh()
{
    const bool running = m_run->isRunning();
    const bool idle = !running;
    m_bar->setRunning(running, m_run->isPaused());
    m_actions.all->setEnabled(idle && m_tableDomains > 0);
    m_actions.untested->setEnabled(idle && m_tableDomains > 0);
    m_actions.list->setEnabled(idle);
    m_actions.own->setEnabled(idle);
    m_actions.settings->setEnabled(idle);
    m_actions.again->setEnabled(idle && !m_shown.isEmpty());
    m_actions.others->setEnabled(idle && m_run->hasRemaining());
    m_actions.confirm->setEnabled(idle && !m_asked.empty());
    m_actions.notTested->setEnabled(idle && !m_run->summary().notTested().isEmpty());
    refreshAdvice();
    m_actions.pause->setEnabled(running);
    m_actions.pause->setChecked(m_run->isPaused());
    m_actions.cancel->setEnabled(running);
    m_actions.copy->setEnabled(m_result.facts != nullptr);
    m_actions.postmaster->setEnabled(
        m_result.facts != nullptr && !isOwn(m_shown) && !postmasterMessage(*m_result.facts).isEmpty());
    if (idle && m_run->model()->rowCount() == 0)
        m_stack->setCurrentWidget(m_empty);
}

void TesterPage::refreshAdvice()
{
    const std::optional<SenderLevel> level = m_result.facts != nullptr && m_result.isLatest && !isOwn(m_shown)
        ? advisedLevel(*m_result.facts)
        : std::nullopt;
    m_actions.apply->setEnabled(level.has_value());
    m_actions.apply->setText(level ? tr("Re&quire %1").arg(levelText(*level)) : tr("Re&quire This"));
}

void TesterPage::showNothing()
{
    m_shown.clear();
    m_result = {};
    m_panel->setNothing({}, tr("Choose a domain in the list."));
    m_delivery->clearFacts({});
    m_details->clearResult();
    m_stack->setCurrentWidget(m_run->model()->rowCount() > 0 ? m_content : m_empty);
    refresh();
}

void TesterPage::showResult(const QString& domain)
{
    if (m_document->tests().find(domain) == nullptr)
        return;
    Q_EMIT shown();
    m_stack->setCurrentWidget(m_content);
    showDomain(domain);
}

void TesterPage::showDomain(const QString& key, std::optional<std::uint32_t> place)
{
    m_shown = key;
    if (key.isEmpty()) {
        showNothing();
        return;
    }
    m_result = readTest(*m_document, key, place);
    if (m_result.facts != nullptr) {
        m_panel->setResult(m_result);
        m_delivery->setFacts(*m_result.facts, isOwn(key));
        m_details->setResult(m_result);
    } else {
        m_panel->setNothing(key, m_run->isRunning() ? tr("Waiting for its turn…") : tr("Not tested yet."));
        m_delivery->clearFacts({});
        m_details->clearResult();
    }
    m_list->setCurrent(key);
    refresh();
}

void TesterPage::copyText()
{
    if (m_result.facts != nullptr)
        QApplication::clipboard()->setText(m_panel->text() + u'\n' + m_delivery->text());
}

void TesterPage::copyForPostmaster()
{
    if (m_result.facts != nullptr)
        QApplication::clipboard()->setText(postmasterMessage(*m_result.facts));
}

void TesterPage::saveLayout(QSettings& settings) const
{
    settings.setValue(u"tester/columns"_s, m_columns->saveState());
    settings.setValue(u"tester/rows"_s, m_rows->saveState());
    settings.setValue(u"tester/list"_s, m_list->columnState());
}

void TesterPage::restoreLayout(const QSettings& settings)
{
    m_columns->restoreState(settings.value(u"tester/columns"_s).toByteArray());
    m_rows->restoreState(settings.value(u"tester/rows"_s).toByteArray());
    m_list->restoreColumnState(settings.value(u"tester/list"_s).toByteArray());
}

void TesterPage::resetLayout()
{
    // Shares; the splitters turn them into pixels.
    m_columns->setSizes({290, 460, 450});
    m_rows->setSizes({720, 230});
}

} // namespace waxseal
