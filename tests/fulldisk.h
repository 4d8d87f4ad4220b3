// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A disk that takes so many bytes of a file and no more.

#pragma once

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

namespace waxseal::test {

/** While it lives, no file of this process grows beyond `bytes`: write(2) fails there, as on a full disk. */
class FullDisk
{
public:
    explicit FullDisk(quint64 bytes)
    {
#ifdef Q_OS_UNIX
        std::signal(SIGXFSZ, SIG_IGN);
        m_works = ::getrlimit(RLIMIT_FSIZE, &m_before) == 0;
        rlimit now = m_before;
        now.rlim_cur = bytes;
        m_works = m_works && ::setrlimit(RLIMIT_FSIZE, &now) == 0;
#else
        Q_UNUSED(bytes)
#endif
    }
    ~FullDisk()
    {
#ifdef Q_OS_UNIX
        if (m_works)
            ::setrlimit(RLIMIT_FSIZE, &m_before);
#endif
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    bool works() const
    {
        return m_works;
    }

private:
#ifdef Q_OS_UNIX
    rlimit m_before = {};
#endif
    bool m_works = false;
};

} // namespace waxseal::test
