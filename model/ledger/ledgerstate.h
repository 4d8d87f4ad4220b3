// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How a ledger's state is written down: private to ledgersave.cpp, ledgerrestore.cpp and LedgerJoiner.

#pragma once

#include "model/facts/facttable.h"

#include <QCryptographicHash>
#include <QDataStream>

#include <string_view>

namespace waxseal::ledgerstate {

inline constexpr quint32 stateMagic = 0x57584C47; // "WXLG"
inline constexpr quint32 stateVersion = 6;
// What was written when there was no ledger beside the Postfix joiner: sessions are process ids.
inline constexpr quint32 firstMagic = 0x57585046; // "WXPF"
inline constexpr quint32 firstVersion = 5;
inline constexpr quint32 mostSaved = 4'000'000;

inline QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

inline constexpr qsizetype checksumBytes = 8;

inline QByteArray checksum(const QByteArray& state)
{
    return QCryptographicHash::hash(state, QCryptographicHash::Sha256).left(checksumBytes);
}

inline void writeTls(QDataStream& out, const TlsFact& fact)
{
    out << static_cast<quint8>(fact.state) << static_cast<quint8>(fact.version) << static_cast<quint8>(fact.trust)
        << bytes(fact.cipher);
}

inline bool readTls(QDataStream& in, TlsFact& fact)
{
    quint8 state = 0;
    quint8 version = 0;
    quint8 trust = 0;
    QByteArray cipher;
    in >> state >> version >> trust >> cipher;
    if (state > 2 || version > 5 || trust > 4 || cipher.size() > 255)
        return false;
    fact = {static_cast<TlsState>(state), static_cast<TlsVersion>(version), static_cast<Trust>(trust),
        cipher.toStdString()};
    return in.status() == QDataStream::Ok;
}

inline void writeAddress(QDataStream& out, const IpAddress& address)
{
    out.writeRawData(reinterpret_cast<const char*>(address.bytes.data()), 16);
}

inline void writePlain(QDataStream& out, const IpAddress& address)
{
    writeAddress(out, address);
}

inline void writePlain(QDataStream& out, const auto& number)
{
    out << number;
}

inline void readAddress(QDataStream& in, IpAddress& address)
{
    if (in.readRawData(reinterpret_cast<char*>(address.bytes.data()), 16) != 16)
        in.setStatus(QDataStream::ReadPastEnd);
}

inline void readPlain(QDataStream& in, IpAddress& address)
{
    readAddress(in, address);
}

inline void readPlain(QDataStream& in, auto& number)
{
    in >> number;
}

inline std::uint64_t readSessionId(QDataStream& in, quint32 version)
{
    quint32 process = 0;
    quint64 id = 0;
    if (version == firstVersion)
        in >> process;
    else
        in >> id;
    return version == firstVersion ? process : id;
}

/** A time that a log can hold: years 1 to 9999. Sums and differences of such do not overflow. */
inline bool isTime(qint64 microseconds)
{
    constexpr qint64 most = qint64{253'402'300'800} * 1'000'000;
    return microseconds >= -most && microseconds <= most;
}

} // namespace waxseal::ledgerstate
