// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/importer/importer.h"
#include "widgets/document/domaindetails.h"

#include <QThreadPool>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace waxseal {

/** The log lines behind a figure, read off the GUI thread when they come into view, with the parts that decide marked.
 */
class EvidenceView : public QWidget
{
    Q_OBJECT
public:
    explicit EvidenceView(QWidget* parent = nullptr);
    ~EvidenceView() override;

    void setPlaces(std::vector<DomainDetails::Place> places, std::shared_ptr<const FactTable> facts);

    /** A part of a line and what it stands for. */
    struct Mark
    {
        qsizetype start = 0;
        qsizetype length = 0;
        bool isLoss = false; ///< the reason for a loss; else what identifies the host or the protection
    };
    /** What in a log line decides: the other side, the TLS version or its absence. For the eye only; nothing is counted
     * by it. */
    static QList<Mark> marks(const QString& line, bool lost);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void go(std::size_t place);
    void read();
    void show(const QString& path, const Result<std::vector<LogLine>>& lines);
    void highlight();

    QLabel* m_where;
    QToolButton* m_previous;
    QToolButton* m_next;
    QPlainTextEdit* m_text;
    QThreadPool m_pool; // one thread: files are read one after the other
    std::vector<DomainDetails::Place> m_places;
    std::shared_ptr<const FactTable> m_facts;
    std::size_t m_place = 0;
    int m_focusLine = -1;
    std::uint64_t m_request = 0; ///< what is asked for now; answers to earlier questions are dropped
    bool m_unread = false;
};

} // namespace waxseal
