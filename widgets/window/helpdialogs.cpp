// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/helpdialogs.h"

#include "probe/version.h"
#include "widgets/controls/plainheader.h"
#include "widgets/controls/roomydelegate.h"
#include "widgets/items/figures.h"
#include "widgets/pages/statementlist.h"
#include "widgets/style/icons.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

#include <set>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using style::unit;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("waxseal", text); // the context that lupdate sees: the namespace
}

QDialog* makeDialog(QWidget* window, const QString& name, const QString& title)
{
    auto* dialog = new QDialog(window);
    dialog->setObjectName(name);
    dialog->setWindowTitle(title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit);
    layout->setSpacing(2 * unit);
    return dialog;
}

void addClose(QDialog* dialog)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    dialog->layout()->addWidget(buttons);
}

} // namespace

void showWords(QWidget* window)
{
    QDialog* dialog = makeDialog(window, u"wordsDialog"_s, tr("What the Figures Mean"));
    const QString evidence
        = tr("%1: the host, its network and its organisation never met the requirement. %2: they met it at other "
             "times, and are likely to come back when refused later (4xx). %3: a handshake with this server failed "
             "before, and its own settings "
             "may be at fault. %4: fewer than three messages.")
              .arg(figures::evidence(EvidenceClass::Never), figures::evidence(EvidenceClass::Mixed),
                  figures::evidence(EvidenceClass::Failed), figures::evidence(EvidenceClass::Unknown));
    auto* list = new StatementList(dialog);
    list->setObjectName(u"wordsList"_s);
    list->setStatements({
        {{}, tr("Message"),
            tr("One accepted mail transaction, counted once, whatever loops it takes inside the server. Mail of own "
               "users is submission; mail from internal networks is not counted.")},
        {{}, tr("Over TLS, in clear, unknown"),
            tr("What the session was when the message began. Where the log cannot tell it is unknown, and never "
               "counted as clear.")},
        {{}, tr("Wanted mail"),
            tr("All that no scanner called spam. Headline, budget, forecast and charts speak of it; spam stands beside "
               "it.")},
        {{}, tr("Loses"),
            tr("Wanted messages of these logs that the requirement refuses. Grey with a plus: nothing is required yet, "
               "and switching it on would lose so many.")},
        {{}, tr("Spam"),
            tr("Lost beside it: what a scanner had called spam. Requiring TLS keeps spam away only until spammers "
               "adapt.")},
        {{}, tr("At most"),
            tr("Upper 95 % bound of the share of wanted mail lost. Nothing lost of few messages proves little.")},
        {{}, tr("Why"), evidence},
        {{}, tr("By hand"),
            tr("A requirement that was chosen for a domain, nothing included, has a pin: presets and the budget leave "
               "it "
               "as it is.")},
        {{}, tr("Protected"),
            tr("Wanted mail that arrives as required: nobody between the servers can talk it into plaintext any more. "
               "The hop is protected, not the message.")},
        {{}, tr("Budget"),
            tr("The share of wanted mail that may be lost. Domains that protect most for each lost message come first; "
               "one never seen over TLS is never among them.")},
        {{}, tr("Next days, 95 of 100 times"),
            tr("The range in which the share of wanted mail lost would lie in 95 of 100 periods as long as these logs, "
               "if the same senders go on as they did. With less than 14 days, or fewer than 5 domains that would "
               "lose mail, there is none.")},
        {{}, tr("Refuse later, refuse now"),
            tr("Later refuses with a 4xx reply: senders try again for days. Now refuses with a 5xx reply: the mail "
               "returns to its sender at once.")},
    });
    auto* scroll = new QScrollArea(dialog);
    scroll->setAccessibleName(dialog->windowTitle());
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(list);
    dialog->layout()->addWidget(scroll);
    addClose(dialog);
    dialog->resize(72 * unit, 72 * unit);
    dialog->open();
}

void showShortcuts(QWidget* window)
{
    QDialog* dialog = makeDialog(window, u"shortcutsDialog"_s, tr("Keyboard Shortcuts"));
    std::set<std::pair<QString, QString>> lines;
    for (const QAction* action : window->findChildren<QAction*>()) {
        if (action->text().isEmpty())
            continue;
        for (const QKeySequence& key : action->shortcuts()) {
            QString text = QString(action->text()).remove(u'&');
            lines.emplace(text, key.toString(QKeySequence::NativeText));
        }
    }
    lines.emplace(tr("Switch the selected domains on or off"), tr("Space"));
    lines.emplace(tr("Choose the requirement of the selected domains"), tr("Enter or F2"));
    lines.emplace(tr("Open or close an organisation"), tr("Arrow keys"));
    lines.emplace(tr("Move the loss budget in its chart"), tr("Arrow keys"));
    lines.emplace(
        tr("Leave the filter, and clear it"), QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));

    auto* table = new QTableWidget(static_cast<int>(lines.size()), 2, dialog);
    table->setObjectName(u"shortcutsTable"_s);
    table->setAccessibleName(tr("Keyboard shortcuts"));
    table->setHorizontalHeader(new PlainHeader(table));
    table->setItemDelegate(new RoomyDelegate(table));
    table->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    table->setTabKeyNavigation(false);
    int row = 0;
    for (const auto& [text, key] : lines) {
        table->setItem(row, 0, new QTableWidgetItem(text)); // the rows are in the order of their texts
        table->setItem(row++, 1, new QTableWidgetItem(key));
    }
    dialog->layout()->addWidget(table);
    addClose(dialog);
    dialog->resize(64 * unit, 64 * unit);
    dialog->open();
}

void showAbout(QWidget* window)
{
    QDialog* dialog = makeDialog(window, u"aboutDialog"_s, tr("About Waxseal"));
    auto* head = new QHBoxLayout;
    head->setSpacing(2 * unit);
    auto* icon = new QLabel(dialog);
    icon->setPixmap(style::applicationIcon().pixmap(QSize(64, 64), dialog->devicePixelRatioF()));
    head->addWidget(icon, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(unit);
    words->addWidget(
        new TextLabel(TextLabel::Rank::Headline, u"Waxseal "_s + QCoreApplication::applicationVersion(), dialog));
    words->addWidget(new TextLabel(
        TextLabel::Rank::Body, tr("Know what you would lose before you require TLS, and prove it."), dialog));
    words->addWidget(new TextLabel(TextLabel::Rank::Muted,
        tr("Copyright 2026 The Waxseal developers. Free software under the GNU General Public License, version 3 or "
           "later, without "
           "any warranty."),
        dialog));
    const QString versions
        = tr("Qt %1 (built with %2)").arg(QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR)) + u'\n'
        + probeLibraryVersions();
    auto* libraries = new TextLabel(TextLabel::Rank::Body, versions, dialog);
    libraries->setObjectName(u"aboutVersions"_s);
    words->addWidget(libraries);
    head->addLayout(words, 1);
    static_cast<QVBoxLayout*>(dialog->layout())->addLayout(head);
    addClose(dialog);
    dialog->setMinimumWidth(60 * unit);
    dialog->open();
}

} // namespace waxseal
