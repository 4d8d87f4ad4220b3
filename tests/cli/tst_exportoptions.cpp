// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/exportoptions.h"

#include <QTest>

#include <algorithm>

using namespace waxseal;
using namespace waxseal::cli;
using namespace Qt::StringLiterals;

namespace {

ExportTarget fake()
{
    ExportTarget target;
    target.id = u"pigeon"_s;
    target.name = u"Pigeon Post"_s;
    target.directions = {Direction::Inbound};
    target.options
        = {{u"loft"_s, ExportOption::Type::Choice, {u"north"_s, u"south"_s}, u"north"_s, "&Loft:", "Where they live."}};
    target.plan = [](const ExportRequest&) -> Result<ExportPlan> { return ExportPlan{}; };
    return target;
}

/** What a user types, read with the options of the targets. */
Options parsed(const QStringList& arguments)
{
    CommandHelp help;
    help.usage = u"export INPUT..."_s;
    help.options = {{u"target"_s, u"X"_s, u"x"_s}};
    help.options += targetOptions();
    Options options(help);
    options.parse(arguments);
    return options;
}

} // namespace

/** The command line takes and explains whatever stands in the list of export targets. */
class ExportOptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherTargetIsExplained();
    void anotherTargetIsTaken();
};

void ExportOptionsTest::anotherTargetIsExplained()
{
    const AddedExportTarget added(fake());
    QVERIFY(targetIds(u"|"_s).endsWith(u"|pigeon"_s));
    const QList<Option> options = targetOptions();
    const auto loft
        = std::find_if(options.begin(), options.end(), [](const Option& option) { return option.name == u"loft"_s; });
    QVERIFY(loft != options.end());
    QCOMPARE(loft->value, u"north|south"_s);
    QCOMPARE(loft->help, u"Where they live. For: pigeon. Default: north"_s);
    QVERIFY(std::none_of(options.begin(), options.end(), [&](const Option& option) {
        return std::count_if(options.begin(), options.end(), [&](const Option& o) { return o.name == option.name; })
            > 1;
    }));
}

void ExportOptionsTest::anotherTargetIsTaken()
{
    QCOMPARE(chosenTarget(parsed({u"--target"_s, u"pigeon"_s})), nullptr);
    const AddedExportTarget added(fake());
    const Options options = parsed({u"--target"_s, u"pigeon"_s, u"--loft"_s, u"south"_s});
    const ExportTarget* target = chosenTarget(options);
    QVERIFY(target != nullptr);
    std::map<QString, QString> values;
    QVERIFY(readTargetOptions(options, *target, Direction::Inbound, values));
    QCOMPARE(values, (std::map<QString, QString>{{u"loft"_s, u"south"_s}}));
    QVERIFY(!readTargetOptions(options, *target, Direction::Outbound, values));
    QVERIFY(!readTargetOptions(parsed({u"--loft"_s, u"$(evil)"_s}), *target, Direction::Inbound, values));
    // Another target's option is a mistake, not one to be passed over.
    QVERIFY(!readTargetOptions(parsed({u"--map-type"_s, u"lmdb"_s}), *target, Direction::Inbound, values));
}

QTEST_GUILESS_MAIN(ExportOptionsTest)
#include "tst_exportoptions.moc"
