// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/testerpage.h"

#include "model/core/domainname.h"
#include "probe/verdict/comparison.h"
#include "probe/verdict/findings.h"
#include "probe/verdict/probeevidence.h"
#include "probe/verdict/resultjson.h"
#include "widgets/controls/messagebar.h"
#include "widgets/document/document.h"
#include "widgets/items/verdicts.h"
#include "widgets/style/icons.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"
#include "widgets/tester/deliverytable.h"
#include "widgets/tester/resulttree.h"
#include "widgets/tester/testedmodel.h"
#include "widgets/tester/testsettings.h"
#include "widgets/words/words.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;

namespace {

QString fromStd(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString shownName(const QString& key)
{
    const auto name = DomainName::parse(key.toStdString());
    return name ? fromStd(name->display()) : key;
}

QString timeText(const QDateTime& time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

QPlainTextEdit* fixedView(const QString& objectName, const QString& accessibleName, QWidget* parent)
{
    auto* view = new QPlainTextEdit(parent);
    view->setObjectName(objectName);
    view->setAccessibleName(accessibleName);
    view->setReadOnly(true);
    view->setFont(style::fixedFont(view->font()));
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setFrameShape(QFrame::NoFrame);
    view->setMaximumBlockCount(20000);
    view->setTabChangesFocus(true);
    return view;
}

/** "0.021  #1 < 250-STARTTLS": seconds, connection, direction (= is a remark), text. */
QString transcriptLine(const TranscriptLine& line)
{
    constexpr std::string_view signs = "=><";
    return QString::number(line.millisecond / 1000.0, 'f', 3) + u"  #"_s + QString::number(line.connection) + u' '
        + QLatin1Char(signs[static_cast<std::size_t>(line.kind)]) + u' ' + fromStd(line.text);
}

QString certificateText(const CertificateFacts& certificate)
{
    QStringList names;
    for (const std::string& name : certificate.names)
        names.append(fromStd(name));
    const auto date = [](std::int64_t seconds) -> QString {
        return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC), QLocale::ShortFormat) + u" UTC"_s;
    };
    return TesterPage::tr(
        "Subject: %1\nIssuer: %2\nNames: %3\nValid: %4 to %5\nKey: %6, %n bit(s)\nSignature: %7\nSHA-256: %8\n",
        nullptr, certificate.keyBits)
        .arg(fromStd(certificate.subject), fromStd(certificate.issuer), names.join(u", "_s),
            date(certificate.notBefore), date(certificate.notAfter), fromStd(certificate.keyType),
            fromStd(certificate.signature), fromStd(certificate.sha256));
}

} // namespace

TesterPage::TesterPage(Document* document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_tested(new TestedModel(this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_runner(new ProbeRunner(this))
{
    setObjectName(u"testerPage"_s);
    m_proxy->setSourceModel(m_tested);
    m_proxy->setSortRole(TestedModel::SortRole);
    m_proxy->setFilterKeyColumn(TestedModel::Domain);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);

    auto* columns = new QSplitter(Qt::Horizontal, this);
    columns->setObjectName(u"testerColumns"_s);
    columns->addWidget(makeList());
    columns->addWidget(makeResult());
    columns->addWidget(makeDelivery());
    columns->setStretchFactor(0, 3);
    columns->setStretchFactor(1, 5);
    columns->setStretchFactor(2, 4);
    columns->setChildrenCollapsible(false);
    auto* rows = new QSplitter(Qt::Vertical, this);
    rows->setObjectName(u"testerRows"_s);
    rows->addWidget(columns);
    rows->addWidget(makeDetails());
    rows->setStretchFactor(0, 3);
    rows->setStretchFactor(1, 1);

    m_message = new MessageBar(this);
    m_message->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::unit, style::unit, style::unit, style::unit);
    layout->setSpacing(style::unit);
    layout->addWidget(makeBar());
    layout->addWidget(m_message);
    layout->addWidget(rows, 1);

    connect(m_runner, &ProbeRunner::updated, this, &TesterPage::takeUpdate);
    connect(m_document, &Document::factsChanged, this, [this] {
        reloadRecords();
        refreshActions();
    });
    reloadRecords();
    refreshActions();
}

TesterPage::~TesterPage() = default;

QWidget* TesterPage::makeBar()
{
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins({});
    layout->setSpacing(style::unit);
    m_domain = new QLineEdit(bar);
    m_domain->setObjectName(u"testDomain"_s);
    m_domain->setPlaceholderText(tr("Domain, such as example.com"));
    m_domain->setAccessibleName(tr("Domain to test"));
    m_domain->setClearButtonEnabled(true);
    m_domain->setMaxLength(1024);
    m_domain->setMinimumWidth(220);
    m_test = new QPushButton(tr("&Test"), bar);
    m_test->setObjectName(u"testButton"_s);
    m_testAll = new QPushButton(bar);
    m_testAll->setObjectName(u"testAllButton"_s);
    m_pause = new QPushButton(tr("Pa&use"), bar);
    m_pause->setCheckable(true);
    m_cancel = new QPushButton(tr("&Cancel"), bar);
    m_cancel->setObjectName(u"cancelTests"_s);
    m_progressText = new QLabel(bar);
    m_progressText->setObjectName(u"testProgress"_s);
    m_progress = new QProgressBar(bar);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the tests"));
    m_progress->setFixedWidth(160);
    m_settings = new QToolButton(bar);
    m_settings->setIcon(style::themedIcon(u"settings"_s));
    m_settings->setToolTip(tr("Test settings: resolver, certificates, port, proxy"));
    m_settings->setAccessibleName(tr("Test settings"));
    m_settings->setAutoRaise(true);
    layout->addWidget(m_domain, 1);
    layout->addWidget(m_test);
    layout->addSpacing(style::unit);
    layout->addWidget(m_testAll);
    layout->addWidget(m_pause);
    layout->addWidget(m_cancel);
    layout->addStretch(1);
    layout->addWidget(m_progressText);
    layout->addWidget(m_progress);
    layout->addWidget(m_settings);
    connect(m_domain, &QLineEdit::returnPressed, this, &TesterPage::testTyped);
    connect(m_domain, &QLineEdit::textChanged, this, &TesterPage::refreshActions);
    connect(m_test, &QPushButton::clicked, this, &TesterPage::testTyped);
    connect(m_testAll, &QPushButton::clicked, this, &TesterPage::testAll);
    connect(m_cancel, &QPushButton::clicked, this, &TesterPage::cancel);
    connect(m_pause, &QPushButton::toggled, this, [this](bool paused) {
        m_runner->setPaused(paused);
        m_pause->setText(paused ? tr("&Resume") : tr("Pa&use"));
    });
    connect(m_settings, &QToolButton::clicked, this, [this] {
        auto* dialog = new TestSettingsDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    return bar;
}

QWidget* TesterPage::makeList()
{
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(style::unit);
    auto* filter = new QLineEdit(box);
    filter->setPlaceholderText(tr("Filter"));
    filter->setAccessibleName(tr("Filter the tested domains"));
    filter->setClearButtonEnabled(true);
    m_list = new QTableView(box);
    m_list->setObjectName(u"testedList"_s);
    m_list->setAccessibleName(tr("Tested domains"));
    m_list->setModel(m_proxy);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(TestedModel::Domain, Qt::AscendingOrder);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setShowGrid(false);
    m_list->setTabKeyNavigation(false);
    m_list->verticalHeader()->hide();
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_list->horizontalHeader()->setSectionResizeMode(TestedModel::Domain, QHeaderView::Stretch);
    m_list->horizontalHeader()->resizeSection(TestedModel::Strictest, 110);
    m_list->horizontalHeader()->hideSection(TestedModel::Tested);
    layout->addWidget(filter);
    layout->addWidget(m_list, 1);
    connect(filter, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TesterPage::showCurrent);
    return box;
}

QWidget* TesterPage::makeResult()
{
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(style::unit, 0, style::unit, 0);
    layout->setSpacing(style::unit / 2);
    m_headline = new TextLabel(TextLabel::Rank::Headline, box);
    m_headline->setObjectName(u"testHeadline"_s);
    m_subtitle = new TextLabel(TextLabel::Rank::Muted, box);
    m_subtitle->setObjectName(u"testSubtitle"_s);
    m_subtitle->setWordWrap(true);
    m_tree = new ResultTree(box);
    layout->addWidget(m_headline);
    layout->addWidget(m_subtitle);
    layout->addWidget(m_tree, 1);
    return box;
}

QWidget* TesterPage::makeDelivery()
{
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(style::unit, 0, style::unit, 0);
    layout->setSpacing(style::unit);
    layout->addWidget(new TextLabel(TextLabel::Rank::Section, tr("Would mail to this domain be delivered?"), content));
    m_delivery = new DeliveryTable(content);
    layout->addWidget(m_delivery, 1);
    layout->addWidget(new TextLabel(TextLabel::Rank::Section, tr("What to do"), content));
    m_advice = new TextLabel(TextLabel::Rank::Body, content);
    m_advice->setObjectName(u"testAdvice"_s);
    m_advice->setWordWrap(true);
    layout->addWidget(m_advice);
    auto* buttons = new QHBoxLayout;
    m_again = new QPushButton(tr("Test A&gain"), content);
    m_copy = new QPushButton(tr("Cop&y as Text"), content);
    m_postmaster = new QPushButton(tr("Copy a &Message to Its Postmaster"), content);
    buttons->addWidget(m_again);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_postmaster);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    connect(m_again, &QPushButton::clicked, this, [this] { test(m_shown); });
    connect(m_copy, &QPushButton::clicked, this, &TesterPage::copyText);
    connect(m_postmaster, &QPushButton::clicked, this, &TesterPage::copyForPostmaster);
    return content;
}

QWidget* TesterPage::makeDetails()
{
    m_details = new QTabWidget(this);
    m_details->setObjectName(u"testDetails"_s);
    m_details->setDocumentMode(true);
    m_transcript = fixedView(u"transcript"_s, tr("Transcript"), m_details);
    m_certificate = fixedView(u"certificate"_s, tr("Certificate"), m_details);
    m_dns = fixedView(u"dnsAnswers"_s, tr("DNS answers"), m_details);
    m_history = fixedView(u"history"_s, tr("History"), m_details);
    m_details->addTab(m_transcript, tr("Transcript"));
    m_details->addTab(m_certificate, tr("Certificate"));
    m_details->addTab(m_dns, tr("DNS answers"));
    m_details->addTab(m_history, tr("History"));
    return m_details;
}

void TesterPage::setDirection(Direction direction)
{
    m_direction = direction;
    refreshActions();
}

void TesterPage::test(const QString& domain)
{
    m_domain->setText(domain);
    testTyped();
}

void TesterPage::testTyped()
{
    if (m_runner->isRunning())
        return;
    const auto name = DomainName::parse(m_domain->text().trimmed().toStdString());
    if (!name) {
        if (!m_domain->text().trimmed().isEmpty())
            m_message->show(MessageBar::Kind::Warning,
                tr("“%1” is not a domain name. Type one such as example.com.")
                    .arg(m_domain->text().trimmed().left(80)));
        return;
    }
    m_shown = fromStd(name->ascii());
    m_facts.reset();
    m_headline->setText(shownName(m_shown));
    m_subtitle->setText(tr("Testing…"));
    m_tree->clear();
    m_delivery->clearFacts();
    m_advice->clear();
    m_transcript->clear();
    m_details->setCurrentWidget(m_transcript);
    start({*name}, true);
}

void TesterPage::testAll()
{
    if (m_runner->isRunning())
        return;
    // Mail is delivered to recipients' domains; a sender's domain is tested for what its own MX would do.
    std::vector<DomainName> domains;
    const Simulation& simulation = m_document->simulation(m_direction);
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        if (auto name = DomainName::parse(simulation.traffic(row).key))
            domains.push_back(std::move(*name));
    }
    start(std::move(domains), false);
}

void TesterPage::start(std::vector<DomainName> domains, bool lines)
{
    std::vector<TestedModel::Row> rows;
    rows.reserve(domains.size());
    for (const DomainName& domain : domains) {
        const QString key = fromStd(domain.ascii());
        TestedModel::Row row{key, shownName(key), {}, {}, true};
        if (const int known = m_tested->rowOf(key); known >= 0) {
            row = m_tested->row(known);
            row.waiting = true;
        }
        rows.push_back(std::move(row));
    }
    m_tested->put(rows);
    m_message->hide();
    m_pause->setChecked(false);
    m_progressText->clear();
    m_runner->start(std::move(domains), savedProbeSettings(), lines);
    refreshActions();
}

void TesterPage::cancel()
{
    m_runner->cancel();
    runEnded({});
    if (const auto left = m_runner->remaining().size(); left > 0) {
        auto* resume = new QAction(tr("Test the Others"), this);
        connect(resume, &QAction::triggered, this, [this] {
            if (!m_runner->isRunning())
                start(std::vector<DomainName>(m_runner->remaining()), false);
        });
        m_message->show(MessageBar::Kind::Information,
            tr("Cancelled. %n domain(s) were not tested.", nullptr, static_cast<int>(left)), {resume});
    }
}

void TesterPage::takeUpdate(const ProbeUpdate& update)
{
    for (const ProbeUpdate::Line& line : update.lines)
        m_transcript->appendPlainText(
            fromStd(line.host) + u" ["_s + fromStd(line.address.text()) + u"]  "_s + transcriptLine(line.line));
    for (const ProbeNotice notice : update.notices)
        showNotice(notice);
    if (!update.finished.empty())
        takeResults(update.finished);
    showProgress(update.progress);
    if (update.ended)
        runEnded(update.error);
}

void TesterPage::takeResults(const std::vector<std::shared_ptr<const DomainFacts>>& finished)
{
    std::vector<TestedModel::Row> rows;
    std::vector<Workspace::ProbeRecord> records;
    bool showsCurrent = false;
    for (const auto& facts : finished) {
        Workspace::ProbeRecord record = probeRecord(*facts);
        rows.push_back({record.domain, shownName(record.domain), strictestDelivered(record.json), record.time, false});
        showsCurrent = showsCurrent || record.domain == m_shown;
        records.push_back(std::move(record));
    }
    m_tested->put(rows);
    m_document->addProbes(std::move(records));
    if (showsCurrent)
        showFacts(m_shown);
}

void TesterPage::showProgress(const ProbeProgress& progress)
{
    m_progress->setMaximum(static_cast<int>(progress.domains));
    m_progress->setValue(static_cast<int>(progress.domainsDone));
    if (progress.domains < 2) {
        m_progressText->setText(tr("%n connection(s)", nullptr, static_cast<int>(progress.connections)));
        return;
    }
    const QLocale locale;
    QString text = tr("%1 of %2")
                       .arg(locale.toString(static_cast<qulonglong>(progress.domainsDone)),
                           locale.toString(static_cast<qulonglong>(progress.domains)));
    if (progress.secondsElapsed > 0.5)
        text += u" · "_s
            + tr("%1 per second")
                  .arg(locale.toString(static_cast<double>(progress.domainsDone) / progress.secondsElapsed, 'f', 1));
    if (progress.secondsLeft >= 0)
        text += u" · "_s + tr("%n second(s) left", nullptr, static_cast<int>(progress.secondsLeft + 0.5));
    m_progressText->setText(text);
}

void TesterPage::showNotice(ProbeNotice notice)
{
    switch (notice) {
    case ProbeNotice::PortBlocked:
        m_message->show(MessageBar::Kind::Warning,
            tr("No server answers: this network seems to block the SMTP port. Test from the mail server itself, or set "
               "a SOCKS5 proxy in the test settings."));
        break;
    case ProbeNotice::NoValidation:
        m_message->show(MessageBar::Kind::Warning,
            tr("The resolver does not pass DNSSEC on, so DANE cannot be judged. Choose another resolver in the test "
               "settings."));
        break;
    }
}

void TesterPage::runEnded(const std::optional<Error>& error)
{
    m_tested->stopWaiting();
    if (error && error->code != ErrorCode::Cancelled)
        m_message->show(MessageBar::Kind::Error, words::text(*error));
    if (m_facts == nullptr && !m_shown.isEmpty())
        showFacts(m_shown);
    refreshActions();
}

void TesterPage::refreshActions()
{
    const bool running = m_runner->isRunning();
    const int domains = static_cast<int>(m_document->simulation(m_direction).domainCount());
    m_test->setEnabled(!running && !m_domain->text().trimmed().isEmpty());
    m_testAll->setText(tr("Test %n Domain(s)", nullptr, domains));
    m_testAll->setEnabled(!running && domains > 0);
    m_testAll->setToolTip(
        tr("Tests every domain of the table, at most four connections to a server, one at a time. Sends no mail."));
    m_pause->setVisible(running);
    m_cancel->setVisible(running);
    m_progress->setVisible(running);
    m_progressText->setVisible(running);
    m_settings->setEnabled(!running);
    const bool hasFacts = m_facts != nullptr;
    m_again->setEnabled(!running && !m_shown.isEmpty());
    m_copy->setEnabled(hasFacts);
    m_postmaster->setEnabled(hasFacts);
}

void TesterPage::reloadRecords()
{
    QHash<QString, TestedModel::Row> latest;
    for (const Workspace::ProbeRecord& record : m_document->probes())
        latest.insert(record.domain,
            {record.domain, shownName(record.domain), strictestDelivered(record.json), record.time, false});
    m_tested->clear();
    m_tested->put({latest.cbegin(), latest.cend()});
    if (m_shown.isEmpty() || m_tested->rowOf(m_shown) < 0) {
        m_shown.clear();
        m_facts.reset();
        m_headline->setText(tr("Test a domain"));
        m_subtitle->setText(tr("Type a domain above, or test all domains of the table. The test looks up its mail "
                               "servers, opens at most four connections to each "
                               "address, one at a time, and sends no mail."));
        m_tree->clear();
        m_delivery->clearFacts();
        m_advice->setText(tr(
            "The answer stands here: at which of Postfix's security levels mail to the domain is delivered, and why."));
    }
}

void TesterPage::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid())
        showFacts(current.siblingAtColumn(TestedModel::Domain).data(TestedModel::KeyRole).toString());
}

void TesterPage::showFacts(const QString& key)
{
    std::shared_ptr<const DomainFacts> facts;
    std::shared_ptr<const DomainFacts> before;
    const auto& records = m_document->probes();
    for (auto record = records.rbegin(); record != records.rend() && before == nullptr; ++record) {
        if (record->domain != key)
            continue;
        Result<DomainFacts> read = domainFromJson(record->json);
        if (!read)
            continue;
        (facts == nullptr ? facts : before) = std::make_shared<const DomainFacts>(std::move(*read));
    }
    m_shown = key;
    m_headline->setText(shownName(key));
    m_facts = facts;
    refreshActions();
    if (facts == nullptr) {
        m_subtitle->setText(m_runner->isRunning() ? tr("Waiting for its turn…") : tr("Not tested yet."));
        m_tree->clear();
        m_delivery->clearFacts();
        m_advice->clear();
        return;
    }
    QString subtitle = tr("Tested %1").arg(timeText(QDateTime::fromSecsSinceEpoch(facts->time, Qt::UTC)));
    if (before != nullptr) {
        QStringList changes;
        for (const ProbeChange& change : compareProbes(*before, *facts))
            changes.append(changeText(change));
        constexpr qsizetype most = 3;
        subtitle += u" · "_s
            + (changes.isEmpty() ? tr("nothing has changed since %1")
                                       .arg(timeText(QDateTime::fromSecsSinceEpoch(before->time, Qt::UTC)))
                                 : changes.mid(0, most).join(u" "_s));
        m_subtitle->setToolTip(changes.join(u'\n'));
    }
    m_subtitle->setText(subtitle);
    m_tree->setFacts(*facts);
    m_delivery->setFacts(*facts);
    m_advice->setText(adviceText(*facts));
    fillDetails(*facts);
    fillHistory(key);
}

void TesterPage::fillDetails(const DomainFacts& facts)
{
    QString transcript;
    QString certificates;
    QString dns;
    for (const HostFacts& host : facts.hosts) {
        dns += u"%1 MX %2 %3\n"_s.arg(fromStd(facts.domain)).arg(host.preference).arg(fromStd(host.name));
        for (const TlsaRecord& record : host.tlsa.records)
            dns += u"_%1._tcp.%2 TLSA %3\n"_s.arg(facts.port).arg(fromStd(host.tlsa.base), fromStd(record.text()));
        for (const AddressFacts& address : host.addresses) {
            const QString where = fromStd(host.name) + u" ["_s + fromStd(address.address.text()) + u"]\n"_s;
            dns += u"%1 %2 %3\n"_s.arg(
                fromStd(host.name), address.address.isV4() ? u"A"_s : u"AAAA"_s, fromStd(address.address.text()));
            transcript += where;
            for (const TranscriptLine& line : address.transcript) {
                transcript += transcriptLine(line) + u'\n';
            }
            if (address.chain.isEmpty())
                continue;
            certificates += where;
            for (const CertificateFacts& certificate : address.chain.certificates)
                certificates += certificateText(certificate) + u'\n';
            const std::string ready = readyTlsaRecord(host, address);
            if (!ready.empty())
                certificates += tr("A TLSA record that fits this key:") + u'\n' + fromStd(ready) + u"\n\n"_s;
        }
    }
    m_transcript->setPlainText(transcript);
    m_certificate->setPlainText(certificates);
    m_dns->setPlainText(dns);
}

void TesterPage::fillHistory(const QString& key)
{
    QStringList lines;
    const auto& records = m_document->probes();
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
        if (record->domain != key)
            continue;
        const QString verdict = strictestDelivered(record->json);
        lines.append(timeText(record->time) + u"   "_s + (verdict.isEmpty() ? tr("not tested") : verdictText(verdict)));
    }
    m_history->setPlainText(lines.join(u'\n'));
    m_details->setTabText(m_details->indexOf(m_history), tr("History (%1)").arg(QLocale().toString(lines.size())));
}

void TesterPage::copyText()
{
    QApplication::clipboard()->setText(m_headline->text() + u'\n' + m_subtitle->text() + u"\n\n"_s + m_tree->text()
        + u'\n' + m_delivery->text() + u'\n' + m_advice->text() + u'\n');
}

void TesterPage::copyForPostmaster()
{
    // In English whatever the window speaks: it goes to somebody else's server.
    if (m_facts == nullptr)
        return;
    QString text
        = u"To: postmaster@%1\nSubject: TLS on your mail servers\n\nHello,\n\na test of your mail servers found:\n\n"_s
              .arg(m_shown);
    for (const HostFacts& host : m_facts->hosts) {
        for (const AddressFacts& address : host.addresses) {
            for (const FoundFact& found : findingsOf(*m_facts, host, address, m_facts->time)) {
                if (found.grade != Grade::Insufficient && found.grade != Grade::PhaseOut)
                    continue;
                const std::string_view word = name(found.finding);
                text += u"- %1 [%2]: %3 %4\n"_s.arg(fromStd(host.name), fromStd(address.address.text()),
                    QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size())), fromStd(found.detail));
            }
            if (address.dane.matched == Answer::No)
                text += u"  A TLSA record that fits the live key: %1\n"_s.arg(fromStd(readyTlsaRecord(host, address)));
        }
    }
    const auto matrix = deliveryMatrix(*m_facts);
    text += u"\nWhat a Postfix sender would do with mail to you, by security level:\n"_s;
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        const std::string_view outcome = name(matrix[i].outcome);
        const std::string_view reason = name(matrix[i].reason);
        text += u"- %1: %2 (%3)\n"_s.arg(levelText(allSenderLevels[i]),
            QString::fromLatin1(outcome.data(), static_cast<qsizetype>(outcome.size())),
            QString::fromLatin1(reason.data(), static_cast<qsizetype>(reason.size())));
    }
    QApplication::clipboard()->setText(text);
}

} // namespace waxseal
