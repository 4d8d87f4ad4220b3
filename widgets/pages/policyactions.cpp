// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/policyactions.h"

#include "model/core/domainname.h"
#include "widgets/document/document.h"
#include "widgets/document/presets.h"
#include "widgets/items/domaintable.h"
#include "widgets/items/domaintablemodel.h"
#include "widgets/items/figures.h"
#include "widgets/style/icons.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QInputDialog>
#include <QMenu>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

constexpr int manyRows = 2000; // beyond, a state is read off the first ones: menus must open at once

} // namespace

PolicyActions::PolicyActions(Document* document, DomainTable* table, QWidget* parent)
    : QObject(parent)
    , m_document(document)
    , m_table(table)
    , m_widget(parent)
    , m_requireMenu(new QMenu(tr("&Require"), parent))
{
    const auto add = [&](const QString& text, const QKeySequence& key, auto handler) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, handler);
        parent->addAction(action);
        return action;
    };
    m_requireMenu->setIcon(style::themedIcon(u"lock"_s));
    toggle = add(tr("&Encrypt or Nothing"), Qt::CTRL | Qt::Key_R, [this] { toggleRows(m_table->selectedRows()); });
    drop = add(tr("&Drop Requirement"), {}, [this] { require(m_table->selectedRows(), {}); });
    drop->setShortcut(QKeySequence::Delete);
    drop->setShortcutContext(Qt::WidgetShortcut); // Delete belongs to the text where a text is edited
    table->addAction(drop);
    subdomains
        = add(tr("Include &Subdomains"), Qt::CTRL | Qt::SHIFT | Qt::Key_D, [this](bool on) { setSubdomains(on); });
    subdomains->setCheckable(true);
    organisation = add(tr("Encrypt Whole &Organisation"), {}, [this] { requireOrganisation(); });
    test = add(tr("&Test Domain"), Qt::CTRL | Qt::Key_T, [this] { requestTest(); });
    test->setIcon(style::themedIcon(u"tester"_s));
    unpin = add(tr("Let &Presets Decide Again"), {},
        [this] { m_document->unpin(m_direction, scopesOf(m_table->selectedRows())); });
    unpin->setIcon(style::themedIcon(u"pin"_s));
    note = add(tr("&Note…"), {}, [this] { editNote(); });
    mute = add(tr("&Mute"), {}, [this](bool on) { setMuted(on); });
    mute->setCheckable(true);
    mute->setIcon(style::themedIcon(u"mute"_s));
    mute->setToolTip(tr("Warnings and advice do not name the domain"));
    copy = add(tr("&Copy Rows"), {}, [this] { copySelection(); });
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    copy->setIcon(style::themedIcon(u"copy"_s));
    table->addAction(copy);

    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PolicyActions::refresh);
    connect(table->domains(), &QAbstractItemModel::modelReset, this, &PolicyActions::refresh);
    connect(document, &Document::policyChanged, this, &PolicyActions::refresh);
    connect(document, &Document::choicesChanged, this, &PolicyActions::refresh);
    setDirection(m_direction);
}

void PolicyActions::setDirection(Direction direction)
{
    m_direction = direction;
    m_requireMenu->clear();
    for (const Requirement& requirement : requirements(direction)) {
        const QString word = QString::fromStdString(requirement.text());
        QAction* action = m_requireMenu->addAction(figures::requirement(requirement));
        connect(action, &QAction::triggered, this, [this, word] { require(m_table->selectedRows(), word); });
    }
    refresh();
}

QList<QAction*> PolicyActions::all() const
{
    return {m_requireMenu->menuAction(), toggle, drop, subdomains, organisation, unpin, nullptr, note, mute, test,
        nullptr, copy};
}

void PolicyActions::refresh()
{
    const QList<int> rows = m_table->selectedRows();
    const bool any = !rows.isEmpty();
    for (QAction* action : {m_requireMenu->menuAction(), toggle, drop, copy})
        action->setEnabled(any);

    const DomainTableModel* model = m_table->domains();
    const auto& policyRows = m_document->simulation(m_direction).policy().rows;
    const Pins& pins = m_document->pins(m_direction);
    bool hasRow = false;
    bool isPinned = false;
    bool allInclude = any;
    for (const int row : rows.first(std::min<qsizetype>(rows.size(), manyRows))) {
        const Scope scope = model->scope(row);
        isPinned = isPinned || pins.contains(scope);
        if (scope.domain == nullSender || !policyRows.contains(scope))
            continue;
        hasRow = true;
        allInclude = allInclude && scope.subdomains;
    }
    unpin->setEnabled(isPinned);
    bool allMuted = any;
    bool hasDomain = false;
    for (const int row : rows.first(std::min<qsizetype>(rows.size(), manyRows))) {
        if (model->isOrganisation(row))
            continue;
        hasDomain = true;
        allMuted = allMuted && m_document->isMuted(model->domainKey(row));
    }
    mute->setEnabled(hasDomain);
    mute->setChecked(hasDomain && allMuted);
    note->setEnabled(rows.size() == 1 && !model->isOrganisation(rows.first()));
    subdomains->setEnabled(hasRow);
    subdomains->setChecked(hasRow && allInclude);

    QString organisationName;
    if (rows.size() == 1 && !model->isOrganisation(rows.first())) {
        const std::string_view key = model->domainKey(rows.first());
        if (DomainName::parse(key))
            organisationName = figures::domain(organisationalDomain(key));
    }
    organisation->setEnabled(!organisationName.isEmpty());
    test->setEnabled(!organisationName.isEmpty()); // one domain, and a host name
    organisation->setText(organisationName.isEmpty()
            ? tr("Encrypt Whole &Organisation")
            : tr("Encrypt %1 and All &Below It").arg(QString(organisationName).replace(u'&', u"&&"_s)));
}

QList<Scope> PolicyActions::scopesOf(const QList<int>& rows) const
{
    // By name: what comes in order finds its place among a hundred thousand others at once.
    const DomainTableModel* model = m_table->domains();
    const DomainIndex& index = m_document->index(m_direction);
    std::vector<std::size_t> ordered = model->simulationRows(rows);
    std::sort(ordered.begin(), ordered.end(),
        [&](std::size_t a, std::size_t b) { return index.alphabetical(a) < index.alphabetical(b); });
    QList<Scope> scopes;
    scopes.reserve(static_cast<qsizetype>(ordered.size()));
    for (const std::size_t row : ordered)
        scopes.append(model->scopeOf(row));
    return scopes;
}

void PolicyActions::require(const QList<int>& rows, const QString& requirement)
{
    const QList<Scope> scopes = scopesOf(rows);
    if (requirement.isEmpty())
        m_document->require(m_direction, scopes, {});
    else if (const auto parsed = Requirement::parse(requirement.toStdString(), m_direction))
        m_document->require(m_direction, scopes, parsed);
}

void PolicyActions::toggleRows(const QList<int>& rows)
{
    const Simulation& simulation = m_document->simulation(m_direction);
    const std::vector<std::size_t> domains = m_table->domains()->simulationRows(rows);
    const bool allRequired = std::all_of(
        domains.begin(), domains.end(), [&](std::size_t row) { return simulation.effective(row).level > Level::May; });
    if (allRequired)
        m_document->switchOff(m_direction, scopesOf(rows));
    else
        m_document->require(m_direction, scopesOf(rows), presetRequirement);
}

void PolicyActions::switchOff(std::size_t simulationRow)
{
    m_document->switchOff(m_direction, {m_table->domains()->scopeOf(simulationRow)});
}

/** In a small dialog of its own: a note is written rarely, and seen in the table. */
void PolicyActions::editNote()
{
    const QList<int> rows = m_table->selectedRows();
    if (rows.size() != 1)
        return;
    const std::string domain(m_table->domains()->domainKey(rows.first()));
    const auto& notes = m_document->choices().notes;
    const auto there = notes.find(domain);
    auto* dialog = new QInputDialog(m_widget);
    dialog->setObjectName(u"noteDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::TextInput);
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setWindowTitle(tr("Note"));
    dialog->setLabelText(tr("Note on %1:").arg(figures::domain(domain)));
    dialog->setTextValue(there == notes.end() ? QString() : QString::fromStdString(there->second));
    connect(dialog, &QInputDialog::textValueSelected, this,
        [this, domain](const QString& text) { m_document->setNote(domain, text); });
    dialog->open();
}

void PolicyActions::setMuted(bool muted)
{
    QList<std::string> domains;
    for (const std::size_t row : m_table->domains()->simulationRows(m_table->selectedRows()))
        domains.append(std::string(m_document->simulation(m_direction).traffic(row).key));
    m_document->setMuted(domains, muted);
    refresh();
}

void PolicyActions::setSubdomains(bool on)
{
    QList<std::string> domains;
    const auto& policyRows = m_document->simulation(m_direction).policy().rows;
    for (const int row : m_table->selectedRows()) {
        const Scope scope = m_table->domains()->scope(row);
        if (policyRows.contains(scope))
            domains.append(scope.domain);
    }
    m_document->setSubdomains(m_direction, domains, on);
    refresh();
}

void PolicyActions::requireOrganisation()
{
    const QList<int> rows = m_table->selectedRows();
    if (rows.isEmpty())
        return;
    const std::string organisationName = organisationalDomain(m_table->domains()->domainKey(rows.first()));
    m_document->require(m_direction, {Scope{organisationName, true}}, presetRequirement);
}

void PolicyActions::copySelection() const
{
    const QHeaderView* header = m_table->horizontalHeader();
    QList<int> columns;
    for (int place = 0; place < header->count(); ++place) {
        if (const int column = header->logicalIndex(place); !m_table->isColumnHidden(column))
            columns.append(column);
    }
    QGuiApplication::clipboard()->setText(m_table->domains()->tabSeparated(m_table->selectedRows(), columns));
}

void PolicyActions::requestTest()
{
    const QList<int> rows = m_table->selectedRows();
    if (rows.size() != 1)
        return;
    const std::string_view key = m_table->domains()->domainKey(rows.first());
    Q_EMIT testRequested(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())));
}

} // namespace waxseal
