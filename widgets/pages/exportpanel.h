// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exporter/targets.h"

#include <QFutureWatcher>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace waxseal {

class Document;
class ExportFields;
class FigureTable;
class FigureView;
class FilePreview;
class MessageBar;
class ReportWriter;
class SegmentedControl;

/**
 * The configuration for the user's own server: options, a preview of the exact files that follows the policy, and
 * writing them. What is written is what the preview shows, and nothing is overwritten before the user has said so.
 */
class ExportPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ExportPanel(Document* document, QWidget* parent = nullptr);
    ~ExportPanel() override;

    void setDirection(Direction direction);

    /** The files of the preview; empty while there is nothing to write, or while they are being made. */
    const ExportPlan& plan() const { return m_plan; }
    /** Asks for a folder. Only with a preview. */
    void chooseFolder();
    /** Writes the previewed files there; asks inline before it overwrites any. */
    void writeTo(const QString& folder);
    /** Asks for a file, then writes the report of the direction there. */
    void chooseReport();
    void writeReport(const QString& path);
    /** True while the question whether to overwrite is open. */
    bool isAsking() const;

Q_SIGNALS:
    void planChanged();
    void written(const QString& folder);
    void reportWritten(const QString& path);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    QWidget* buildOptions();
    void listTargets();
    const ExportTarget* target() const; ///< the chosen one; nullptr where the direction has none
    void markStale();
    void refresh();
    void takePlan();
    void showPlan();
    void showProblem(const Error& error);
    void showFile();
    void ask(const QString& folder);
    void write(const QString& folder, bool overwrite);
    void reportFinished(const Status& status);
    void updateActions();
    ExportRequest request() const;

    Document* m_document;
    Direction m_direction = Direction::Inbound;
    ExportPlan m_plan;
    QFutureWatcher<Result<ExportPlan>> m_watcher;
    QString m_askedFolder; ///< the overwrite question is about this one
    bool m_stale = true;

    QLabel* m_title = nullptr;
    SegmentedControl* m_mode = nullptr;
    QLabel* m_modeText = nullptr;
    QLabel* m_refusalLabel = nullptr;
    SegmentedControl* m_refusal = nullptr;
    QComboBox* m_target = nullptr;
    ExportFields* m_fields = nullptr;
    QWidget* m_options = nullptr;
    QStackedWidget* m_content = nullptr;
    QLabel* m_problem = nullptr;
    QWidget* m_filesBox = nullptr;
    QListWidget* m_files = nullptr;
    FilePreview* m_preview = nullptr;
    QWidget* m_refusedBox = nullptr;
    QLabel* m_refusedText = nullptr;
    FigureTable* m_refused = nullptr;
    MessageBar* m_message = nullptr;
    QAction* m_overwrite = nullptr;
    QAction* m_keep = nullptr;
    ReportWriter* m_reportWriter = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_report = nullptr;
    QPushButton* m_write = nullptr;
};

} // namespace waxseal
