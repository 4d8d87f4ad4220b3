// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exporter/exporter.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <string_view>

/** What the files of every export target are made of. */
namespace waxseal::exporttext {

/** `value` in single quotes for a POSIX shell. */
QByteArray shellQuoted(const QByteArray& value);

/** Prefixes every line with `mark` and a blank. */
QByteArray commented(const QByteArray& text, const QByteArray& mark = "#");

/** When the files were made, and for which prediction. Ends in a newline. */
QByteArray predictionText(const ExportRequest& request);

/** What RFC 3207, section 4, says of a server that requires TLS of everybody. Ends in a newline. */
QByteArray rfc3207Text();

/** What a set of files is, for the comments at their heads. */
struct Purpose
{
    QByteArray title; ///< "Waxseal: inbound TLS requirements for Exim, audit form"
    QByteArray what; ///< paragraphs, each ends in a newline
    QByteArray directory; ///< where the files lie on the server
    QByteArray on; ///< the command that switches it on
    QByteArray off;
    bool rfc3207 = false; ///< everything inbound is required
};

/** The comment at the head of a file: what it does, where it goes, on, off, and the prediction it was made for. */
QByteArray head(const ExportRequest& request, const Purpose& purpose, const QByteArray& fileName,
    const QByteArray& about, const QByteArray& mark = "#");

/** "refused for now …", "refused for good …" or, of an audit form, that nothing is refused: how inbound files begin. */
QByteArray inboundText(const ExportRequest& request, const QByteArray& auditText);

/** An absolute path that needs no quoting in a configuration, a shell, or a comment. */
bool isPlainDirectory(const QString& directory);

/** The validated A-label form of a domain; nothing when it is no host name. Nothing else of a stranger's reaches a
 * file. */
std::optional<QByteArray> hostName(std::string_view domain);

/**
 * The keys under which a server may look up this A-label domain, itself first. A sender who uses SMTPUTF8 (RFC 6531)
 * may write U-labels, and Postfix looks up what was written (SMTPUTF8_README, "no automatic conversion"). UTF-8,
 * composed (NFC) and decomposed (NFD). Sharp s and final sigma fold to letters of other names: a label with one stays
 * an A-label.
 */
QList<QByteArray> spellings(const QByteArray& domain);

/** Whether a server can ask this of those who send to it. */
bool isInboundLevel(Level level);

/** Whether mail can be held back at this level of delivery; at "none" and "may" it cannot. */
bool isStrict(Level level);

/** "1.2" or "1.3"; empty when any version will do, or nothing is required. */
QByteArray minimumVersion(const Requirement& requirement);

/** The first twelve hexadecimal digits of a SHA-256: tells one content from another in a file's name. */
QByteArray digest(const QByteArray& content);

} // namespace waxseal::exporttext
