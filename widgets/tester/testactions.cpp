// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/testactions.h"

#include "widgets/style/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TestActions)
};

QAction* make(
    QWidget* owner, const char* name, const QString& text, const QKeySequence& keys = {}, const QString& icon = {})
{
    auto* action = new QAction(text, owner);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(keys);
    if (!icon.isEmpty())
        action->setIcon(style::themedIcon(icon));
    return action;
}

} // namespace

TestActions::TestActions(QWidget* owner)
    : domain(make(owner, "testDomainAction", Texts::tr("Test a &Domain"), Qt::CTRL | Qt::Key_D, u"tester"_s))
    , all(make(owner, "testAllAction", Texts::tr("Test &All Domains"), Qt::CTRL | Qt::SHIFT | Qt::Key_T))
    , untested(make(owner, "testUntestedAction", Texts::tr("Test Those &Never Tested")))
    , list(make(owner, "testListAction", Texts::tr("Test a &List…"), Qt::CTRL | Qt::Key_L))
    , own(make(owner, "testOwnAction", Texts::tr("Test &Own Domains…"), {}, u"shield"_s))
    , again(make(owner, "testAgainAction", Texts::tr("Test A&gain"), Qt::Key_F5, u"refresh"_s))
    , others(make(owner, "testOthersAction", Texts::tr("Test the Othe&rs"), {}, u"play"_s))
    , confirm(make(owner, "testConfirmAction", Texts::tr("&Begin"), {}, u"play"_s))
    , notTested(make(owner, "testNotTestedAction", Texts::tr("Test Those N&ot Tested Again"), {}, u"refresh"_s))
    , apply(make(owner, "testApplyAction", Texts::tr("Re&quire This"), {}, u"shield"_s))
    , pause(make(owner, "testPauseAction", Texts::tr("Pa&use"), Qt::CTRL | Qt::Key_Comma, u"pause"_s))
    , cancel(make(owner, "testCancelAction", Texts::tr("&Cancel Tests"), Qt::CTRL | Qt::Key_Period, u"stop"_s))
    , copy(
          make(owner, "testCopyAction", Texts::tr("Cop&y Result as Text"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, u"copy"_s))
    , postmaster(make(owner, "testPostmasterAction", Texts::tr("Copy &Message to the Postmaster"), {}, u"mail"_s))
    , settings(make(owner, "testSettingsAction", Texts::tr("Test &Settings…"), {}, u"settings"_s))
{
    pause->setCheckable(true);
    all->setToolTip(Texts::tr(
        "Tests every domain of the table, at most four connections to an address, one at a time. Sends no mail."));
    own->setToolTip(Texts::tr("What the world sees of your own mail servers"));
    settings->setToolTip(Texts::tr("Test settings: resolver, certificates, port, proxy"));
}

QList<QAction*> TestActions::menu() const
{
    return {domain, all, untested, list, own, again, notTested, nullptr, pause, cancel, others, nullptr, apply, copy,
        postmaster, nullptr, settings};
}

} // namespace waxseal
