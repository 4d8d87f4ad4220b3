// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"

#include <QMainWindow>

#include <array>

class QActionGroup;
class QStackedWidget;

namespace waxseal {

class Document;
class EmptyPlace;
class FileController;
class HeaderBar;
class MessageBar;
class PlaceSwitcher;
class PlanPage;
class PolicyPage;
class TesterPage;
class ProgressStrip;
class StatusLine;
class TrafficPage;

/** The one window: a rail of places, a toolbar, what is being done, and the place itself. */
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    enum class Place
    {
        Traffic,
        Policy,
        Tester,
        Plan
    };

    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    Document* document() const { return m_document; }
    FileController* files() const { return m_files; }
    PolicyPage* policyPage() const { return m_policy; }
    MessageBar* messageBar() const { return m_message; }

    /** Logs, folders and workspaces. */
    void open(const QStringList& paths);
    void openDemo();
    void showPlace(Place place);
    Place place() const { return m_place; }
    void setDirection(Direction direction);
    Direction direction() const { return m_direction; }

Q_SIGNALS:
    void directionChanged(waxseal::Direction direction);

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    template <typename Page>
    Page* addPage(Place place, Page* page);
    void makePlaces();
    void makeMenus();
    QWidget* makeCentre();
    void refreshTitle();
    void refreshStack();
    void showNotes();
    void comparePeriods();
    void importPolicy();
    void saveLayout() const;
    void restoreLayout();
    void resetLayout();
    void keepOnScreen();

    Document* m_document;
    FileController* m_files;
    HeaderBar* m_header = nullptr;
    PlaceSwitcher* m_rail = nullptr;
    MessageBar* m_message = nullptr;
    ProgressStrip* m_progress = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyPlace* m_empty = nullptr;
    StatusLine* m_status = nullptr;
    TrafficPage* m_traffic = nullptr;
    PolicyPage* m_policy = nullptr;
    PlanPage* m_plan = nullptr;
    TesterPage* m_tester = nullptr;
    std::array<QWidget*, 4> m_pages{}; ///< index: Place
    std::array<QAction*, 4> m_placeActions{};
    QActionGroup* m_directionActions = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    Place m_place = Place::Policy;
    Direction m_direction = Direction::Inbound;
    bool m_mayClose = false;
    QSize m_firstSize; ///< the window's own choice, or that of the last time
    bool m_isNew = true; ///< has not been shown
};

} // namespace waxseal
