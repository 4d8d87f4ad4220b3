// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/comparisondialog.h"

#include "widgets/controls/plaintable.h"
#include "widgets/document/document.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"

#include <QAction>
#include <QClipboard>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using style::unit;

ComparisonDialog::ComparisonDialog(Document* document, Direction direction, QWidget* parent)
    : QDialog(parent)
    , m_document(document)
    , m_direction(direction)
    , m_model(new ComparisonModel(this))
    , m_day(new QDateEdit(this))
    , m_sentence(new TextLabel(TextLabel::Rank::Body, this))
    , m_view(new QTableView(this))
{
    setObjectName(u"comparisonDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare Two Periods"));
    m_sentence->setObjectName(u"comparisonSentence"_s);
    m_sentence->setWordWrap(true);
    auto* filter = new QLineEdit(this);
    filter->setObjectName(u"comparisonFilter"_s);
    filter->setPlaceholderText(tr("Filter domains"));
    filter->setAccessibleName(tr("Filter domains"));
    filter->setClearButtonEnabled(true);
    m_view->setObjectName(u"comparisonTable"_s);
    m_view->setAccessibleName(tr("Domains before and after"));
    makePlain(m_view);
    m_view->setModel(m_model);
    m_view->horizontalHeader()->setSectionsClickable(true);
    m_view->setSortingEnabled(true);
    m_view->horizontalHeader()->setSortIndicator(ComparisonModel::LosesBefore, Qt::DescendingOrder);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setSectionResizeMode(ComparisonModel::Domain, QHeaderView::Stretch);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* copy = buttons->addButton(tr("&Copy Table"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"comparisonCopy"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(unit);
    layout->addLayout(makeFields());
    layout->addWidget(m_sentence);
    layout->addWidget(filter);
    layout->addWidget(m_view, 1);
    layout->addWidget(buttons);
    resize(QSize(130 * unit, 75 * unit).boundedTo(parent->size()));

    connect(filter, &QLineEdit::textChanged, m_model, &ComparisonModel::setFilter);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(
        copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_model->tabSeparated()); });
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT domainActivated(QString::fromStdString(m_model->domain(index.row())));
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ComparisonDialog::showResult);
    connect(document, &Document::replaced, this, &QDialog::reject);
    part(m_day->date());
}

ComparisonDialog::~ComparisonDialog()
{
    m_watcher.waitForFinished();
}

QLayout* ComparisonDialog::makeFields()
{
    const DocumentFacts::AllDays& all = m_document->allDays();
    const QDate first = dateOf(all.first);
    const QDate last = first.addDays(static_cast<qint64>(all.count()) - 1);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(unit);
    const auto set = [&](QDateEdit* edit, const QString& name, const QString& accessible) {
        edit->setObjectName(name);
        edit->setAccessibleName(accessible);
        edit->setCalendarPopup(true);
        edit->setDateRange(first, last);
    };
    const auto label = [&](const QString& text, QWidget* buddy) {
        auto* widget = new QLabel(text, this);
        widget->setBuddy(buddy);
        return widget;
    };
    set(m_day, u"comparisonDay"_s, tr("The day that parts the two periods"));
    m_day->setDate(first.addDays(static_cast<qint64>(all.count()) / 2));
    const std::array names{u"beforeFrom"_s, u"beforeTo"_s, u"afterFrom"_s, u"afterTo"_s};
    const std::array titles{
        tr("Before: first day"), tr("Before: last day"), tr("After: first day"), tr("After: last day")};
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        m_fields[i] = new QDateEdit(this);
        set(m_fields[i], names[i], titles[i]);
        connect(m_fields[i], &QDateEdit::dateChanged, this, &ComparisonDialog::compare);
    }
    connect(m_day, &QDateEdit::dateChanged, this, &ComparisonDialog::part);
    //: A day on which something happened: the administrator wrote to the domains, or they changed something.
    grid->addWidget(label(tr("&Since the day"), m_day), 0, 0);
    grid->addWidget(m_day, 0, 1);
    grid->addWidget(label(tr("&Before"), field(BeforeFrom)), 1, 0);
    grid->addWidget(field(BeforeFrom), 1, 1);
    grid->addWidget(new QLabel(u"–"_s, this), 1, 2);
    grid->addWidget(field(BeforeTo), 1, 3);
    grid->addWidget(label(tr("&After"), field(AfterFrom)), 1, 4);
    grid->addWidget(field(AfterFrom), 1, 5);
    grid->addWidget(new QLabel(u"–"_s, this), 1, 6);
    grid->addWidget(field(AfterTo), 1, 7);
    grid->setColumnStretch(8, 1);
    return grid;
}

/** All days before this one, and all from it on. */
void ComparisonDialog::part(QDate day)
{
    const QDate first = m_day->minimumDate();
    const QDate last = m_day->maximumDate();
    const std::array days{first, std::max(first, day.addDays(-1)), day, last};
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const QSignalBlocker blocked(m_fields[i]);
        m_fields[i]->setDate(days[i]);
    }
    compare();
}

void ComparisonDialog::compare()
{
    if (m_watcher.isRunning()) {
        m_isStale = true;
        return;
    }
    const auto period = [this](Field from, Field to) {
        const Day first = dayOf(field(from)->date()).value_or(Day{0});
        return Period{first, std::max(first, dayOf(field(to)->date()).value_or(first))};
    };
    Grounds grounds = m_document->grounds();
    grounds.facts = m_document->import().facts; // of all days, whatever the window looks at
    m_sentence->setText(tr("Comparing…"));
    m_watcher.setFuture(QtConcurrent::run(
        [grounds, direction = m_direction, before = period(BeforeFrom, BeforeTo), after = period(AfterFrom, AfterTo)] {
            return comparePeriods(grounds, direction, before, after);
        }));
}

void ComparisonDialog::showResult()
{
    if (std::exchange(m_isStale, false))
        return compare();
    m_model->setComparison(m_watcher.result());
    const PeriodComparison& found = m_model->comparison();
    const auto known = [](const PeriodFigures& figures) { return figures.messages - figures.unknown; };
    const QString tls = tr("Over TLS: %1 before, %2 after.")
                            .arg(style::percent(found.before.overTls, known(found.before)),
                                style::percent(found.after.overTls, known(found.after)));
    const QString loss = tr("Of wanted mail, requiring TLS of all would lose %1 before, %2 after.")
                             .arg(style::percent(found.before.wouldLose, found.before.wanted),
                                 style::percent(found.after.wouldLose, found.after.wanted));
    m_sentence->setText(tls + u' ' + loss);
}

} // namespace waxseal
