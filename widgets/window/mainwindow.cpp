// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/mainwindow.h"

#include "widgets/controls/accessiblecombo.h"
#include "widgets/controls/inputrules.h"
#include "widgets/controls/messagebar.h"
#include "widgets/controls/placeswitcher.h"
#include "widgets/controls/progressstrip.h"
#include "widgets/document/document.h"
#include "widgets/items/domaintable.h"
#include "widgets/pages/domainpanel.h"
#include "widgets/pages/planpage.h"
#include "widgets/pages/policypage.h"
#include "widgets/pages/testerpage.h"
#include "widgets/pages/trafficpage.h"
#include "widgets/style/icons.h"
#include "widgets/window/comparisondialog.h"
#include "widgets/window/emptyplace.h"
#include "widgets/window/filecontroller.h"
#include "widgets/window/headerbar.h"
#include "widgets/window/helpdialogs.h"
#include "widgets/window/periodbar.h"
#include "widgets/window/policyimportdialog.h"
#include "widgets/window/statusline.h"
#include "widgets/words/words.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

constexpr int layoutVersion = 2; // of the saved layout; another one is not restored
constexpr QMargins guessedFrame(4, 40, 4, 4); // before the window has been shown, nobody knows it

QStringList localFiles(const QMimeData* data)
{
    QStringList paths;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

/** What the desktop draws around the window. */
QMargins frameOf(const QWidget& window)
{
    if (!window.isVisible())
        return guessedFrame;
    const QRect outer = window.frameGeometry();
    const QRect inner = window.geometry();
    return {inner.left() - outer.left(), inner.top() - outer.top(), outer.right() - inner.right(),
        outer.bottom() - inner.bottom()};
}

/** The size to begin with: what the screen has room for beside the frame. */
QSize firstSize(const QWidget& window)
{
    return QSize(1440, 900).boundedTo(window.screen()->availableGeometry().marginsRemoved(frameOf(window)).size());
}

} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , m_document(new Document(this))
    , m_files(new FileController(m_document, this))
{
    setObjectName(u"mainWindow"_s);
    InputRules::install();
    nameComboBoxes();
    setAcceptDrops(true);
    setUnifiedTitleAndToolBarOnMac(true);
    m_undo = m_document->undoStack()->createUndoAction(this, tr("&Undo"));
    m_undo->setShortcut(QKeySequence::Undo);
    m_undo->setIcon(style::themedIcon(u"undo"_s));
    m_redo = m_document->undoStack()->createRedoAction(this, tr("&Redo"));
    // The platform's own, and the other one that hands know.
    m_redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_redo->setIcon(style::themedIcon(u"redo"_s));

    m_header = new HeaderBar(m_document, {m_files->openLogs, m_files->save}, {m_undo, m_redo}, this);
    addToolBar(m_header);
    m_status = new StatusLine(m_document, this);
    setStatusBar(m_status);
    setCentralWidget(makeCentre());
    makePlaces();
    makeMenus();

    connect(m_header, &HeaderBar::directionChosen, this, &MainWindow::setDirection);
    connect(m_header->period(), &PeriodBar::comparisonRequested, this, &MainWindow::comparePeriods);
    connect(m_status, &StatusLine::notesRequested, this, &MainWindow::showNotes);
    connect(m_document, &Document::factsChanged, this, &MainWindow::refreshStack);
    connect(m_document, &Document::pathChanged, this, &MainWindow::refreshTitle);
    connect(m_document, &Document::demoChanged, this, &MainWindow::refreshTitle);
    connect(m_document, &Document::factsChanged, this, &MainWindow::refreshTitle);
    connect(m_document, &Document::modifiedChanged, this, &QWidget::setWindowModified);
    connect(m_files, &FileController::problem, this,
        [this](const QString& text) { m_message->show(MessageBar::Kind::Error, text); });
    connect(m_files, &FileController::message, this,
        [this](const QString& text) { m_message->show(MessageBar::Kind::Information, text); });
    connect(m_files, &FileController::added, this, [this](const QString& text, QAction* replace) {
        m_message->show(MessageBar::Kind::Information, text, {replace});
    });
    connect(m_files, &FileController::nothingFound, this, &MainWindow::showNotes);
    connect(m_files, &FileController::workChanged, this, [this](const QString& what, bool cancellable) {
        m_progress->setVisible(!what.isEmpty());
        if (what.isEmpty())
            return;
        m_progress->start(what, cancellable);
        m_message->hide();
    });
    connect(m_files->loader(), &DocumentLoader::progressed, m_progress, &ProgressStrip::setProgress);
    connect(m_progress, &ProgressStrip::cancelRequested, this, [this] {
        m_progress->setCancelling();
        m_files->cancel();
    });

    restoreLayout();
    refreshTitle();
    refreshStack();
}

MainWindow::~MainWindow()
{
    // Closing speaks through the stack's signals; the window's parts no longer listen.
    m_document->undoStack()->disconnect(this);
}

QWidget* MainWindow::makeCentre()
{
    auto* centre = new QWidget(this);
    m_rail = new PlaceSwitcher(centre);
    m_message = new MessageBar(centre);
    m_progress = new ProgressStrip(centre);
    m_stack = new QStackedWidget(centre);
    m_empty = new EmptyPlace(m_files->openLogs, m_files->openDemo, m_stack);
    m_stack->addWidget(m_empty);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_message);
    right->addWidget(m_progress);
    right->addWidget(m_stack, 1);
    auto* layout = new QHBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addLayout(right, 1);
    return centre;
}

template <typename Page>
Page* MainWindow::addPage(Place place, Page* page)
{
    m_pages[static_cast<std::size_t>(place)] = page;
    m_stack->addWidget(page);
    connect(this, &MainWindow::directionChanged, page, &Page::setDirection);
    return page;
}

void MainWindow::makePlaces()
{
    struct Entry
    {
        QString text;
        QString icon;
    };
    const std::array<Entry, 4> entries{Entry{tr("&Traffic"), u"traffic"_s}, Entry{tr("&Policy"), u"policy"_s},
        Entry{tr("T&ester"), u"tester"_s}, Entry{tr("Pl&an"), u"plan"_s}};
    m_traffic = addPage(Place::Traffic, new TrafficPage(m_document, m_stack));
    m_policy = addPage(Place::Policy, new PolicyPage(m_document, m_stack));
    connect(m_traffic, &TrafficPage::domainRequested, this, [this](const QString& key) {
        showPlace(Place::Policy);
        m_policy->showDomain(key);
    });
    connect(m_traffic, &TrafficPage::linesRequested, this, [this](const QString& key) {
        showPlace(Place::Policy);
        m_policy->showDomain(key, true);
    });
    connect(m_traffic, &TrafficPage::daysRequested, this, [this](Day first, Day last) {
        showPlace(Place::Policy);
        m_policy->showDays(first, last);
    });
    connect(m_traffic, &TrafficPage::plaintextRequested, this, [this] {
        showPlace(Place::Policy);
        m_policy->showPlaintext();
    });
    m_tester = addPage(Place::Tester, new TesterPage(m_document, m_stack));
    connect(m_tester, &TesterPage::shown, this, [this] { showPlace(Place::Tester); });
    connect(m_policy, &PolicyPage::testRequested, m_tester, &TesterPage::test);
    connect(m_traffic, &TrafficPage::testRequested, m_tester, &TesterPage::test);
    connect(m_policy, &PolicyPage::resultRequested, m_tester, &TesterPage::showResult);
    m_plan = addPage(Place::Plan, new PlanPage(m_document, m_policy->forecaster(), m_stack));
    connect(m_policy, &PolicyPage::periodDragged, this, [this](Day first, Day last) {
        m_document->setPeriod(PeriodChoice{0, {first, last}});
    });
    connect(m_policy, &PolicyPage::budgetChanged, m_plan, &PlanPage::setBudget);
    m_plan->setBudget(m_policy->budget());

    auto* group = new QActionGroup(this);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (m_pages[i] == nullptr)
            continue;
        auto* action = new QAction(style::themedIcon(entries[i].icon), entries[i].text, this);
        action->setCheckable(true);
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i))));
        group->addAction(action);
        m_placeActions[i] = action;
        m_rail->add(action);
        connect(action, &QAction::triggered, this, [this, i] { showPlace(static_cast<Place>(i)); });
    }
}

void MainWindow::makeMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(m_files->openLogs);
    file->addAction(m_files->openFolder);
    file->addAction(m_files->openWorkspace);
    file->addMenu(m_files->recentMenu);
    file->addAction(m_files->openDemo);
    file->addAction(m_files->networks);
    file->addSeparator();
    file->addAction(m_files->save);
    file->addAction(m_files->saveAs);
    file->addSeparator();
    file->addAction(m_files->close);
    QAction* quit = file->addAction(tr("&Quit"), QKeySequence(QKeySequence::Quit), this, &QWidget::close);
    quit->setMenuRole(QAction::QuitRole);

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addAction(m_undo);
    edit->addAction(m_redo);
    edit->addSeparator();
    edit->addAction(m_policy->findAction());
    connect(m_policy->findAction(), &QAction::triggered, this, [this] { showPlace(Place::Policy); });

    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (QAction* action : m_placeActions) {
        if (action != nullptr)
            view->addAction(action);
    }
    view->addSeparator();
    m_directionActions = new QActionGroup(this);
    for (const Direction direction : allDirections) {
        QAction* action = view->addAction(words::text(direction));
        action->setCheckable(true);
        action->setShortcut(
            QKeySequence(Qt::CTRL | Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(direction))));
        action->setChecked(direction == m_direction);
        m_directionActions->addAction(action);
        connect(action, &QAction::triggered, this, [this, direction] { setDirection(direction); });
    }
    view->addMenu(m_header->period()->menu());
    view->addSeparator();
    for (QMenu* menu : m_policy->viewMenus())
        view->addMenu(menu);
    view->addAction(m_policy->detailsAction());
    QAction* fullScreen = view->addAction(tr("&Full Screen"));
    fullScreen->setShortcut(QKeySequence::FullScreen);
    fullScreen->setCheckable(true);
    connect(fullScreen, &QAction::toggled, this, [this](bool on) {
        setWindowState(on ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
    });
    view->addAction(tr("&Reset Layout"), this, &MainWindow::resetLayout);

    QMenu* policy = menuBar()->addMenu(tr("&Policy"));
    for (QAction* action : m_policy->policyActions()) {
        if (action != nullptr)
            policy->addAction(action);
        else
            policy->addSeparator();
    }

    policy->addSeparator();
    QAction* import = policy->addAction(tr("&Import Policy…"), this, &MainWindow::importPolicy);
    import->setObjectName(u"importPolicy"_s);

    QMenu* test = menuBar()->addMenu(tr("Te&st"));
    for (QAction* action : m_tester->testActions()) {
        if (action != nullptr)
            test->addAction(action);
        else
            test->addSeparator();
    }

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(
        tr("&What the Figures Mean"), QKeySequence(QKeySequence::HelpContents), this, [this] { showWords(this); });
    help->addAction(
        tr("&Keyboard Shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_F1), this, [this] { showShortcuts(this); });
    QAction* about = help->addAction(tr("&About Waxseal"), this, [this] { showAbout(this); });
    about->setMenuRole(QAction::AboutRole);
}

void MainWindow::open(const QStringList& paths)
{
    m_files->open(paths);
}

void MainWindow::openDemo()
{
    const QString path = demoLogPath();
    if (path.isEmpty())
        m_message->show(MessageBar::Kind::Error, tr("The demo log is not part of this installation."));
    else
        m_files->open({path});
}

void MainWindow::showPlace(Place place)
{
    const auto at = static_cast<std::size_t>(place);
    if (m_pages[at] == nullptr)
        return;
    m_place = place;
    m_placeActions[at]->setChecked(true);
    refreshStack();
}

void MainWindow::setDirection(Direction direction)
{
    m_directionActions->actions().at(static_cast<int>(direction))->setChecked(true);
    m_header->setDirection(direction);
    if (direction == m_direction)
        return;
    m_direction = direction;
    m_status->setDirection(direction);
    Q_EMIT directionChanged(direction);
}

void MainWindow::refreshStack()
{
    // Testing a domain needs no log; everything else does. Of logs without mail Traffic has something to say: why.
    const bool hasReport = m_place == Place::Traffic && !m_document->state().sources.empty();
    const bool isEmpty = m_document->isEmpty() && m_place != Place::Tester && !hasReport;
    QWidget* page = isEmpty ? m_empty : m_pages[static_cast<std::size_t>(m_place)];
    const bool isOpened = m_stack->currentWidget() == m_empty && page != m_empty;
    m_stack->setCurrentWidget(page);
    // What was opened is at hand: arrows walk over the domains, Space switches them.
    if (isOpened && page == m_policy)
        m_policy->domains()->table()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::refreshTitle()
{
    QString name = QFileInfo(m_document->path()).completeBaseName();
    if (name.isEmpty()) {
        const auto& pieces = m_document->state().pieces;
        if (m_document->isDemo())
            name = tr("Demo: synthetic data");
        else if (pieces.size() == 1)
            name = QFileInfo(pieces.front().path).fileName();
        else if (!pieces.empty())
            name = tr("%n file(s)", nullptr, static_cast<int>(pieces.size()));
    }
    setWindowTitle(name.isEmpty() ? tr("Waxseal[*]") : tr("%1[*] — Waxseal").arg(name));
    setWindowFilePath(m_document->path());
    setWindowModified(m_document->isModified());
}

void MainWindow::showNotes()
{
    showPlace(Place::Traffic);
    m_traffic->showReport();
}

void MainWindow::importPolicy()
{
    auto* dialog = new PolicyImportDialog(this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const PolicyReader& reader = dialog->reader();
        const Policy policy = reader.policy();
        for (const Direction direction : {Direction::Inbound, Direction::Outbound}) {
            if (reader.speaksOf(direction))
                m_document->importPolicy(direction, policy.of(direction));
        }
        // To where there is something to be seen.
        if (!reader.speaksOf(m_direction))
            setDirection(m_direction == Direction::Inbound ? Direction::Outbound : Direction::Inbound);
        showPlace(Place::Policy);
    });
    dialog->open();
}

void MainWindow::comparePeriods()
{
    if (m_document->isEmpty())
        return;
    auto* dialog = new ComparisonDialog(m_document, m_direction, this);
    connect(dialog, &ComparisonDialog::domainActivated, this, [this, direction = m_direction](const QString& key) {
        setDirection(direction);
        const auto row = m_document->simulation(direction).rowOf(key.toStdString());
        if (!row)
            return; // no mail in the period that the window looks at
        showPlace(Place::Policy);
        m_policy->domains()->goTo(*row);
    });
    dialog->show();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_mayClose && m_document->isModified()) {
        event->ignore();
        m_files->guard([this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    saveLayout();
    event->accept();
}

/** A frame may be higher than was guessed, and a layout may come from a larger screen. */
void MainWindow::keepOnScreen()
{
    if (isMaximized() || isFullScreen() || isMinimized() || size() != m_firstSize)
        return; // somebody has chosen another size since
    const QRect room = screen()->availableGeometry().marginsRemoved(frameOf(*this));
    if (width() > room.width() || height() > room.height())
        resize(size().boundedTo(room.size()));
    const QRect at = geometry();
    const QPoint inside(std::clamp(at.left(), room.left(), std::max(room.left(), room.right() + 1 - at.width())),
        std::clamp(at.top(), room.top(), std::max(room.top(), room.bottom() + 1 - at.height())));
    if (inside != at.topLeft() && QGuiApplication::screens().size() == 1)
        setGeometry(QRect(inside, size()));
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (std::exchange(m_isNew, false))
        QTimer::singleShot(150, this, &MainWindow::keepOnScreen); // the desktop has framed it by then
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (localFiles(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_empty->setDropHint(true);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*)
{
    m_empty->setDropHint(false);
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_empty->setDropHint(false);
    const QStringList paths = localFiles(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    m_files->open(paths);
}

void MainWindow::saveLayout() const
{
    QSettings settings;
    settings.setValue(u"window/version"_s, layoutVersion);
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/state"_s, saveState(layoutVersion));
    settings.setValue(u"window/place"_s, static_cast<int>(m_place));
    settings.setValue(u"window/direction"_s, static_cast<int>(m_direction));
    m_policy->saveLayout(settings);
    m_plan->saveLayout(settings);
    m_tester->saveLayout(settings);
}

void MainWindow::restoreLayout()
{
    resize(firstSize(*this));
    Place place = Place::Policy;
    const QSettings settings;
    if (settings.value(u"window/version"_s).toInt() == layoutVersion) {
        restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
        restoreState(settings.value(u"window/state"_s).toByteArray(), layoutVersion);
        const int last = settings.value(u"window/place"_s).toInt();
        if (last >= 0 && last < static_cast<int>(m_pages.size()) && m_pages[static_cast<std::size_t>(last)] != nullptr)
            place = static_cast<Place>(last);
        m_policy->restoreLayout(settings);
        m_plan->restoreLayout(settings);
        m_tester->restoreLayout(settings);
        const int direction = settings.value(u"window/direction"_s).toInt();
        if (direction >= 0 && direction < static_cast<int>(allDirections.size()))
            setDirection(static_cast<Direction>(direction));
    }
    m_firstSize = size();
    showPlace(place);
}

void MainWindow::resetLayout()
{
    if (!isMaximized() && !isFullScreen())
        resize(firstSize(*this));
    m_policy->resetLayout();
    m_plan->resetLayout();
    m_tester->resetLayout();
}

} // namespace waxseal
