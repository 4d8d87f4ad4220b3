// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/testrun.h"

#include "widgets/document/document.h"
#include "widgets/tester/savedsettings.h"
#include "widgets/tester/testedmodel.h"

#include <algorithm>

namespace waxseal {

namespace {

QString keyOf(const std::string& domain)
{
    return QString::fromStdString(domain);
}

TestedModel::Row rowOf(const QString& key, const TestSummary& test)
{
    return {key, shownDomain(key), test.verdict, test.before, test.time, TestedModel::State::Done};
}

} // namespace

QString shownDomain(const QString& key)
{
    const auto name = DomainName::parse(key.toStdString());
    return name ? QString::fromStdString(name->display()) : key;
}

TestRun::TestRun(Document* document, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_model(new TestedModel(this))
    , m_runner(new ProbeRunner(this))
{
    connect(m_runner, &ProbeRunner::updated, this, &TestRun::take);
    connect(document, &Document::probesChanged, this, &TestRun::showResults);
    connect(document, &Document::replaced, this, [this] {
        // Results of the old workspace's domains have no business in the new one.
        m_runner->cancel();
        m_summary.clear();
        reload();
        Q_EMIT stateChanged();
    });
    reload();
}

TestRun::~TestRun() = default;

void TestRun::start(std::vector<DomainName> domains, bool goesOn)
{
    if (isRunning() || domains.empty())
        return;
    std::vector<TestedModel::Row> rows;
    rows.reserve(domains.size());
    for (const DomainName& domain : domains) {
        const QString key = keyOf(domain.ascii());
        const int known = m_model->rowOf(key);
        TestedModel::Row row = known >= 0 ? m_model->row(known) : TestedModel::Row{key, shownDomain(key), {}, {}, {}};
        row.state = TestedModel::State::Waiting;
        rows.push_back(std::move(row));
    }
    m_model->put(rows);
    const bool watched = domains.size() == 1;
    m_isBatch = !watched;
    if (m_isBatch && !goesOn)
        m_summary.clear();
    m_runner->start(std::move(domains), savedProbeSettings(), watched);
    Q_EMIT stateChanged();
}

void TestRun::cancel()
{
    if (!isRunning())
        return;
    m_runner->cancel();
    end();
    Q_EMIT cancelled(static_cast<int>(remaining().size()));
}

void TestRun::setPaused(bool paused)
{
    m_runner->setPaused(paused);
    Q_EMIT stateChanged();
}

void TestRun::take(const ProbeUpdate& update)
{
    for (const ProbeUpdate::Line& line : update.lines)
        Q_EMIT heard(line);
    for (const ProbeNotice notice : update.notices)
        Q_EMIT noticed(notice);
    QStringList begun;
    for (const std::size_t place : update.begun)
        begun.append(keyOf(m_runner->domains()[place].ascii()));
    m_model->setState(begun, TestedModel::State::Testing);
    if (!update.finished.empty())
        takeResults(update);
    Q_EMIT progressed(update.progress);
    if (!update.ended)
        return;
    end();
    if (update.error && update.error->code != ErrorCode::Cancelled)
        Q_EMIT failed(*update.error);
}

void TestRun::takeResults(const ProbeUpdate& update)
{
    m_document->addTests(update.finished);
    QStringList domains;
    for (const auto& facts : update.finished) {
        domains.append(keyOf(facts->domain));
        if (m_isBatch)
            m_summary.add(*facts);
    }
    Q_EMIT finished(domains);
}

void TestRun::showResults(const QStringList& domains)
{
    std::vector<TestedModel::Row> rows;
    for (const QString& key : domains) {
        if (const TestSummary* test = m_document->tests().find(key))
            rows.push_back(rowOf(key, *test));
    }
    m_model->put(rows);
}

void TestRun::end()
{
    m_model->stopWaiting();
    Q_EMIT stateChanged();
    if (m_isBatch && m_summary.domainCount() > 0)
        Q_EMIT summarized();
}

void TestRun::reload()
{
    std::vector<TestedModel::Row> rows;
    const auto& tests = m_document->tests().all();
    rows.reserve(static_cast<std::size_t>(tests.size()));
    for (auto test = tests.cbegin(); test != tests.cend(); ++test)
        rows.push_back(rowOf(test.key(), *test));
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.shown < b.shown; });
    m_model->clear();
    m_model->put(rows);
}

} // namespace waxseal
