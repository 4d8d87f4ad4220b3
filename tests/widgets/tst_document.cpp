// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/domainname.h"
#include "samplefacts.h"
#include "widgets/document/document.h"
#include "widgets/document/documentloader.h"
#include "widgets/document/domaindetails.h"
#include "widgets/document/forecaster.h"
#include "widgets/document/presets.h"
#include "widgets/document/presettracker.h"
#include "widgets/document/recentfiles.h"

#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <set>

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

constexpr Requirement encrypt{Level::Encrypt, TlsVersion::Unknown};
constexpr Requirement encrypt12{Level::Encrypt, TlsVersion::Tls12};

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void emptyAtFirst()
    {
        const Document document;
        QVERIFY(document.isEmpty());
        QVERIFY(!document.isModified());
        for (const Direction direction : allDirections)
            QCOMPARE(document.simulation(direction).domainCount(), std::size_t{0});
    }

    void requirementChangesFiguresAndUndoRestoresThem()
    {
        Document document;
        document.setImport(sample::import());
        const Simulation& simulation = document.simulation(Direction::Inbound);
        const Outcome before = simulation.outcome();
        QCOMPARE(before.lost(), 0U);
        QSignalSpy changed(&document, &Document::policyChanged);

        document.require(Direction::Inbound, {{"fax.example", false}, {"bank.example", false}}, encrypt);
        QCOMPARE(simulation.outcome().lost(), 42U);
        QCOMPARE(changed.size(), 1);
        QVERIFY(document.isModified());
        QCOMPARE(document.undoStack()->undoText(), u"Require encrypt for 2 Domains"_s);

        document.undoStack()->undo();
        QCOMPARE(simulation.outcome(), before);
        QVERIFY(simulation.policy().rows.empty());
        QVERIFY(!document.isModified());
        document.undoStack()->redo();
        QCOMPARE(simulation.outcome().lost(), 42U);
    }

    void whatIsAlreadySoIsNoStep()
    {
        Document document;
        document.setImport(sample::import());
        document.require(Direction::Inbound, {{"fax.example", false}}, {});
        document.setDefaultRequirement(Direction::Inbound, {});
        document.setRefusal(Direction::Inbound, Refusal::Later);
        QCOMPARE(document.undoStack()->count(), 0);
    }

    void directionsNeverMix()
    {
        Document document;
        document.setImport(sample::import());
        document.setDefaultRequirement(Direction::Submission, encrypt);
        document.setDefaultRequirement(Direction::Outbound, encrypt);
        QCOMPARE(document.simulation(Direction::Inbound).outcome().lost(), 0U);
        QCOMPARE(document.simulation(Direction::Outbound).outcome().lost(), 10U);
        QVERIFY(document.policy().inbound.isNone());
        QVERIFY(!document.policy().submission.isNone());
    }

    void stepsWithOneKeyMerge()
    {
        Document document;
        document.setImport(sample::import());
        DirectionPolicy policy;
        policy.rows[{"fax.example", false}] = encrypt;
        document.replacePolicy(Direction::Inbound, policy, u"a"_s, 7);
        policy.rows[{"bank.example", false}] = encrypt;
        document.replacePolicy(Direction::Inbound, policy, u"b"_s, 7);
        QCOMPARE(document.undoStack()->count(), 1);
        QCOMPARE(document.undoStack()->undoText(), u"b"_s);
        policy.rows.clear();
        policy.rows[{"old.example", false}] = encrypt12;
        document.replacePolicy(Direction::Inbound, policy, u"c"_s, 8);
        QCOMPARE(document.undoStack()->count(), 2);
        document.undoStack()->undo();
        QCOMPARE(document.simulation(Direction::Inbound).outcome().lost(), 42U);
        document.undoStack()->undo();
        QVERIFY(document.policy().inbound.isNone());
    }

    void aDragBackToTheStartLeavesNoStep()
    {
        Document document;
        document.setImport(sample::import());
        DirectionPolicy policy;
        policy.rows[{"fax.example", false}] = encrypt;
        document.replacePolicy(Direction::Inbound, policy, u"a"_s, 7);
        document.replacePolicy(Direction::Inbound, {}, u"b"_s, 7);
        QCOMPARE(document.undoStack()->count(), 0);
        QVERIFY(!document.isModified());
    }

    void subdomains()
    {
        Document document;
        document.setImport(sample::import());
        const Simulation& simulation = document.simulation(Direction::Inbound);
        document.require(Direction::Inbound, {{"bank.example", false}}, Requirement{Level::Encrypt, TlsVersion::Tls13});
        QCOMPARE(simulation.outcome().lost(), 100U);
        document.setSubdomains(Direction::Inbound, {"bank.example"}, true);
        QVERIFY(simulation.policy().rows.contains({"bank.example", true}));
        QVERIFY(!simulation.policy().rows.contains({"bank.example", false}));
        QVERIFY(simulation.hasOwnRow(*simulation.rowOf("news.bank.example")));
        document.undoStack()->undo();
        QVERIFY(!simulation.hasOwnRow(*simulation.rowOf("news.bank.example")));
        QCOMPARE(simulation.outcome().lost(), 100U);
    }

    void changeIsTheDifference_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 20; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void changeIsTheDifference()
    {
        QFETCH(int, seed);
        quint32 state = static_cast<quint32>(seed) * 2'654'435'761U + 1U;
        const auto random = [&](quint32 below) {
            state = state * 1'664'525U + 1'013'904'223U;
            return (state >> 16) % below;
        };
        const auto make = [&] {
            DirectionPolicy policy;
            for (int i = 0; i < 8; ++i) {
                if (random(2) == 1)
                    policy.rows[{"d" + std::to_string(i), random(2) == 1}] = random(2) == 1 ? encrypt : encrypt12;
            }
            policy.byDefault = random(2) == 1 ? encrypt : Requirement{};
            policy.refusal = random(2) == 1 ? Refusal::Now : Refusal::Later;
            return policy;
        };
        const DirectionPolicy a = make();
        const DirectionPolicy b = make();
        const DirectionPolicy c = make();
        PolicyChange change = PolicyChange::between(a, b);
        DirectionPolicy policy = a;
        change.applyTo(policy);
        QCOMPARE(policy, b);
        change.append(PolicyChange::between(b, c));
        policy = a;
        change.applyTo(policy);
        QCOMPARE(policy, c);
        change.reversed().applyTo(policy);
        QCOMPARE(policy, a);
        change.append(PolicyChange::between(c, a));
        QVERIFY(change.isEmpty());
    }

    void importKeepsThePolicy()
    {
        Document document;
        document.setImport(sample::import());
        document.require(Direction::Inbound, {{"fax.example", false}}, encrypt);
        ImportResult more = sample::import();
        FactTable facts = sample::table();
        sample::Filler(facts).add("fax.example", 5, sample::plaintext(), "198.51.100.7");
        more.facts = std::make_shared<const FactTable>(std::move(facts));
        document.setImport(std::move(more));
        QCOMPARE(document.simulation(Direction::Inbound).outcome().lost(), 45U);
        document.undoStack()->undo();
        QCOMPARE(document.simulation(Direction::Inbound).outcome().lost(), 0U);
    }

    void workspaceRoundTrip()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.waxseal"_s);
        Document document;
        document.setImport(sample::import());
        document.require(Direction::Inbound, {{"fax.example", true}}, encrypt12);
        document.setRefusal(Direction::Inbound, Refusal::Now);
        document.addProbe({u"isp.example"_s, QDateTime::currentDateTimeUtc(), "{}"});

        DocumentLoader loader;
        QSignalSpy saved(&loader, &DocumentLoader::saved);
        QSignalSpy failed(&loader, &DocumentLoader::failed);
        loader.saveWorkspace(document.importPointer(), document.workspaceBesideFacts(), path);
        QVERIFY(loader.isBusy());
        QTRY_COMPARE(saved.size() + failed.size(), 1);
        QCOMPARE(failed.size(), 0);
        document.setSaved(path);
        QVERIFY(!document.isModified());

        Document again;
        connect(&loader, &DocumentLoader::opened, &again,
            [&](const auto& facts, const QString& from) { again.setWorkspaceFacts(std::move(*facts), from); });
        QSignalSpy opened(&loader, &DocumentLoader::opened);
        loader.openWorkspace(path);
        QTRY_COMPARE(opened.size() + failed.size(), 1);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(again.policy(), document.policy());
        QCOMPARE(again.simulation(Direction::Inbound).outcome(), document.simulation(Direction::Inbound).outcome());
        QCOMPARE(again.probes().size(), std::size_t{1});
        QVERIFY(!again.isModified());
        QCOMPARE(again.path(), path);
    }

    void loaderReportsWhatIsMissing()
    {
        DocumentLoader loader;
        QSignalSpy failed(&loader, &DocumentLoader::failed);
        loader.openWorkspace(u"/nonexistent/nothing.waxseal"_s);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!loader.isBusy());
        loader.importLogs({u"/nonexistent/mail.log"_s}, {}, nullptr, {});
        QTRY_COMPARE(failed.size(), 2);
    }

    void loaderWaitsWhenDestroyed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"mail.log"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray line = "Nov  1 00:00:01 mx postfix/smtpd[1]: connect from a.example[192.0.2.1]\n";
        for (int i = 0; i < 200'000; ++i)
            file.write(line);
        file.close();
        auto loader = std::make_unique<DocumentLoader>();
        loader->importLogs({path}, {}, nullptr, {});
        QVERIFY(loader->isBusy());
        loader.reset(); // cancels and waits; a thread left behind would touch freed memory
    }

    void presets()
    {
        Document document;
        document.setImport(sample::import());
        const Simulation& simulation = document.simulation(Direction::Inbound);
        const Frontier curve = frontier(simulation, presetRequirement);
        const DirectionPolicy zero = presetPolicy(simulation, curve, Preset::NoLoss, 0);
        QCOMPARE(zero.rows.size(), curve.lossless().count());
        document.replacePolicy(Direction::Inbound, zero, u"zero"_s);
        QCOMPARE(simulation.outcome().lost(), 0U);
        QVERIFY(pointsInForce(simulation, curve) == std::optional(curve.lossless()));

        // Step by step along the frontier is the same as at once.
        Selection points = curve.lossless();
        for (const double budget : {0.0, 0.001, 0.02, 0.005, 0.05, 0.2, 1.0}) {
            const Selection next = curve.within(budget);
            document.change(Direction::Inbound, frontierStep(simulation, curve, points, next), u"step"_s, 1);
            QCOMPARE(simulation.policy(), frontierPolicy(simulation, curve, next));
            points = next;
        }
        QCOMPARE(points.count(), curve.points.size());
        document.change(Direction::Inbound, frontierStep(simulation, curve, points, curve.lossless()), u"back"_s, 1);
        QCOMPARE(simulation.policy(), zero);

        document.require(Direction::Inbound, {{"fax.example", false}}, encrypt);
        QVERIFY(!pointsInForce(simulation, curve));
        document.replacePolicy(Direction::Inbound, presetPolicy(simulation, curve, Preset::All, 0), u"all"_s);
        QCOMPARE(simulation.outcome().lost(), 95U);
    }

    /** Beside a policy that is edited at random, the tracker and the forecaster's copy stay what looking anew would
     * say. */
    void followersOfThePolicyKeepUp()
    {
        Document document;
        document.setImport(sample::import());
        const Simulation& simulation = document.simulation(Direction::Inbound);
        const std::span<const std::uint32_t> byName = document.index(Direction::Inbound).byName();
        const Frontier curve = frontier(simulation, presetRequirement);
        QCOMPARE(
            frontierPolicy(simulation, curve, firstItems(3), byName), frontierPolicy(simulation, curve, firstItems(3)));
        PresetTracker tracker;
        tracker.setFrontier(curve, simulation, byName, {});
        connect(&document, &Document::policyChanged, &document, [&](Direction direction, const QList<int>& rows) {
            if (direction == Direction::Inbound)
                tracker.update(simulation, rows, byName);
        });
        connect(&document, &Document::choicesChanged, &document, [&](Direction direction) {
            if (direction == Direction::Inbound)
                tracker.setPins(simulation, document.pins(Direction::Inbound));
        });
        // Row by row: which points are required, if nothing else is but what was chosen by hand.
        const auto expected = [&]() -> std::optional<Selection> {
            std::set<std::uint32_t> points;
            if (simulation.policy().byDefault.level > Level::May)
                return {};
            for (const auto& [scope, requirement] : simulation.policy().rows) {
                if (document.pins(Direction::Inbound).contains(scope))
                    continue;
                const auto row = simulation.rowOf(scope.domain);
                const auto point = std::find_if(curve.points.begin(), curve.points.end(),
                    [&](const FrontierPoint& candidate) { return candidate.row == *row; });
                if (scope.subdomains || requirement != presetRequirement || point == curve.points.end())
                    return {};
                points.insert(static_cast<std::uint32_t>(point - curve.points.begin()));
            }
            Selection out;
            for (const std::uint32_t point : points)
                out.append(point);
            return out;
        };
        DirectionPolicy copy;
        connect(&document, &Document::policyEdited, &document, [&](Direction direction, const PolicyChange& change) {
            if (direction == Direction::Inbound)
                change.applyTo(copy);
        });

        std::mt19937 random(20261127); // NOLINT(cert-msc51-cpp): the same every time
        const auto below = [&](std::size_t end) { return static_cast<std::size_t>(random() % end); };
        int inForce = 0;
        for (int step = 0; step < 400; ++step) {
            switch (below(6)) {
            case 0:
                document.replacePolicy(Direction::Inbound,
                    frontierPolicy(simulation, curve, firstItems(below(curve.points.size() + 1)), byName), u"p"_s);
                break;
            case 1:
                document.undoStack()->undo();
                break;
            case 2:
                document.setDefaultRequirement(Direction::Inbound, below(3) == 0 ? encrypt : Requirement{});
                break;
            default: {
                const std::string domain(simulation.traffic(below(simulation.domainCount())).key);
                const bool below2 = below(4) == 0 && domain != nullSender;
                document.require(Direction::Inbound, {{domain, below2}},
                    below(2) == 0 ? std::optional(presetRequirement) : std::nullopt);
            }
            }
            const std::size_t pinned = document.pinnedRows(Direction::Inbound);
            std::size_t recounted = 0;
            for (const auto& [scope, requirement] : document.pins(Direction::Inbound)) {
                const auto row = simulation.policy().rows.find(scope);
                recounted += row != simulation.policy().rows.end() ? 1U : 0U;
                QCOMPARE(simulation.effective(*simulation.rowOf(scope.domain)).level > Level::May,
                    requirement.level > Level::May || scope.subdomains);
            }
            QCOMPARE(pinned, recounted);
            QVERIFY(tracker.points(simulation, pinned) == expected());
            QCOMPARE(copy, simulation.policy());
            inForce += expected() ? 1 : 0;
        }
        QVERIFY(inForce > 20 && inForce < 380); // both answers have been asked for
    }

    void choicesByHandSurviveWholePolicies()
    {
        Document document;
        document.setImport(sample::import());
        const Simulation& simulation = document.simulation(Direction::Inbound);
        const Frontier curve = frontier(simulation, presetRequirement);
        const auto levelOf = [&](const char* domain) { return simulation.effective(*simulation.rowOf(domain)).level; };
        document.require(Direction::Inbound, {{"fax.example", false}}, encrypt);
        document.switchOff(Direction::Inbound, {{"partner.example", false}});
        QCOMPARE(document.pins(Direction::Inbound).size(), std::size_t{2});
        QCOMPARE(document.pinnedRows(Direction::Inbound), std::size_t{1}); // nothing needs no row
        for (const Preset preset : {Preset::NoLoss, Preset::All, Preset::None}) {
            document.replacePolicy(Direction::Inbound, presetPolicy(simulation, curve, preset, 0), u"preset"_s);
            QCOMPARE(levelOf("fax.example"), Level::Encrypt);
            QCOMPARE(levelOf("partner.example"), Level::None);
            QCOMPARE(levelOf("news.bank.example"), preset == Preset::None ? Level::None : Level::Encrypt);
        }
        document.setDefaultRequirement(Direction::Inbound, encrypt);
        QCOMPARE(levelOf("partner.example"), Level::None);
        // fax loses 40 of the 260 wanted messages: what is left of a budget, and of one that it has used up.
        QCOMPARE(budgetBesidePins(simulation, 0.2, document.pins(Direction::Inbound)), 0.2 - 40.0 / 260);
        QCOMPARE(budgetBesidePins(simulation, 0.1, document.pins(Direction::Inbound)), 0.0);
        QCOMPARE(budgetBesidePins(simulation, 0.1, {}), 0.1);
        document.undoStack()->undo();
        document.unpin(Direction::Inbound, {{"fax.example", false}, {"partner.example", false}});
        QVERIFY(document.pins(Direction::Inbound).empty());
        QCOMPARE(levelOf("fax.example"), Level::Encrypt); // stays until a preset decides
        document.replacePolicy(Direction::Inbound, presetPolicy(simulation, curve, Preset::None, 0), u"none"_s);
        QCOMPARE(levelOf("fax.example"), Level::None);
        while (document.undoStack()->canUndo())
            document.undoStack()->undo();
        QVERIFY(document.pins(Direction::Inbound).empty());
        QVERIFY(document.policy().inbound.isNone());
    }

    void notesAreKept()
    {
        Document document;
        document.setImport(sample::import());
        document.setNote("fax.example", u"  asked them on Monday\n"_s);
        QCOMPARE(document.choices().notes.at("fax.example"), std::string("asked them on Monday"));
        QVERIFY(document.isModified());
        QCOMPARE(document.workspace().choices, document.choices());
        document.setNote("fax.example", QString(10'000, u'é'));
        QVERIFY(document.choices().notes.at("fax.example").size() <= longestNote);
        document.undoStack()->undo();
        QCOMPARE(document.choices().notes.at("fax.example"), std::string("asked them on Monday"));
        document.setNote("fax.example", {});
        QVERIFY(document.choices().notes.empty());
        Document other;
        document.undoStack()->undo();
        other.setWorkspace(document.workspace(), u"x.waxseal"_s);
        QCOMPARE(other.choices(), document.choices());
    }

    void details()
    {
        Document document;
        document.setImport(sample::import());
        const Simulation& simulation = document.simulation(Direction::Inbound);
        const std::size_t row = *simulation.rowOf("bank.example");
        const DomainDetails details = collectDetails(simulation, document.index(Direction::Inbound), row, encrypt);
        QCOMPARE(details.lost, 2U);
        QCOMPARE(details.hosts.size(), std::size_t{1});
        QCOMPARE(details.hosts.front().messages, 100U);
        QCOMPARE(details.hosts.front().overTls, 98U);
        QCOMPARE(details.hosts.front().lastVersion, TlsVersion::Tls12);
        QCOMPARE(details.hosts.front().evidence, EvidenceClass::Mixed);
        QCOMPARE(details.versions.size(), std::size_t{2});
        QCOMPARE(details.versions.front().state, TlsState::Plaintext);
        const auto fax
            = collectDetails(simulation, document.index(Direction::Inbound), *simulation.rowOf("fax.example"), encrypt);
        QCOMPARE(fax.hosts.front().evidence, EvidenceClass::Never);
        QVERIFY(!fax.hosts.front().everTls);
    }

    void forecasterFollows()
    {
        Document document;
        Forecaster forecaster(&document);
        document.setImport(sample::import());
        QTRY_VERIFY(forecaster.frontier() != nullptr);
        QVERIFY(!forecaster.frontier()->points.empty());
        document.setDefaultRequirement(Direction::Inbound, encrypt);
        QVERIFY(forecaster.isPending());
        QTRY_VERIFY(!forecaster.isPending());
        const auto expected = forecastLoss(document.simulation(Direction::Inbound));
        QCOMPARE(forecaster.interval().has_value(), expected.interval.has_value());
        QCOMPARE(forecaster.forecast().atMost, expected.atMost);
        forecaster.setDirection(Direction::Outbound);
        QVERIFY(forecaster.frontier() == nullptr);
        QTRY_VERIFY(!forecaster.isPending());
    }

    void recentFilesKeepTen()
    {
        {
            RecentFiles recent;
            recent.clear();
            for (int i = 0; i < 12; ++i)
                recent.add(u"/var/log/mail.%1"_s.arg(i));
            QCOMPARE(recent.paths().size(), RecentFiles::limit);
            recent.add(u"/var/log/mail.5"_s);
        }
        RecentFiles again;
        QCOMPARE(again.paths().size(), RecentFiles::limit);
        QCOMPARE(again.paths().first(), u"/var/log/mail.5"_s);
        QCOMPARE(again.paths().at(1), u"/var/log/mail.11"_s);
        again.clear();
        QVERIFY(RecentFiles().paths().isEmpty());
    }
};

QTEST_MAIN(TestDocument)
#include "tst_document.moc"
