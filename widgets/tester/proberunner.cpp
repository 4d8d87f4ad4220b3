// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/proberunner.h"

#include "probe/verdict/resultjson.h"

#include <QTimer>

#include <chrono>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostWaitingLines = 2000;

QString fromStd(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

/** Lives on the worker's side: puts what the engine tells where deliver() finds it. */
class ProbeRunner::Sink : public ProbeSink
{
public:
    Sink(ProbeRunner& runner, bool lines)
        : m_runner(runner)
        , m_lines(lines)
    {
    }

    void finished(std::size_t /*index*/, std::shared_ptr<const DomainFacts> facts) override
    {
        TestResult result {fromStd(facts->domain), QDateTime::fromSecsSinceEpoch(facts->time, Qt::UTC),
            domainToJson(*facts), std::move(facts)};
        const std::scoped_lock lock(m_runner.m_mutex);
        m_runner.m_results.append(std::move(result));
    }
    void progress(const ProbeProgress& progress) override
    {
        const std::scoped_lock lock(m_runner.m_mutex);
        m_runner.m_progress = progress;
    }
    void notice(ProbeNotice notice) override
    {
        const std::scoped_lock lock(m_runner.m_mutex);
        m_runner.m_notices.append(notice);
    }
    void line(const std::string& host, const IpAddress& address, const TranscriptLine& line) override
    {
        constexpr std::string_view signs = "=><";
        const QString text = u"%1 [%2] #%3 %4 %5"_s.arg(fromStd(host), fromStd(address.text()))
                                 .arg(line.connection)
                                 .arg(QLatin1Char(signs[static_cast<std::size_t>(line.kind)]))
                                 .arg(fromStd(line.text));
        const std::scoped_lock lock(m_runner.m_mutex);
        if (m_runner.m_lines.size() < mostWaitingLines)
            m_runner.m_lines.append(text);
    }
    bool wantsLines() const override { return m_lines; }

private:
    ProbeRunner& m_runner;
    bool m_lines;
};

ProbeRunner::ProbeRunner(QObject* parent)
    : QObject(parent)
{
    auto* timer = new QTimer(this);
    timer->setInterval(std::chrono::milliseconds(80));
    connect(timer, &QTimer::timeout, this, &ProbeRunner::deliver);
    connect(this, &ProbeRunner::started, timer, qOverload<>(&QTimer::start));
    connect(this, &ProbeRunner::finished, timer, &QTimer::stop);
}

ProbeRunner::~ProbeRunner()
{
    stop();
    end();
}

void ProbeRunner::start(std::vector<DomainName> domains, const ProbeSettings& settings, bool lines)
{
    if (isRunning() || domains.empty())
        return;
    m_control = std::make_unique<ProbeControl>();
    m_sink = std::make_unique<Sink>(*this, lines);
    m_done = false;
    m_error.reset();
    const auto count = static_cast<int>(domains.size());
    m_thread = std::thread([this, settings, list = std::move(domains)] {
        const Status status = probeDomains(list, settings, *m_sink, *m_control);
        const std::scoped_lock lock(m_mutex);
        if (!status)
            m_error = status.error();
        m_done = true;
    });
    Q_EMIT started(count);
}

void ProbeRunner::stop()
{
    if (m_control != nullptr)
        m_control->stop();
}

void ProbeRunner::setPaused(bool paused)
{
    if (m_control != nullptr)
        m_control->setPaused(paused);
}

void ProbeRunner::end()
{
    if (m_thread.joinable())
        m_thread.join();
}

void ProbeRunner::deliver()
{
    QList<TestResult> newResults;
    QStringList newLines;
    QList<ProbeNotice> notices;
    std::optional<ProbeProgress> progress;
    std::optional<Error> error;
    bool done = false;
    {
        const std::scoped_lock lock(m_mutex);
        newResults.swap(m_results);
        newLines.swap(m_lines);
        notices.swap(m_notices);
        progress.swap(m_progress);
        error = m_error;
        done = m_done;
    }
    if (!newLines.isEmpty())
        Q_EMIT lines(newLines);
    for (const ProbeNotice notice : notices)
        Q_EMIT noticed(notice);
    if (!newResults.isEmpty())
        Q_EMIT results(newResults);
    if (progress)
        Q_EMIT progressed(*progress);
    if (done) {
        end();
        Q_EMIT finished(error);
    }
}

} // namespace waxseal
