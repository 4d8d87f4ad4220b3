// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/domainname.h"
#include "model/core/result.h"
#include "probe/batch/settings.h"

#include <atomic>
#include <memory>
#include <vector>

namespace waxseal {

/** What a run tells while it runs, on its own thread. */
class ProbeSink
{
public:
    virtual ~ProbeSink() = default;
    /** A domain's turn has come. */
    virtual void began(std::size_t /*index*/) { }
    /** A domain is finished. `index` is its place in the list that was given. */
    virtual void finished(std::size_t index, std::shared_ptr<const DomainFacts> facts) = 0;
    virtual void progress(const ProbeProgress& /*progress*/) { }
    virtual void notice(ProbeNotice /*notice*/) { }
    /** A live line of the conversation with an address of an MX host. */
    virtual void line(const std::string& /*host*/, const IpAddress& /*address*/, const TranscriptLine& /*line*/) { }
    /** Whether line() is wanted. */
    virtual bool wantsLines() const { return false; }
};

/** Steers a run from another thread. */
class ProbeControl
{
public:
    ProbeControl();
    ~ProbeControl();
    ProbeControl(const ProbeControl&) = delete;
    ProbeControl& operator=(const ProbeControl&) = delete;

    void stop();
    void setPaused(bool paused);
    bool isStopped() const { return m_stopped; }
    bool isPaused() const { return m_paused; }
    /** Readable after a change. */
    int descriptor() const { return m_pipe[0]; }
    void drain() const;

private:
    void wake() const;
    std::atomic_bool m_stopped = false;
    std::atomic_bool m_paused = false;
    int m_pipe[2] = {-1, -1};
};

/**
 * Tests the domains and returns when all are done or `control` says stop; then at once. Nothing is sent to anybody but
 * the DNS server, the MX hosts and the MTA-STS policy hosts. An error is one of the settings; what a domain does wrong
 * is a result.
 */
Status probeDomains(
    const std::vector<DomainName>& domains, const ProbeSettings& settings, ProbeSink& sink, ProbeControl& control);

} // namespace waxseal
