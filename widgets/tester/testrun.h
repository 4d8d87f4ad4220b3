// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/batch/proberunner.h"
#include "widgets/tester/batchsummary.h"

#include <QObject>
#include <QStringList>

namespace waxseal {

class Document;
class TestedModel;

/**
 * The live tests of the window: one run at a time, its results go to the document and to the list of tested domains.
 * Knows no widget.
 */
class TestRun : public QObject
{
    Q_OBJECT
public:
    explicit TestRun(Document* document, QObject* parent = nullptr);
    ~TestRun() override;

    TestedModel* model() const { return m_model; }

    /** Begins, unless a run is under way. A single domain is watched: its conversation is heard.
     * `goesOn`: the summary of the last batch is added to. */
    void start(std::vector<DomainName> domains, bool goesOn = false);
    void cancel(); ///< returns at once
    void setPaused(bool paused);
    bool isRunning() const { return m_runner->isRunning(); }
    bool isPaused() const { return m_runner->isPaused(); }
    /** Domains of the last run that it came to no result for. */
    std::vector<DomainName> remaining() const { return m_runner->remaining(); }
    /** Of the last run of several domains. */
    const BatchSummary& summary() const { return m_summary; }
    bool hasRemaining() const { return m_runner->hasRemaining(); }

Q_SIGNALS:
    /** A run has begun or ended, is paused or goes on. */
    void stateChanged();
    void progressed(const waxseal::ProbeProgress& progress);
    void heard(const waxseal::ProbeUpdate::Line& line);
    void noticed(waxseal::ProbeNotice notice);
    /** These domains (A-labels) have a new result, which the document has. */
    void finished(const QStringList& domains);
    /** A run of several domains is over, or was cancelled: what it has come to. */
    void summarized();
    /** The settings cannot be used. */
    void failed(const waxseal::Error& error);
    /** Cancelled with so many domains left. */
    void cancelled(int left);

private:
    void take(const ProbeUpdate& update);
    void takeResults(const ProbeUpdate& update);
    void showResults(const QStringList& domains);
    void reload();
    void end();

    Document* m_document;
    TestedModel* m_model;
    ProbeRunner* m_runner;
    BatchSummary m_summary;
    bool m_isBatch = false;
};

/** A domain's name for people. */
QString shownDomain(const QString& key);

} // namespace waxseal
