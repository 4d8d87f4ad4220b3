// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/batch/proberun.h"

#include "probe/batch/run.h"

#include <fcntl.h>
#include <unistd.h>

namespace waxseal {

ProbeControl::ProbeControl()
{
    if (pipe2(m_pipe, O_NONBLOCK | O_CLOEXEC) != 0)
        m_pipe[0] = m_pipe[1] = -1; // the run looks at the flags ten times a second anyway
}

ProbeControl::~ProbeControl()
{
    for (const int end : m_pipe) {
        if (end >= 0)
            close(end);
    }
}

void ProbeControl::wake() const
{
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = m_pipe[1] >= 0 ? write(m_pipe[1], &byte, 1) : 0;
}

void ProbeControl::drain() const
{
    char bytes[64];
    while (m_pipe[0] >= 0 && read(m_pipe[0], bytes, sizeof bytes) > 0) { }
}

void ProbeControl::stop()
{
    m_stopped = true;
    wake();
}

void ProbeControl::setPaused(bool paused)
{
    m_paused = paused;
    wake();
}

Status probeDomains(
    const std::vector<DomainName>& domains, const ProbeSettings& settings, ProbeSink& sink, ProbeControl& control)
{
    ProbeRun run(domains, settings, sink, control);
    return run.run();
}

} // namespace waxseal
