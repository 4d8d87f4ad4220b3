// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/filecontroller.h"

#include "model/importer/importrules.h"
#include "widgets/document/document.h"
#include "widgets/document/recentfiles.h"
#include "widgets/style/icons.h"
#include "widgets/window/networksdialog.h"
#include "widgets/words/witnesswords.h"
#include "widgets/words/words.h"

#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

QString workspaceSuffix()
{
    return u"waxseal"_s;
}

/** Takes those of which `test` says so out of `paths`. */
template <typename Test>
QStringList takeIf(QStringList& paths, const Test& test)
{
    QStringList taken;
    QStringList left;
    for (const QString& path : std::as_const(paths))
        (test(path) ? taken : left).append(path);
    paths = left;
    return taken;
}

/** A report, or a folder whose first files are all reports. */
bool isReport(const QString& path)
{
    if (!QFileInfo(path).isDir())
        return looksLikeWitness(path);
    constexpr qsizetype few = 5;
    const QFileInfoList files = QDir(path).entryInfoList(QDir::Files | QDir::Readable, QDir::Name).mid(0, few);
    return !files.isEmpty() && std::all_of(files.begin(), files.end(), [](const QFileInfo& file) {
        return looksLikeWitness(file.filePath());
    });
}

bool isSame(const QString& path, const QString& other)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return !canonical.isEmpty() && canonical == QFileInfo(other).canonicalFilePath();
}

} // namespace

QString demoLogPath()
{
    // Beside the program, installed (bin/ and share/) or in the tree it was built in (app/ and share/).
    const QString path = QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../share/waxseal/demo.log.zst"_s);
    return QFileInfo::exists(path) ? path : QString();
}

FileController::FileController(Document* document, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_window(window)
    , m_recent(new RecentFiles(this))
    , m_loader(new DocumentLoader(this))
{
    makeActions(window);
    connect(m_recent, &RecentFiles::changed, this, &FileController::refreshRecent);
    connect(m_loader, &DocumentLoader::busyChanged, this, &FileController::refreshActions);
    connect(m_document, &Document::factsChanged, this, &FileController::refreshActions);
    connect(m_document, &Document::pathChanged, this, &FileController::refreshActions);
    connect(m_document, &Document::modifiedChanged, this, &FileController::refreshActions);
    connect(m_loader, &DocumentLoader::imported, this, [this](const auto& facts) { imported(*facts); });
    connect(m_loader, &DocumentLoader::opened, this, [this](const auto& facts, const QString& path) {
        m_document->setWorkspaceFacts(std::move(*facts), path);
        for (const Piece& piece : m_document->state().pieces)
            m_document->setDemo(m_document->isDemo() || isSame(piece.path, demoLogPath()));
        m_internal = m_document->state().internal;
        m_recent->add(path);
        Q_EMIT workChanged({}, false);
        if (const QStringList logs = std::exchange(m_logsAfterOpening, {}); !logs.isEmpty())
            importLogs(logs, false);
    });
    connect(m_loader, &DocumentLoader::saved, this, [this](const QString& path) {
        m_document->setSaved(path);
        m_recent->add(path);
        Q_EMIT workChanged({}, false);
        if (const auto then = std::exchange(m_afterSaving, {}))
            then();
    });
    connect(m_loader, &DocumentLoader::witnessed, this, &FileController::witnessed);
    connect(m_loader, &DocumentLoader::failed, this, &FileController::failed);
    refreshRecent();
    refreshActions();
}

void FileController::makeActions(QWidget* window)
{
    const auto add = [&](const QString& icon, const QString& text, const QKeySequence& key, auto handler) {
        auto* action = new QAction(style::themedIcon(icon), text, this);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, handler);
        return action;
    };
    openLogs = add(u"open"_s, tr("&Open Logs…"), QKeySequence::Open, [this] { askForLogs(); });
    openFolder = add({}, tr("Open &Folder…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, [this] { askForFolder(); });
    openWorkspace = add({}, tr("Open &Workspace…"), {}, [this] { askForWorkspace(); });
    openDemo = add(u"flask"_s, tr("Open &Demo Log"), {}, [this] { open({demoLogPath()}); });
    openDemo->setToolTip(tr("A month of a made-up company's mail server"));
    save = add(u"save"_s, tr("&Save"), QKeySequence::Save, [this] { saveNow(); });
    save->setToolTip(tr("Save facts, policy and test results as a workspace"));
    saveAs = add({}, tr("Save &As…"), QKeySequence::SaveAs, [this] { askWhereToSave({}); });
    close = add({}, tr("&Close"), QKeySequence::Close, [this] { guard([this] { m_document->clear(); }); });
    networks = add({}, tr("Internal &Networks…"), {}, [this] { askForNetworks(); });
    recentMenu = new QMenu(tr("Open &Recent"), window);
    replaceInstead = new QAction(tr("Open in Its Place"), this);
    replaceInstead->setObjectName(u"replaceInstead"_s);
    replaceInstead->setToolTip(tr("Close what was open before, and open only what was opened last"));
    connect(replaceInstead, &QAction::triggered, this, [this] {
        const QStringList logs = m_importing;
        if (!logs.isEmpty() && !m_loader->isBusy())
            guard([this, logs] { importLogs(logs, true); });
    });
}

void FileController::refreshActions()
{
    const bool idle = !m_loader->isBusy();
    for (QAction* action : {openLogs, openFolder, openWorkspace, networks})
        action->setEnabled(idle);
    recentMenu->setEnabled(idle && !m_recent->paths().isEmpty());
    openDemo->setEnabled(idle && !demoLogPath().isEmpty());
    const bool anything = !m_document->isEmpty() || m_document->isModified();
    save->setEnabled(idle && anything && (m_document->isModified() || m_document->path().isEmpty()));
    saveAs->setEnabled(idle && anything);
    close->setEnabled(idle && (anything || !m_document->path().isEmpty()));
}

void FileController::refreshRecent()
{
    recentMenu->clear();
    for (const QString& path : m_recent->paths()) {
        QString shown = QFileInfo(path).fileName() + u" — "_s + QDir::toNativeSeparators(QFileInfo(path).path());
        QAction* action = recentMenu->addAction(shown.replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, path] { open({path}); });
    }
    recentMenu->addSeparator();
    connect(recentMenu->addAction(tr("&Clear List")), &QAction::triggered, m_recent, &RecentFiles::clear);
    recentMenu->setEnabled(!m_recent->paths().isEmpty() && !m_loader->isBusy());
}

QFileDialog* FileController::dialog(const QString& name, const QString& title)
{
    auto* dialog = new QFileDialog(m_window, title);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_document->path().isEmpty())
        dialog->setDirectory(QFileInfo(m_document->path()).path());
    return dialog;
}

void FileController::askForLogs()
{
    QFileDialog* files = dialog(u"openLogsDialog"_s, tr("Open Logs"));
    files->setFileMode(QFileDialog::ExistingFiles);
    files->setOption(QFileDialog::ReadOnly); // logs are read: nothing is renamed or deleted from here
    files->setNameFilters({tr("All files (*)"), tr("Mail logs (*.log *.log.* mail* *.gz *.xz *.zst *.bz2 *.json)")});
    connect(files, &QFileDialog::filesSelected, this, &FileController::open);
    files->open();
}

void FileController::askForFolder()
{
    QFileDialog* folder = dialog(u"openFolderDialog"_s, tr("Open Folder of Logs"));
    folder->setFileMode(QFileDialog::Directory);
    folder->setOption(QFileDialog::ShowDirsOnly);
    folder->setOption(QFileDialog::ReadOnly);
    connect(folder, &QFileDialog::filesSelected, this, &FileController::open);
    folder->open();
}

void FileController::askForWorkspace()
{
    QFileDialog* file = dialog(u"openWorkspaceDialog"_s, tr("Open Workspace"));
    file->setFileMode(QFileDialog::ExistingFile);
    file->setOption(QFileDialog::ReadOnly);
    file->setNameFilters({tr("Waxseal workspaces (*.waxseal)"), tr("All files (*)")});
    connect(file, &QFileDialog::filesSelected, this, &FileController::open);
    file->open();
}

void FileController::open(const QStringList& paths)
{
    if (m_loader->isBusy()) {
        Q_EMIT problem(tr("Wait until the work that is running has ended, or cancel it, then open the files."));
        return;
    }
    QString workspace;
    QStringList logs;
    bool demo = false;
    for (const QString& path : paths) {
        if (path.isEmpty())
            continue;
        if (isWorkspace(path) || QFileInfo(path).suffix() == workspaceSuffix()) {
            if (!workspace.isEmpty()) {
                Q_EMIT problem(tr("Only one workspace can be open at a time. Open them one after the other."));
                return;
            }
            workspace = path;
        } else {
            logs.append(path);
            demo = demo || isSame(path, demoLogPath());
        }
    }
    if (!workspace.isEmpty()) {
        guard([this, workspace, logs] {
            m_logsAfterOpening = logs;
            Q_EMIT workChanged(tr("Opening %1").arg(QFileInfo(workspace).fileName()), true);
            m_loader->openWorkspace(workspace);
        });
        return;
    }
    if (logs.isEmpty())
        return;
    // Reports of others stand beside what is open, and first of all: what they say is soon read.
    if (const QStringList reports = takeIf(logs, isReport); !reports.isEmpty()) {
        const int number = static_cast<int>(reports.size());
        m_logsAfterOpening = logs;
        Q_EMIT workChanged(tr("Reading %n report(s)", nullptr, number), true);
        m_loader->readWitnesses(reports, m_document->witnesses());
        return;
    }
    // The made-up log never mixes with anybody's own.
    const bool mixes = !m_document->isEmpty() && demo != m_document->isDemo();
    if (mixes)
        guard([this, logs] { importLogs(logs, true); });
    else
        importLogs(logs, false);
}

void FileController::importLogs(const QStringList& paths, bool afresh)
{
    m_importing = paths;
    m_importsAfresh = afresh;
    m_importsDemo = false;
    for (const QString& path : paths)
        m_importsDemo = m_importsDemo || isSame(path, demoLogPath());
    const bool goesOn = !afresh && !m_document->isEmpty();
    ImportOptions options;
    options.internal = m_internal;
    if (goesOn && !continueFrom(options, m_document->state(), {ImportRule::Internal}).empty()) {
        askWhichNetworks(paths);
        return;
    }
    startImport(paths, options, goesOn, afresh);
}

void FileController::startImport(const QStringList& paths, const ImportOptions& options, bool goesOn, bool afresh)
{
    Q_EMIT workChanged(paths.size() == 1 ? tr("Reading %1").arg(QFileInfo(paths.first()).fileName())
                                         : tr("Reading %n file(s)", nullptr, static_cast<int>(paths.size())),
        true);
    m_importGoesOn = goesOn;
    m_loader->importLogs(paths, options, goesOn ? m_document->importPointer() : nullptr,
        afresh ? Policy{} : m_document->policy(), afresh ? nullptr : m_document->grounds().live,
        afresh ? PeriodChoice{} : m_document->periodChoice());
}

/** The networks were changed, and the mail that is there was not counted by them. */
void FileController::askWhichNetworks(const QStringList& paths)
{
    auto* question = new QMessageBox(QMessageBox::Question, tr("Internal Networks"),
        tr("The mail in this workspace was counted with other internal networks. By which shall these logs be "
           "counted?"),
        QMessageBox::Cancel, m_window);
    question->setObjectName(u"networksQuestion"_s);
    question->setInformativeText(
        tr("With the new ones, the workspace mixes mail that was counted in two ways. Internal Networks in the File "
           "menu reads all of its logs again."));
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* keep = question->addButton(tr("&Those of the Workspace"), QMessageBox::AcceptRole);
    QPushButton* change = question->addButton(tr("The &New Ones"), QMessageBox::AcceptRole);
    question->setDefaultButton(keep);
    connect(question, &QMessageBox::buttonClicked, this, [this, paths, keep, change](const QAbstractButton* clicked) {
        if (clicked == keep)
            m_internal = m_document->state().internal;
        else if (clicked != change)
            return;
        ImportOptions options;
        options.internal = m_internal;
        continueFrom(options, m_document->state(), {ImportRule::Internal});
        startImport(paths, options, true, false);
    });
    question->open();
}

void FileController::askForNetworks()
{
    auto* dialog = new NetworksDialog(m_internal, !m_document->isEmpty(), m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_internal = dialog->networks();
        importAgain();
    });
    dialog->open();
}

/** From their beginnings: which mail is our own decides at its first line. */
void FileController::importAgain()
{
    QStringList paths;
    for (const Piece& piece : m_document->state().pieces)
        paths.append(piece.path);
    paths.removeDuplicates();
    if (paths.isEmpty() || m_loader->isBusy())
        return;
    ImportOptions options;
    options.internal = m_internal;
    continueFrom(options, m_document->state(), {ImportRule::Internal}); // all else as before
    m_importing = {};
    m_importsAfresh = false;
    m_importGoesOn = false;
    m_importsDemo = m_document->isDemo();
    Q_EMIT workChanged(tr("Reading %n file(s)", nullptr, static_cast<int>(paths.size())), true);
    m_loader->importLogs(
        paths, options, nullptr, m_document->policy(), m_document->grounds().live, m_document->periodChoice());
}

void FileController::imported(DocumentFacts& facts)
{
    std::array<std::uint64_t, 3> before{};
    for (const Direction direction : allDirections)
        before[static_cast<std::size_t>(direction)] = m_document->traffic(direction).total.messages;
    if (m_importsAfresh)
        m_document->clear();
    m_document->setFacts(std::move(facts));
    m_document->setDemo(m_importsDemo);
    if (!m_importsDemo) {
        for (const QString& path : m_importing)
            m_recent->add(path);
    }
    Q_EMIT workChanged({}, false);
    if (m_document->isEmpty()) {
        const Excluded& excluded = m_document->import().excluded;
        const bool isOwn = excluded.reinjected + excluded.internal > 0;
        Q_EMIT problem(isOwn
                ? tr("All mail in these files came from internal networks, and is not counted. If these are none of "
                     "your own, change them with Internal Networks in the File menu.")
                : tr("No mail was found in these files. The import notes say what was skipped, and why."));
        Q_EMIT nothingFound();
    } else if (std::exchange(m_importGoesOn, false)) {
        sayWhatWasAdded(before);
    }
}

void FileController::witnessed(std::shared_ptr<const Witnesses> witnesses, const WitnessReading& reading)
{
    const int fresh = words::plural(reading.reports);
    Q_EMIT workChanged({}, false);
    if (reading.reports + reading.saferRows > 0)
        m_document->setWitnesses(std::move(witnesses));
    if (!reading.notes.empty() && reading.reports + reading.known + reading.saferRows + reading.saferKnown == 0)
        Q_EMIT problem(words::text(reading.notes.front()));
    else if (reading.saferRows + reading.saferKnown > 0)
        Q_EMIT message(tr("Google's “Safer email” table is read. It stands beside the domains in the Policy place."));
    else if (reading.reports == 0)
        Q_EMIT message(tr("These TLS reports had been read before."));
    else
        Q_EMIT message(
            tr("%n new TLS report(s). The Traffic place says who could not reach us, and why.", nullptr, fresh));
    if (const QStringList logs = std::exchange(m_logsAfterOpening, {}); !logs.isEmpty())
        open(logs);
}

/** Logs are added without a question; so what came of it is said. */
void FileController::sayWhatWasAdded(const std::array<std::uint64_t, 3>& before)
{
    const QLocale locale;
    QStringList parts;
    for (const Direction direction : allDirections) {
        const std::uint64_t now = m_document->traffic(direction).total.messages;
        const std::uint64_t was = before[static_cast<std::size_t>(direction)];
        if (now > was)
            parts.append(tr("%1 %2", "a number, and the direction of the mail: 120 Inbound")
                             .arg(locale.toString(static_cast<qulonglong>(now - was)), words::text(direction)));
    }
    const auto count = static_cast<int>(m_importing.size());
    const QString what = count == 1 ? QFileInfo(m_importing.first()).fileName() : tr("%n file(s)", nullptr, count);
    if (parts.isEmpty())
        Q_EMIT message(tr("%1: no mail that was not there already.").arg(what));
    else
        Q_EMIT added(
            tr("%1 was added to what was open. Messages more: %2.").arg(what, parts.join(u" · "_s)), replaceInstead);
}

void FileController::failed(DocumentLoader::Work work, const Error& error)
{
    m_afterSaving = {};
    m_logsAfterOpening.clear();
    Q_EMIT workChanged({}, false);
    if (error.code == ErrorCode::Cancelled) {
        Q_EMIT message(tr("Cancelled. What was open is unchanged."));
        return;
    }
    if (work == DocumentLoader::Work::Opening)
        m_recent->remove(QFileInfo(error.subject).absoluteFilePath());
    for (const QString& path : std::as_const(m_importing)) {
        if (work == DocumentLoader::Work::Importing && !QFileInfo::exists(path))
            m_recent->remove(QFileInfo(path).absoluteFilePath());
    }
    Q_EMIT problem(words::text(error));
}

void FileController::cancel()
{
    m_loader->cancel();
}

void FileController::guard(std::function<void()> then)
{
    if (!m_document->isModified()) {
        then();
        return;
    }
    if (m_question) {
        m_question->raise();
        return;
    }
    const QString name = m_document->path().isEmpty() ? tr("this workspace") : QFileInfo(m_document->path()).fileName();
    m_question = new QMessageBox(QMessageBox::Question, tr("Unsaved Changes"), tr("Save the changes to %1?").arg(name),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    m_question->setObjectName(u"unsavedQuestion"_s);
    m_question->setInformativeText(tr("The policy, test results and facts since the last save would be lost."));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setDefaultButton(QMessageBox::Save);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_question, &QMessageBox::finished, this, [this, then = std::move(then)](int answer) {
        if (answer == QMessageBox::Discard)
            then();
        else if (answer == QMessageBox::Save)
            saveNow(then);
    });
    m_question->open();
}

void FileController::saveNow(std::function<void()> then)
{
    if (m_document->path().isEmpty())
        askWhereToSave(std::move(then));
    else
        startSaving(m_document->path(), std::move(then));
}

void FileController::askWhereToSave(std::function<void()> then)
{
    QFileDialog* file = dialog(u"saveDialog"_s, tr("Save Workspace"));
    file->setAcceptMode(QFileDialog::AcceptSave);
    file->setNameFilter(tr("Waxseal workspaces (*.waxseal)"));
    file->setDefaultSuffix(workspaceSuffix());
    if (m_document->path().isEmpty())
        file->selectFile(tr("mail") + u'.' + workspaceSuffix());
    else
        file->selectFile(m_document->path());
    connect(file, &QFileDialog::fileSelected, this,
        [this, then = std::move(then)](const QString& path) { startSaving(path, then); });
    file->open();
}

void FileController::startSaving(const QString& path, std::function<void()> then)
{
    if (m_loader->isBusy()) {
        Q_EMIT problem(tr("Wait until the work that is running has ended, or cancel it, then save."));
        return;
    }
    m_afterSaving = std::move(then);
    Q_EMIT workChanged(tr("Saving %1").arg(QFileInfo(path).fileName()), false);
    m_loader->saveWorkspace(m_document->importPointer(), m_document->workspaceBesideFacts(), path);
}

} // namespace waxseal
