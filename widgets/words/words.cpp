// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/words.h"

#include "model/core/printable.h"
#include "model/servers/servers.h"

#include <algorithm>
#include <limits>

namespace waxseal::words {

namespace {

/** "subject: sentence", or the sentence alone when it is about no one thing. */
QString about(const QString& subject, const QString& sentence)
{
    if (subject.isEmpty())
        return sentence;
    const bool isPipe = subject == QStringLiteral("-");
    return QStringLiteral("%1: %2").arg(
        isPipe ? QCoreApplication::translate("Words", "standard input") : visibleText(subject), sentence);
}

/** A sentence with the system's own reason behind it. */
QString because(const QString& sentence, const QString& reason)
{
    return reason.isEmpty() ? sentence : QStringLiteral("%1 (%2)").arg(sentence, visibleText(reason));
}

constexpr QLatin1StringView otherLog("log of ");

/** "Postfix, Exim, Sendmail …" */
QString serverNames()
{
    QStringList names;
    for (const Server& server : servers())
        names.append(QString::fromUtf8(server.name.data(), static_cast<qsizetype>(server.name.size())));
    return names.join(QStringLiteral(", "));
}

/** The server that a note is about; Postfix where it names none. */
const Server& serverOf(const ImportNote& note)
{
    const Server* const server = waxseal::serverOf(note.server);
    return server == nullptr ? servers().front() : *server;
}

QString serverNameOf(const ImportNote& note)
{
    const std::string_view name = serverOf(note).name;
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

/** What would make it log the TLS of what it receives, or of what it sends. */
QString settingOf(const ImportNote& note)
{
    const std::string_view setting = note.code == ImportNote::Code::TlsLogLevelZero ? serverOf(note).inboundSetting
                                                                                    : serverOf(note).outboundSetting;
    return QString::fromUtf8(setting.data(), static_cast<qsizetype>(setting.size()));
}

/** Why a single input is no log: the importer's reason words. */
QString notALog(const QString& reason)
{
    if (reason == QStringLiteral("empty"))
        return QCoreApplication::translate("Words", "is empty.");
    if (reason == QStringLiteral("no files"))
        return QCoreApplication::translate("Words", "there is no file in this folder.");
    const QString understood = u' '
        + QCoreApplication::translate(
            "Words", "Logs of these servers are understood, plain or compressed, from syslog or from journalctl: %1.")
              .arg(serverNames());
    if (reason.startsWith(otherLog))
        return QCoreApplication::translate("Words", "is a log of %1, which cannot be read yet.")
                   .arg(reason.mid(otherLog.size()))
            + understood;
    if (reason == QStringLiteral("no mail lines"))
        return QCoreApplication::translate("Words", "there are no lines of a known mail server in it.") + understood;
    return QCoreApplication::translate("Words", "is not a mail log in a known format.") + understood;
}

/** Why a file was left out: the importer's reason words, or the system's. */
QString skippedReason(const QString& reason)
{
    if (reason == QStringLiteral("empty"))
        return QCoreApplication::translate("Words", "left out, it is empty.");
    if (reason == QStringLiteral("not a mail log"))
        return QCoreApplication::translate("Words", "left out, it is not a mail log in a known format.");
    if (reason == QStringLiteral("no mail lines"))
        return QCoreApplication::translate("Words", "there are no mail server lines in it.");
    if (reason == QStringLiteral("no files"))
        return QCoreApplication::translate("Words", "there is no file in this folder.");
    if (reason == QStringLiteral("part of mail.log"))
        return QCoreApplication::translate("Words", "left out, its lines are in mail.log, too.");
    if (reason.startsWith(otherLog))
        return QCoreApplication::translate("Words", "left out, it is a log of %1, which cannot be read yet.")
            .arg(reason.mid(otherLog.size()));
    if (reason == QStringLiteral("changed"))
        return QCoreApplication::translate(
            "Words", "left out, its beginning was read before, but what follows has changed since.");
    if (reason.startsWith(QStringLiteral("duplicate of ")))
        return QCoreApplication::translate("Words", "left out, it has the same content as %1.").arg(reason.mid(13));
    return because(QCoreApplication::translate("Words", "left out, it cannot be read."), reason);
}

/** What a form of a log leaves out, and which form has it; `rendering` is the importer's word for it. */
QString renderingRemedy(const QString& rendering)
{
    if (rendering == u"without-time")
        return QCoreApplication::translate("Words",
            "the lines have no time. Read the log with its times: “docker logs --timestamps”, “kubectl logs "
            "--timestamps”.");
    if (rendering == u"without-pid")
        return QCoreApplication::translate("Words",
            "the lines of smtpd and smtp name no process id, so sessions cannot be told apart. Have it logged as in "
            "“postfix/smtpd[1234]:” (rsyslog: %syslogtag%; in JSON a field pid or procid).");
    if (rendering == u"without-service")
        return QCoreApplication::translate("Words",
            "the lines name the process “postfix” but not its service. Have it logged as in “postfix/smtpd[1234]:” "
            "(rsyslog: %syslogtag%, not %programname%).");
    if (rendering == u"elastic")
        return QCoreApplication::translate("Words",
            "these are Elasticsearch documents (JSON) whose lines were taken apart. A search gives them in no certain "
            "order and stops at 10 000, so sessions cannot be followed. Read the mail log itself, or export a field "
            "that holds whole lines (event.original).");
    if (rendering == u"json-pretty")
        return QCoreApplication::translate("Words",
            "this is JSON with an object over several lines. Write one object a line: “journalctl -o json”, or pass it "
            "through “jq -c .”.");
    if (rendering == u"csv")
        return QCoreApplication::translate("Words",
            "this is a table (CSV). Export whole lines with their times instead, or JSON with one document a line.");
    return QCoreApplication::translate("Words",
        "“journalctl -o %1” leaves out what is needed to tell sessions apart. Export with “journalctl -o "
        "short-iso-precise” "
        "or “-o json” instead.")
        .arg(rendering);
}

} // namespace

int plural(std::uint64_t count)
{
    return static_cast<int>(std::min<std::uint64_t>(count, std::numeric_limits<int>::max()));
}

QString text(const Error& error)
{
    const auto say = [&](const QString& sentence) { return about(error.subject, because(sentence, error.detail)); };
    switch (error.code) {
    case ErrorCode::CannotOpen:
        return say(QCoreApplication::translate("Words", "cannot be opened. Check the name and the permissions."));
    case ErrorCode::CannotRead:
        return say(QCoreApplication::translate("Words", "cannot be read."));
    case ErrorCode::CannotWrite:
        return say(QCoreApplication::translate(
            "Words", "cannot be written. Nothing was changed; check the folder, the permissions and the free space."));
    case ErrorCode::AlreadyExists:
        return about(error.subject,
            QCoreApplication::translate("Words",
                "is there already and was not overwritten. Choose another folder, or say that it may be replaced."));
    case ErrorCode::ChangedMeanwhile:
        return about(error.subject,
            QCoreApplication::translate("Words",
                "was changed by another program meanwhile and was not overwritten. Open it again, or save under "
                "another name."));
    case ErrorCode::NotAPlainFile:
        return about(error.subject,
            QCoreApplication::translate(
                "Words", "is no plain file but a device, a pipe or a socket. Name a file; nothing was changed."));
    case ErrorCode::DanglingLink:
        return say(QCoreApplication::translate("Words",
            "is a symbolic link that leads nowhere. Remove the link, or name the file itself; nothing was changed."));
    case ErrorCode::InUse:
        return about(error.subject,
            QCoreApplication::translate(
                "Words", "is locked by another program. Close it there, or try again in a moment."));
    case ErrorCode::PendingChanges:
        return about(error.subject,
            QCoreApplication::translate("Words",
                "has changes beside it that another program has not finished, in %1. Close it there; if no program has "
                "it open, move that file away.")
                .arg(error.detail));
    case ErrorCode::NotALog:
        return about(error.subject, notALog(error.detail));
    case ErrorCode::UnusableRendering:
        return about(error.subject, renderingRemedy(error.detail));
    case ErrorCode::DamagedArchive:
        return say(QCoreApplication::translate("Words", "the compressed file is damaged or cut short."));
    case ErrorCode::NotAWorkspace:
        return say(QCoreApplication::translate("Words", "is not a Waxseal workspace."));
    case ErrorCode::NewerWorkspace:
        return about(error.subject,
            QCoreApplication::translate(
                "Words", "was saved by a later version of Waxseal (format %1). Open it with that version.")
                .arg(error.detail));
    case ErrorCode::DamagedWorkspace:
        return say(QCoreApplication::translate(
            "Words", "the workspace is damaged and was not opened. Take a backup, or import the logs again."));
    case ErrorCode::InvalidPolicy:
        return say(QCoreApplication::translate("Words", "is not a requirement of this direction."));
    case ErrorCode::InvalidDomain:
        return say(QCoreApplication::translate("Words", "is not a valid domain name."));
    case ErrorCode::NothingToExport:
        return QCoreApplication::translate(
            "Words", "There is nothing to export: the policy requires nothing of anybody. Require something first.");
    case ErrorCode::Unsupported:
        return say(QCoreApplication::translate("Words", "is not supported here."));
    case ErrorCode::Cancelled:
        return QCoreApplication::translate("Words", "Cancelled. Nothing was changed.");
    }
    return {};
}

QString text(const ImportNote& note)
{
    const int n = plural(note.count);
    const auto say = [&](const QString& sentence) { return about(note.subject, sentence); };
    switch (note.code) {
    case ImportNote::Code::TlsLogLevelZero:
        return say(QCoreApplication::translate("Words",
            "For %n incoming message(s) the log does not tell whether TLS was used, or which version. Set %1.", nullptr,
            n)
                       .arg(settingOf(note)));
    case ImportNote::Code::SmtpTlsLogLevelZero:
        return say(QCoreApplication::translate(
            "Words", "For %n outgoing message(s) the log does not tell whether TLS was used. Set %1.", nullptr, n)
                       .arg(settingOf(note)));
    case ImportNote::Code::SessionsCut:
        return say(QCoreApplication::translate("Words",
            "%n session(s) began before the log does, so their TLS is unknown. Add the log before this one.", nullptr,
            n));
    case ImportNote::Code::MessagesCut:
        return say(QCoreApplication::translate("Words",
            "%n message(s) began before the log does and are not counted. Add the log before this one.", nullptr, n));
    case ImportNote::Code::SkippedLines:
        return say(QCoreApplication::translate("Words", "%n line(s) skipped, in no known form.", nullptr, n));
    case ImportNote::Code::SkippedFile:
        return say(skippedReason(note.detail));
    case ImportNote::Code::UnusableRendering:
        return say(renderingRemedy(note.detail));
    case ImportNote::Code::DamagedArchive:
        return say(because(
            QCoreApplication::translate("Words", "the compressed file is damaged; it was read up to the damage."),
            note.detail));
    case ImportNote::Code::YearInferred:
        return say(QCoreApplication::translate("Words",
            "the time stamps name no year; the first line was taken to be of %1. Say another if that is wrong.")
                       .arg(note.detail));
    case ImportNote::Code::RepeatedLines:
        return say(
            QCoreApplication::translate("Words", "%n line(s) unfolded from “message repeated … times”.", nullptr, n));
    case ImportNote::Code::AlreadyRead:
        return say(QCoreApplication::translate("Words", "has been read before, and there is nothing new in it."));
    case ImportNote::Code::OverlappingFiles:
        return n > 0 ? say(QCoreApplication::translate(
                   "Words", "Several files hold the same lines; %n line(s) were counted once only.", nullptr, n))
                     : say(QCoreApplication::translate("Words", "Several files of one host cover the same time."));
    case ImportNote::Code::EnforcedRefusals:
        return say(QCoreApplication::translate("Words",
            "%n session(s) were refused because smtpd_tls_security_level = encrypt is on already. Their mail is not in "
            "these figures.",
            nullptr, n));
    case ImportNote::Code::AllOutboundRelayed:
        return say(QCoreApplication::translate("Words",
            "All outgoing mail goes through %1. Its TLS is that of the relay, not of the recipients' servers; a policy "
            "is keyed "
            "by the relay.")
                       .arg(note.detail));
    case ImportNote::Code::LineTooLong:
        return say(QCoreApplication::translate("Words", "%n line(s) were too long and were skipped.", nullptr, n));
    case ImportNote::Code::PartialLastLine:
        return say(
            QCoreApplication::translate("Words", "the last line is not finished yet; it is read the next time."));
    case ImportNote::Code::TooManyOpen:
        return say(QCoreApplication::translate(
            "Words", "Too many sessions or messages were open at once; the %n oldest were given up.", nullptr, n));
    case ImportNote::Code::StrayTimes:
        return say(QCoreApplication::translate("Words",
            "the time of %n line(s) agrees with no other line near it: a wrong clock. No other line was moved by it.",
            nullptr, n));
    case ImportNote::Code::OlderLogs:
        return say(QCoreApplication::translate("Words",
            "These logs begin before what had been read. So the %n file(s) read before were read again with them: the "
            "figures are those of reading all logs at once.",
            nullptr, n));
    case ImportNote::Code::OlderLogsApart:
        return say(QCoreApplication::translate("Words",
            "These logs begin before what had been read, and not all logs read before are there any more to be read "
            "with them. %n session(s), message(s) or deliveries were still open at the end of the older logs: what the "
            "logs tell of them on both sides could not be joined, so their TLS may be unknown or they are missing. To "
            "count them, import all logs into a new workspace.",
            nullptr, n));
    case ImportNote::Code::OpenStateLost:
        return say(QCoreApplication::translate("Words",
            "The workspace's sessions and messages that were still open at the end of the last import could not be "
            "taken "
            "up: another version saved them, or they are damaged. What had been counted stands; those messages are not "
            "in it. To have them, read the logs into a new workspace."));
    case ImportNote::Code::LinesLost:
        if (n == 0)
            return say(QCoreApplication::translate("Words",
                "The system's log daemon dropped lines because of rate limiting. Mail whose lines are missing is not "
                "counted, and what seems to have gone in clear around the gap is unknown. Raise the daemon's limits."));
        return say(QCoreApplication::translate("Words",
            "The system's log daemon dropped %n line(s) because of rate limiting. Mail whose lines are missing is not "
            "counted, and what seems to have gone in clear around the gap is unknown. Raise the daemon's limits.",
            nullptr, n));
    case ImportNote::Code::NoQueueManager:
        return say(QCoreApplication::translate("Words",
            "%n message(s) begin in this log, and no line of the queue manager (qmgr) says that any was accepted, so "
            "none is counted. Add the whole mail log, not the lines of smtpd alone.",
            nullptr, n));
    case ImportNote::Code::BehindProxy:
        return say(QCoreApplication::translate("Words",
            "%n message(s) came through a proxy that named the client by XCLIENT. Whether the client used TLS with the "
            "proxy is not in this log, so it is unknown.",
            nullptr, n));
    case ImportNote::Code::OnHold:
        return say(QCoreApplication::translate("Words",
            "%n message(s) were put on hold and are not seen to leave the hold queue, so they are not counted. If a "
            "filter such as MailScanner takes them from there, add its lines: they name the new queue ids.",
            nullptr, n));
    case ImportNote::Code::PlaintextRefusals:
        if (serverOf(note).id != "postfix")
            return say(QCoreApplication::translate("Words",
                "%n command(s) were refused by %1 because the session was not encrypted. That mail is lost already, or "
                "came back over TLS. Its senders, as far as the log names them: %2.",
                nullptr, n)
                           .arg(serverNameOf(note), note.detail.isEmpty() ? QStringLiteral("–") : note.detail));
        return say(note.detail.isEmpty()
                ? QCoreApplication::translate("Words",
                    "%n recipient(s) were refused by reject_plaintext_session because the session was not encrypted. "
                    "That mail is lost already, or came back over TLS.",
                    nullptr, n)
                : QCoreApplication::translate("Words",
                    "%n recipient(s) were refused by reject_plaintext_session because the session was not encrypted. "
                    "That mail is lost already, or came back over TLS. Its senders: %1.",
                    nullptr, n)
                      .arg(note.detail));
    case ImportNote::Code::TlsRequiredFailures:
        return say(QCoreApplication::translate("Words",
            "%n outgoing message(s) failed at least once because the settings here require TLS that could not be had. "
            "To: %1.",
            nullptr, n)
                       .arg(note.detail));
    case ImportNote::Code::StartTlsUnused:
        return say(QCoreApplication::translate("Words",
            "%n outgoing message(s) went in clear to hosts that offer STARTTLS, because the settings here use no TLS. "
            "Set smtp_tls_security_level = may. To: %1.",
            nullptr, n)
                       .arg(note.detail));
    }
    return {};
}

QString text(ExportRefusal::Reason reason)
{
    switch (reason) {
    case ExportRefusal::Reason::NotAHostName:
        return QCoreApplication::translate("Words", "not a valid host name");
    case ExportRefusal::Reason::NotExpressible:
        return QCoreApplication::translate("Words", "this server has no setting for it");
    case ExportRefusal::Reason::NoNullSender:
        return QCoreApplication::translate("Words", "the null sender <> has no row of its own here");
    case ExportRefusal::Reason::NoCertificate:
        return QCoreApplication::translate(
            "Words", "this server cannot ask a trusted certificate of some senders only");
    }
    return {};
}

QString label(const ExportOption& option)
{
    return QCoreApplication::translate("waxseal::ExportTarget", option.label);
}

QString help(const ExportOption& option)
{
    return QCoreApplication::translate("waxseal::ExportTarget", option.help);
}

QString text(EvidenceClass evidence)
{
    switch (evidence) {
    case EvidenceClass::Never:
        return QCoreApplication::translate("Words", "never met the requirement");
    case EvidenceClass::Mixed:
        return QCoreApplication::translate("Words", "met it at other times");
    case EvidenceClass::Failed:
        return QCoreApplication::translate("Words", "handshake failed");
    case EvidenceClass::Unknown:
        return QCoreApplication::translate("Words", "too little seen");
    }
    return {};
}

QString text(SpamVerdict verdict)
{
    switch (verdict) {
    case SpamVerdict::Unlabelled:
        return QCoreApplication::translate("Words", "unlabelled");
    case SpamVerdict::Legitimate:
        return QCoreApplication::translate("Words", "legitimate");
    case SpamVerdict::Spam:
        return QCoreApplication::translate("Words", "spam");
    }
    return {};
}

QString text(Direction direction)
{
    switch (direction) {
    case Direction::Inbound:
        return QCoreApplication::translate("Words", "Inbound");
    case Direction::Outbound:
        return QCoreApplication::translate("Words", "Outbound");
    case Direction::Submission:
        return QCoreApplication::translate("Words", "Submission");
    }
    return {};
}

QString text(TlsVersion version)
{
    switch (version) {
    case TlsVersion::Unknown:
        return QCoreApplication::translate("Words", "TLS, version unknown");
    case TlsVersion::Other:
        return QCoreApplication::translate("Words", "older than TLS 1.0");
    case TlsVersion::Tls10:
        return QStringLiteral("TLS 1.0");
    case TlsVersion::Tls11:
        return QStringLiteral("TLS 1.1");
    case TlsVersion::Tls12:
        return QStringLiteral("TLS 1.2");
    case TlsVersion::Tls13:
        return QStringLiteral("TLS 1.3");
    }
    return {};
}

QString text(Trust trust)
{
    switch (trust) {
    case Trust::Verified:
        //: Of a certificate, as Postfix logs it: trusted, and its name is the one that was asked for.
        return QCoreApplication::translate("Words", "Verified");
    case Trust::Trusted:
        //: Of a certificate, as Postfix logs it: signed by an authority that is known.
        return QCoreApplication::translate("Words", "Trusted");
    case Trust::Untrusted:
        //: Of a certificate, as Postfix logs it: not signed by an authority that is known.
        return QCoreApplication::translate("Words", "Untrusted");
    case Trust::Anonymous:
        //: Of a TLS connection, as Postfix logs it: without a certificate.
        return QCoreApplication::translate("Words", "Anonymous");
    case Trust::Unknown:
        return QCoreApplication::translate("Words", "not logged");
    }
    return {};
}

} // namespace waxseal::words
