// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"
#include "probe/batch/proberunner.h"
#include "widgets/tester/testactions.h"
#include "widgets/tester/testresult.h"

#include <QWidget>

class QSettings;
class QSplitter;
class QStackedWidget;

namespace waxseal {

class DeliveryPanel;
class Document;
class MessageBar;
class ResultPanel;
class TestBar;
class TestDetails;
class TestedList;
class TestRun;

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
    /** Shows what is known of a domain. */
    void showResult(const QString& domain);

    /** For the menu bar; a null pointer stands for a separator. */
    QList<QAction*> testActions() const { return m_actions.menu(); }

    void saveLayout(QSettings& settings) const;
    void restoreLayout(const QSettings& settings);
    void resetLayout();

Q_SIGNALS:
    /** Somebody wants to see this place. */
    void shown();

private:
    QWidget* makeEmpty();
    QWidget* makeContent();
    void connectActions();
    void connectRun();

    void testTyped();
    void start(std::vector<DomainName> domains);
    void ask(std::vector<DomainName> domains, bool goesOn = false);
    void begin(std::vector<DomainName> domains, bool goesOn);
    void showSummary();
    void applyAdvice();
    void watch(const QString& domain);
    std::vector<DomainName> tableDomains(bool onlyUntested) const;
    void askForList();
    void askForOwn();
    void editSettings();
    void showNotice(ProbeNotice notice);
    void showCancelled(int left);
    void refresh();
    void refreshAdvice();
    void countDomains();
    void showDomain(const QString& key, std::optional<std::uint32_t> place = {});
    void showNothing();
    void copyText();
    void copyForPostmaster();

    Document* m_document;
    Direction m_direction = Direction::Inbound;
    TestActions m_actions;
    QString m_shown; ///< A-label
    TestResult m_result;
    int m_tableDomains = 0;
    std::vector<DomainName> m_asked; ///< a batch that waits for its confirmation
    bool m_askedGoesOn = false;

    TestBar* m_bar;
    MessageBar* m_message;
    QStackedWidget* m_stack;
    TestedList* m_list;
    ResultPanel* m_panel;
    DeliveryPanel* m_delivery;
    TestDetails* m_details;
    QSplitter* m_columns;
    QSplitter* m_rows;
    QWidget* m_empty;
    QWidget* m_content;
    TestRun* m_run; // last: ends before what it tells
};

} // namespace waxseal
