// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/chart.h"

#include "model/core/safefile.h"
#include "widgets/charts/charttable.h"
#include "widgets/controls/elidedlabel.h"
#include "widgets/controls/plainheader.h"
#include "widgets/controls/roomydelegate.h"
#include "widgets/style/icons.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QStackedLayout>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>
#include <QWindow>
#include <qcustomplot.h>

#include <utility>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

/** Screen readers hear "chart", its name and its figures. */
QAccessibleInterface* chartInterface(const QString&, QObject* object)
{
    auto* chart = qobject_cast<Chart*>(object);
    return chart != nullptr ? new QAccessibleWidget(chart, QAccessible::Chart) : nullptr;
}

} // namespace

Chart::Chart(QWidget* parent)
    : QWidget(parent)
    , m_table(new ChartTable(this))
{
    [[maybe_unused]] static const bool installed = (QAccessible::installFactory(chartInterface), true);
    setFocusPolicy(Qt::StrongFocus);

    m_titleLabel = new ElidedLabel(this);
    m_titleLabel->setFont(style::sectionFont(font()));
    m_message = new style::TextLabel(style::TextLabel::Rank::Muted, this);
    m_message->setObjectName(u"chartMessage"_s);
    m_message->setAutoFillBackground(true);
    m_message->setBackgroundRole(QPalette::Window);
    m_message->setContentsMargins(style::unit, style::unit / 2, style::unit, style::unit / 2);
    m_message->hide();
    m_menuButton = new QToolButton(this);
    m_menuButton->setAutoRaise(true);
    m_menuButton->setIcon(style::themedIcon(u"more"_s));
    connect(m_menuButton, &QToolButton::clicked, this,
        [this] { m_menu->popup(m_menuButton->mapToGlobal(QPoint(0, m_menuButton->height()))); });
    m_header = new QHBoxLayout;
    m_header->setContentsMargins(0, 0, 0, 0);
    m_header->setSpacing(style::unit);
    m_header->addWidget(m_titleLabel, 1);
    m_header->addWidget(m_menuButton);

    m_plot = new QCustomPlot(this);
    m_plot->setFocusPolicy(Qt::NoFocus); // the chart itself has it
    m_plot->setAttribute(Qt::WA_NoMousePropagation, false); // the wheel scrolls the page
    m_plot->installEventFilter(this);
    m_plot->setPlottingHints(QCP::phCacheLabels);
    m_plot->setLocale(QLocale());
    m_plot->plotLayout()->setRowSpacing(style::unit / 2);
    connect(m_plot, &QCustomPlot::afterLayout, this, &Chart::plotResized);

    m_stack = new QStackedLayout;
    m_stack->addWidget(m_plot);
    m_nothing = new style::TextLabel(style::TextLabel::Rank::Muted, tr("Nothing to draw."), this);
    m_nothing->setObjectName(u"chartNothing"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(false); // else the height of the chart would be that of these words
    m_stack->addWidget(m_nothing);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2, 2, 2, 2);
    column->setSpacing(style::unit / 2);
    column->addLayout(m_header);
    column->addLayout(m_stack, 1);
    buildMenu();
}

Chart::~Chart() = default;

void Chart::setTitle(const QString& title)
{
    m_title = title;
    m_titleLabel->setText(title);
    m_titleLabel->setVisible(!title.isEmpty());
    setAccessibleName(title);
    m_menuButton->setAccessibleName(tr("Menu of the chart %1").arg(title));
    m_menuButton->setToolTip(tr("Save, copy or show as table"));
    if (m_tableView != nullptr)
        m_tableView->setAccessibleName(title);
}

QSize Chart::sizeHint() const
{
    return {420, 240};
}

QSize Chart::minimumSizeHint() const
{
    return {220, 150};
}

void Chart::addHeaderWidget(QWidget* widget)
{
    m_header->insertWidget(m_header->count() - 1, widget);
}

void Chart::buildMenu()
{
    m_menu = new QMenu(this);
    const auto add = [this](const QString& icon, const QString& text, auto work) {
        QAction* action = m_menu->addAction(style::themedIcon(icon), text);
        connect(action, &QAction::triggered, this, work);
        return action;
    };
    add(u"picture"_s, tr("Save as PNG…"),
        [this] { askWhereToSave(u"png"_s, tr("PNG picture (*.png)"), &Chart::savePng); });
    add(u"file"_s, tr("Save as PDF…"),
        [this] { askWhereToSave(u"pdf"_s, tr("PDF document (*.pdf)"), &Chart::savePdf); });
    add(u"table"_s, tr("Save as CSV…"),
        [this] { askWhereToSave(u"csv"_s, tr("CSV table (*.csv)"), &Chart::saveCsvTo); });
    m_menu->addSeparator();
    add(u"copy"_s, tr("Copy Picture"), [this] { QGuiApplication::clipboard()->setPixmap(picture(2.0)); });
    add(u"copy"_s, tr("Copy Numbers"), [this] { QGuiApplication::clipboard()->setText(m_table->tabbed()); });
    m_menu->addSeparator();
    m_tableAction = m_menu->addAction(tr("Show as Table"));
    m_tableAction->setCheckable(true);
    connect(m_tableAction, &QAction::toggled, this, &Chart::setTableShown);
}

void Chart::askWhereToSave(const QString& suffix, const QString& filter, bool (Chart::*save)(const QString&))
{
    auto* dialog = new QFileDialog(this, tr("Save Chart"), {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(QString(m_title + u'.' + suffix).replace(u'/', u'-'));
    connect(dialog, &QFileDialog::fileSelected, this, [this, save](const QString& path) {
        const bool saved = (this->*save)(path);
        m_message->setText(saved
                ? tr("Saved as %1.").arg(QDir::toNativeSeparators(path))
                : tr("%1 could not be written. Choose another folder.").arg(QDir::toNativeSeparators(path)));
        m_message->show();
        placeMessage();
        QTimer::singleShot(15'000, m_message, &QWidget::hide); // read by then
    });
    dialog->open();
}

// Draws for paper: light colours and the title, and puts the screen's back afterwards.
template <typename Work>
auto Chart::asPicture(Work work)
{
    const QPalette paper = style::printPalette();
    const int highlighted = m_highlighted;
    showHighlight(-1);
    setForPicture(true);
    applyTint(paper, paper.color(QPalette::Base));
    const QSize size = m_plot->size().expandedTo({640, 320});
    const auto line = [&](int row, const QString& text, const QFont& textFont, const QColor& color) {
        m_plot->plotLayout()->insertRow(row);
        auto* element = new QCPTextElement(
            m_plot, QFontMetrics(textFont).elidedText(text, Qt::ElideRight, size.width() - 2 * style::unit), textFont);
        element->setTextColor(color);
        element->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
        m_plot->plotLayout()->addElement(row, 0, element);
        return element;
    };
    QList<QCPTextElement*> words{line(0, m_title, style::sectionFont(font()), paper.color(QPalette::Text))};
    const QString notes = pictureNotes().join(u" · "_s);
    if (!notes.isEmpty())
        words.append(line(1, notes, font(), style::mutedText(paper)));
    const auto result = work(size);
    for (QCPTextElement* element : std::as_const(words))
        m_plot->plotLayout()->remove(element);
    m_plot->plotLayout()->simplify();
    setForPicture(false);
    applyPalette();
    showHighlight(highlighted);
    scheduleReplot();
    return result;
}

/** It lies over the foot of the chart instead of pushing it. */
void Chart::placeMessage()
{
    const QRect room = contentsRect();
    const int high = m_message->heightForWidth(room.width());
    m_message->setGeometry(room.left(), room.bottom() + 1 - high, room.width(), high);
    m_message->raise();
}

void Chart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeMessage();
}

QStringList Chart::pictureNotes() const
{
    QStringList notes = m_notes ? m_notes() : QStringList();
    if (const QString unit = unitText(); !unit.isEmpty())
        notes.prepend(unit);
    return notes;
}

bool Chart::savePng(const QString& path)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return buffer.open(QIODevice::WriteOnly) && picture(2.0).save(&buffer, "PNG")
        && writeSafely(path, bytes).hasValue();
}

bool Chart::savePdf(const QString& path)
{
    SafeFile file(path);
    if (!file.open())
        return false;
    const bool drawn = asPicture([&](QSize size) {
        return m_plot->savePdf(file.temporaryPath(), size.width(), size.height(), QCP::epNoCosmetic,
            QGuiApplication::applicationDisplayName(), m_title);
    });
    // The printer does not say that its file is cut short; only a whole one has this mark at its end (ISO
    // 32000, 7.5.5).
    QFile written(file.temporaryPath());
    const bool whole = drawn && written.open(QIODevice::ReadOnly)
        && written.seek(std::max<qint64>(written.size() - 16, 0)) && written.readAll().trimmed().endsWith("%%EOF");
    return whole && file.commit().hasValue();
}

QPixmap Chart::picture(double scale)
{
    return asPicture([&](QSize size) { return m_plot->toPixmap(size.width(), size.height(), scale); });
}

QString Chart::csv() const
{
    return m_table->csv();
}

bool Chart::saveCsv(const QString& path) const
{
    return writeSafely(path, csv().toUtf8()).hasValue();
}

bool Chart::isTableShown() const
{
    return m_tableView != nullptr && m_stack->currentWidget() == m_tableView;
}

void Chart::setTableShown(bool shown)
{
    if (shown && m_tableView == nullptr) {
        m_tableView = new QTableView(this);
        m_tableView->setModel(m_table);
        m_tableView->setAccessibleName(m_title);
        m_tableView->setHorizontalHeader(new PlainHeader(m_tableView));
        m_tableView->setItemDelegate(new RoomyDelegate(m_tableView));
        m_tableView->setTabKeyNavigation(false);
        m_tableView->setFrameShape(QFrame::NoFrame);
        m_tableView->setShowGrid(false);
        m_tableView->setSelectionBehavior(QAbstractItemView::SelectRows);
        m_tableView->verticalHeader()->hide();
        m_tableView->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
        m_stack->addWidget(m_tableView);
    }
    if (m_tableView != nullptr)
        m_stack->setCurrentWidget(shown ? static_cast<QWidget*>(m_tableView)
                : m_isNothing           ? static_cast<QWidget*>(m_nothing)
                                        : m_plot);
    m_tableAction->setChecked(shown);
}

void Chart::setHighlighted(int item)
{
    item = item >= 0 && item < itemCount() ? item : -1;
    if (item == m_highlighted)
        return;
    m_highlighted = item;
    showHighlight(item);
    scheduleReplot();
    tellAssistiveTools();
    Q_EMIT highlightChanged(item);
}

void Chart::setActivatable(bool activatable)
{
    m_isActivatable = activatable;
    if (activatable)
        m_plot->setCursor(Qt::PointingHandCursor);
    else
        m_plot->unsetCursor();
}

void Chart::setSummary(const QString& summary)
{
    m_summary = summary;
    if (m_highlighted >= itemCount())
        m_highlighted = -1;
    showHighlight(m_highlighted);
    tellAssistiveTools();
}

void Chart::tellAssistiveTools()
{
    const QString description = m_highlighted >= 0 ? QString(itemText(m_highlighted) + u' ' + m_summary) : m_summary;
    if (description == accessibleDescription())
        return;
    setAccessibleDescription(description); // sends QAccessible::DescriptionChanged
}

void Chart::showHighlightTip()
{
    if (m_highlighted >= 0)
        QToolTip::showText(m_plot->mapToGlobal(itemPosition(m_highlighted)), // names come from logs: never markup
            style::toolTip(itemText(m_highlighted)), m_plot);
    else
        QToolTip::hideText();
}

void Chart::setNothing(bool nothing)
{
    QWidget* shown = nothing ? static_cast<QWidget*>(m_nothing) : m_plot;
    if (!isTableShown())
        m_stack->setCurrentWidget(shown);
    m_isNothing = nothing;
    for (QAction* action : m_menu->actions())
        action->setEnabled(!nothing || action == m_tableAction);
}

void Chart::scheduleReplot()
{
    if (!m_tinted)
        applyPalette();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void Chart::applyPalette()
{
    applyTint(palette(), palette().color(backgroundRole()));
}

void Chart::applyTint(const QPalette& palette, const QColor& background)
{
    m_tinted = true;
    m_plot->setBackground(background);
    const QColor text = style::mutedText(palette);
    const QColor line = style::lineColor(palette);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(QPen(line));
        axis->setTickPen(QPen(line));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(text);
        axis->setLabelColor(text);
        axis->setTickLabelFont(font());
        axis->setLabelFont(font());
        axis->grid()->setPen(QPen(line, 1));
        axis->grid()->setZeroLinePen(QPen(line, 1));
    }
    m_plot->legend->setTextColor(palette.color(QPalette::Text));
    m_plot->legend->setBrush(Qt::NoBrush);
    m_plot->legend->setBorderPen(Qt::NoPen);
    m_plot->legend->setFont(font());
    retint(palette, background);
}

void Chart::refreshPixelRatio()
{
    // QCustomPlot keeps a ratio of its own and does not look again when the window moves to another screen.
    m_plot->setBufferDevicePixelRatio(devicePixelRatioF());
    scheduleReplot();
}

void Chart::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_screenWatched && window()->windowHandle() != nullptr) {
        m_screenWatched = true;
        connect(window()->windowHandle(), &QWindow::screenChanged, this, &Chart::refreshPixelRatio);
    }
    applyPalette(); // the background is the parent's, known only now
    refreshPixelRatio();
}

void Chart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_titleLabel->setFont(style::sectionFont(font()));
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyPalette();
        scheduleReplot();
    } else if (event->type() == QEvent::LocaleChange) {
        m_plot->setLocale(locale());
        scheduleReplot();
    }
}

void Chart::keyPressEvent(QKeyEvent* event)
{
    const int count = itemCount();
    const int forward
        = isVertical() ? Qt::Key_Down : (layoutDirection() == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right);
    const int backward
        = isVertical() ? Qt::Key_Up : (layoutDirection() == Qt::RightToLeft ? Qt::Key_Right : Qt::Key_Left);
    int item = m_highlighted;
    if (event->key() == forward)
        item = qMin(item + 1, count - 1);
    else if (event->key() == backward)
        item = item < 0 ? count - 1 : qMax(item - 1, 0);
    else if (event->key() == Qt::Key_Home)
        item = 0;
    else if (event->key() == Qt::Key_End)
        item = count - 1;
    else if (event->key() == Qt::Key_Escape && item >= 0)
        item = -1;
    else if (m_isActivatable && item >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        return Q_EMIT itemActivated(item);
    else if (event->matches(QKeySequence::Copy))
        return QGuiApplication::clipboard()->setText(m_table->tabbed());
    else
        return QWidget::keyPressEvent(event);
    setHighlighted(item);
    showHighlightTip();
}

void Chart::contextMenuEvent(QContextMenuEvent* event)
{
    m_menu->popup(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(rect().center()) : event->globalPos());
}

void Chart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void Chart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    setHighlighted(-1);
    update();
}

void Chart::paintEvent(QPaintEvent*)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
}

bool Chart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_plot)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::Wheel:
        event->ignore();
        return true;
    case QEvent::MouseButtonPress:
        setFocus(Qt::MouseFocusReason);
        m_pressedItem = static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton
            ? itemAt(static_cast<QMouseEvent*>(event)->pos())
            : -1;
        break;
    case QEvent::MouseButtonRelease:
        if (const int item = std::exchange(m_pressedItem, -1); m_isActivatable && item >= 0
            && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton
            && item == itemAt(static_cast<QMouseEvent*>(event)->pos()))
            Q_EMIT itemActivated(item);
        break;
    case QEvent::MouseMove: {
        setHighlighted(itemAt(static_cast<QMouseEvent*>(event)->pos()));
        showHighlightTip();
        break;
    }
    case QEvent::Leave:
        setHighlighted(-1);
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace waxseal
