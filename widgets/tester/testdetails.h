// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/batch/proberunner.h"
#include "widgets/tester/batchsummary.h"
#include "widgets/tester/testresult.h"

#include <QTabWidget>

class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QTableView;
class QTableWidget;

namespace waxseal {

class Document;
class HistoryModel;

/** The bottom of the Tester place: transcript, certificates, DNS answers, earlier tests. */
class TestDetails : public QTabWidget
{
    Q_OBJECT
public:
    explicit TestDetails(Document* document, QWidget* parent = nullptr);

    void setResult(const TestResult& result);
    void clearResult();
    /** A test begins: the transcript is shown, and grows. */
    void begin();
    void addLine(const ProbeUpdate::Line& line);
    QSize minimumSizeHint() const override;
    /** What a batch has come to; shown at once. Empty: the tab goes. */
    void setSummary(const std::vector<BatchGroup>& groups);

Q_SIGNALS:
    /** An earlier test, at this place among the document's probes, is to be shown. */
    void testChosen(std::uint32_t place);
    /** These domains of the batch (A-labels) are to be shown. */
    void groupChosen(const QStringList& domains);

private:
    QPlainTextEdit* addText(const QString& name, const QString& title);
    void addCertificates();
    void addHistory();
    void addSummary();
    void fillHistory(const TestResult& result);
    void copyTlsa() const;

    Document* m_document;
    QPlainTextEdit* m_transcript;
    QPlainTextEdit* m_certificate;
    QPlainTextEdit* m_dns;
    QWidget* m_tlsaRow;
    QComboBox* m_tlsa;
    HistoryModel* m_history;
    QTableView* m_historyView;
    QTableWidget* m_summary;
    QString m_lastAddress; ///< of the live transcript
};

} // namespace waxseal
