// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/words.h"

#include <QSet>
#include <QTest>

using namespace waxseal;
using namespace Qt::StringLiterals;

/** Every code has its sentence: what happened, where, what to do next. */
class SentencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorIsSaid();
    void everyNoteIsSaid();
    void subjectAndReasonAreNamed();
    void remediesAreNamed();
    void skippedFilesSayWhy();
    void wordsAreDistinct();
};

void SentencesTest::everyErrorIsSaid()
{
    QSet<QString> sentences;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Cancelled); ++code) {
        const QString text = words::text(Error{static_cast<ErrorCode>(code), u"SUBJECT"_s, u"DETAIL"_s});
        QVERIFY2(text.size() > 10, qPrintable(QString::number(code)));
        QVERIFY2(!sentences.contains(text), qPrintable(text));
        sentences.insert(text);
        // Without a subject nothing hangs in the air.
        const QString bare = words::text(Error{static_cast<ErrorCode>(code), {}, {}});
        QVERIFY2(!bare.startsWith(u':') && !bare.contains(u"()"_s) && !bare.isEmpty(), qPrintable(bare));
    }
}

void SentencesTest::everyNoteIsSaid()
{
    QSet<QString> sentences;
    for (int code = 0; code <= static_cast<int>(ImportNote::lastCode); ++code) {
        const QString text = words::text(ImportNote{static_cast<ImportNote::Code>(code), 7, u"mail.log"_s, u"2026"_s});
        QVERIFY2(text.size() > 10, qPrintable(QString::number(code)));
        QVERIFY2(!text.contains(u"%1"_s) && !text.contains(u"%n"_s), qPrintable(text));
        QVERIFY2(!sentences.contains(text), qPrintable(text));
        sentences.insert(text);
    }
}

void SentencesTest::subjectAndReasonAreNamed()
{
    const QString text = words::text(Error{ErrorCode::CannotOpen, u"/var/log/mail.log"_s, u"Permission denied"_s});
    QVERIFY(text.startsWith(u"/var/log/mail.log: "_s));
    QVERIFY(text.contains(u"Permission denied"_s));
    // A percent sign in a name is a name's.
    QVERIFY(words::text(Error{ErrorCode::UnusableRendering, u"100%1.log"_s, u"cat"_s}).startsWith(u"100%1.log: "_s));
}

void SentencesTest::remediesAreNamed()
{
    QVERIFY(
        words::text(ImportNote{ImportNote::Code::TlsLogLevelZero, 3, {}, {}}).contains(u"smtpd_tls_loglevel = 1"_s));
    QVERIFY(
        words::text(ImportNote{ImportNote::Code::SmtpTlsLogLevelZero, 3, {}, {}}).contains(u"smtp_tls_loglevel = 1"_s));
    QVERIFY(words::text(ImportNote{ImportNote::Code::UnusableRendering, 0, u"x"_s, u"cat"_s})
                .contains(u"short-iso-precise"_s));
    QVERIFY(words::text(ImportNote{ImportNote::Code::AllOutboundRelayed, 9, {}, u"relay.example"_s})
                .contains(u"relay.example"_s));
    QVERIFY(words::text(ImportNote{ImportNote::Code::SkippedLines, 12, {}, {}}).contains(u"12"_s));
}

void SentencesTest::skippedFilesSayWhy()
{
    QSet<QString> sentences;
    for (const QString& reason : {u"empty"_s, u"not a mail log"_s, u"no mail lines"_s, u"changed"_s,
             u"duplicate of b.log"_s, u"Permission denied"_s}) {
        const QString text = words::text(ImportNote{ImportNote::Code::SkippedFile, 0, u"a.log"_s, reason});
        QVERIFY(text.startsWith(u"a.log: "_s));
        QVERIFY(!sentences.contains(text));
        sentences.insert(text);
    }
    QVERIFY(words::text(ImportNote{ImportNote::Code::SkippedFile, 0, u"a.log"_s, u"duplicate of b.log"_s})
                .contains(u"b.log"_s));
    QVERIFY(words::text(ImportNote{ImportNote::Code::SkippedFile, 0, u"a.log"_s, u"Permission denied"_s})
                .contains(u"Permission denied"_s));
}

void SentencesTest::wordsAreDistinct()
{
    QSet<QString> all;
    for (const EvidenceClass evidence :
        {EvidenceClass::Never, EvidenceClass::Mixed, EvidenceClass::Failed, EvidenceClass::Unknown})
        all.insert(words::text(evidence));
    for (const SpamVerdict verdict : {SpamVerdict::Unlabelled, SpamVerdict::Legitimate, SpamVerdict::Spam})
        all.insert(words::text(verdict));
    for (const Direction direction : allDirections)
        all.insert(words::text(direction));
    for (int version = 0; version <= static_cast<int>(TlsVersion::Tls13); ++version)
        all.insert(words::text(static_cast<TlsVersion>(version)));
    QCOMPARE(all.size(), 4 + 3 + 3 + 6);
    QVERIFY(!all.contains(QString()));
}

QTEST_GUILESS_MAIN(SentencesTest)
#include "tst_sentences.moc"
