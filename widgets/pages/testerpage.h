// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"
#include "probe/batch/proberunner.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class QSplitter;
class QTabWidget;
class QTableView;
class QToolButton;

namespace waxseal {

class DeliveryTable;
class Document;
class MessageBar;
class ResultTree;
class TestedModel;

/** Live tests: of one domain while one watches, or of all domains of the table; results stay with the workspace. */
class TesterPage : public QWidget
{
    Q_OBJECT
public:
    explicit TesterPage(Document* document, QWidget* parent = nullptr);
    ~TesterPage() override;

    void setDirection(Direction direction);
    /** Tests one domain, as if it had been typed. */
    void test(const QString& domain);

private:
    QWidget* makeBar();
    QWidget* makeList();
    QWidget* makeResult();
    QWidget* makeDelivery();
    QWidget* makeDetails();

    void testTyped();
    void testAll();
    void cancel();
    void start(std::vector<DomainName> domains, bool lines);
    void takeUpdate(const ProbeUpdate& update);
    void takeResults(const std::vector<std::shared_ptr<const DomainFacts>>& finished);
    void showProgress(const ProbeProgress& progress);
    void showNotice(ProbeNotice notice);
    void runEnded(const std::optional<Error>& error);
    void refreshActions();
    void reloadRecords();
    void showCurrent();
    void showFacts(const QString& key);
    void fillDetails(const DomainFacts& facts);
    void fillHistory(const QString& key);
    void copyText();
    void copyForPostmaster();

    Document* m_document;
    Direction m_direction = Direction::Outbound;
    TestedModel* m_tested;
    QSortFilterProxyModel* m_proxy;
    std::shared_ptr<const DomainFacts> m_facts; ///< shown
    QString m_shown;

    QLineEdit* m_domain = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_testAll = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_cancel = nullptr;
    QToolButton* m_settings = nullptr;
    QLabel* m_progressText = nullptr;
    QProgressBar* m_progress = nullptr;
    MessageBar* m_message = nullptr;
    QTableView* m_list = nullptr;
    QLabel* m_headline = nullptr;
    QLabel* m_subtitle = nullptr;
    ResultTree* m_tree = nullptr;
    DeliveryTable* m_delivery = nullptr;
    QLabel* m_advice = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_postmaster = nullptr;
    QPushButton* m_again = nullptr;
    QTabWidget* m_details = nullptr;
    QPlainTextEdit* m_transcript = nullptr;
    QPlainTextEdit* m_certificate = nullptr;
    QPlainTextEdit* m_dns = nullptr;
    QPlainTextEdit* m_history = nullptr;
    ProbeRunner* m_runner; // last: ends before what it tells
};

} // namespace waxseal
