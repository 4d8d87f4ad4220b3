// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cassert>
#include <utility>
#include <variant>

namespace waxseal {

/** What went wrong, as a code: the floors above put it into words. */
enum class ErrorCode
{
    CannotOpen, // detail: the system's reason
    CannotRead,
    CannotWrite,
    AlreadyExists, // a file that would have been overwritten
    ChangedMeanwhile, // a file that somebody else has written since it was read
    NotAPlainFile, // a device, a FIFO, a socket: neither read as a workspace nor replaced
    DanglingLink, // a symbolic link that leads nowhere; detail: where to
    InUse, // locked by another program
    PendingChanges, // a journal of SQLite lies beside the file; detail: its name
    NotALog, // no known format
    UnusableRendering, // a journalctl rendering that lost what is needed; detail: its name
    DamagedArchive,
    NotAWorkspace,
    NewerWorkspace, // written by a later version; detail: its number
    DamagedWorkspace,
    InvalidPolicy, // detail: the offending text
    InvalidDomain,
    NothingToExport,
    Unsupported,
    Cancelled,
};

/** An error: its code, what it is about (a path, a domain), and the raw reason where a system gave one. */
struct Error
{
    ErrorCode code = ErrorCode::CannotRead;
    QString subject;
    QString detail;
    bool operator==(const Error&) const = default;
};

/**
 * A value or an Error: the part of std::expected that we use. (GCC 12 has std::expected in C++23 only, and clang-tidy
 * 14 cannot see it there.)
 */
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool hasValue() const { return m_state.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    const T& value() const&
    {
        assert(hasValue());
        return *std::get_if<0>(&m_state);
    }
    T& value() &
    {
        assert(hasValue());
        return *std::get_if<0>(&m_state);
    }
    T&& value() && { return std::move(*std::get_if<0>(&m_state)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }
    const Error& error() const
    {
        assert(!hasValue());
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, Error> m_state;
};

/** The result of work that has no value: done, or an Error. */
using Status = Result<std::monostate>;

} // namespace waxseal
