// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/document/documentloader.h"

#include <QObject>
#include <QPointer>

#include <array>
#include <cstdint>
#include <functional>

class QAction;
class QFileDialog;
class QMenu;
class QMessageBox;
class QWidget;

namespace waxseal {

class Document;
class RecentFiles;

/** Where the demo log of this installation lies; empty when it is not there. */
QString demoLogPath();

/**
 * Opening, saving and closing: the actions, their dialogs, the guard of unsaved changes. Reads and writes through a
 * loader, off the GUI thread. No dialog blocks: each is a child of the window with a name of its own.
 */
class FileController : public QObject
{
    Q_OBJECT
public:
    FileController(Document* document, QWidget* window);

    QAction* openLogs = nullptr;
    QAction* openFolder = nullptr;
    QAction* openWorkspace = nullptr;
    QAction* openDemo = nullptr;
    QAction* save = nullptr;
    QAction* saveAs = nullptr;
    QAction* close = nullptr;
    QAction* networks = nullptr;
    QMenu* recentMenu = nullptr;
    QAction* replaceInstead = nullptr; ///< opens the logs that were added last in place of what they were added to

    DocumentLoader* loader() const { return m_loader; }

    /** Logs, folders and workspaces, as from the command line or a drop. Logs are added to what is open; a workspace
     * replaces it. */
    void open(const QStringList& paths);
    /** Runs `then` once nothing would be lost by it: at once, or after the user has saved or given up the changes. */
    void guard(std::function<void()> then);
    void cancel();

Q_SIGNALS:
    void problem(const QString& text);
    void message(const QString& text);
    /** Logs were added to what was open: what they brought. `replace` opens them in its place instead. */
    void added(const QString& text, QAction* replace);
    /** The files that were read have no mail in them; the import's notes say why. */
    void nothingFound();
    /** Work begins (with what to call it) or ends (empty). */
    void workChanged(const QString& what, bool cancellable);

private:
    void makeActions(QWidget* window);
    void askForLogs();
    void askForFolder();
    void askForWorkspace();
    void askForNetworks();
    void importAgain();
    void saveNow(std::function<void()> then = {});
    void askWhereToSave(std::function<void()> then);
    void startSaving(const QString& path, std::function<void()> then);
    void importLogs(const QStringList& paths, bool afresh);
    void startImport(const QStringList& paths, const ImportOptions& options, bool goesOn, bool afresh);
    void askWhichNetworks(const QStringList& paths);
    void refreshRecent();
    void refreshActions();
    QFileDialog* dialog(const QString& name, const QString& title);
    void imported(DocumentFacts& facts);
    void sayWhatWasAdded(const std::array<std::uint64_t, 3>& before);
    void failed(DocumentLoader::Work work, const Error& error);
    void witnessed(std::shared_ptr<const Witnesses> witnesses, const WitnessReading& reading);

    Document* m_document;
    QWidget* m_window;
    RecentFiles* m_recent;
    QPointer<QMessageBox> m_question;
    std::vector<Cidr> m_internal = defaultInternalNetworks();
    QStringList m_importing; ///< what the running import was asked for
    bool m_importsDemo = false;
    bool m_importsAfresh = false;
    bool m_importGoesOn = false; ///< the running import adds to what is open
    QStringList m_logsAfterOpening;
    std::function<void()> m_afterSaving;
    DocumentLoader* m_loader; // last: its thread ends before anything else goes
};

} // namespace waxseal
