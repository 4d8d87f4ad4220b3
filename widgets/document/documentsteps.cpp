// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The steps that can be undone: what is required, and what is remembered beside it.
#include "widgets/document/document.h"

#include "model/core/domainname.h"
#include "model/core/printable.h"
#include "widgets/document/policycommand.h"
#include "widgets/document/presets.h"

#include <algorithm>

namespace waxseal {

namespace {

/** A domain as undo texts name it. */
QString shown(const std::string& domain)
{
    const auto name = DomainName::parse(domain);
    return name ? QString::fromStdString(name->display()) : visibleText(std::string_view(domain));
}

/** The rows whose pin, note or silence changes; none: any may have changed. */
QList<int> rowsRemembered(const Simulation& simulation, const PolicyChange& change)
{
    constexpr std::size_t many = 1000;
    QList<int> rows;
    if (change.pins.size() + change.notes.size() + change.muted.size() >= many)
        return rows;
    const auto remember = [&](const std::string& domain) {
        if (const auto row = simulation.rowOf(domain))
            rows.append(static_cast<int>(*row));
    };
    for (const auto& [scope, value] : change.pins)
        remember(scope.domain);
    for (const auto& [domain, value] : change.notes)
        remember(domain);
    for (const auto& [domain, value] : change.muted)
        remember(domain);
    return rows;
}

} // namespace

void Document::require(Direction direction, const QList<Scope>& scopes, std::optional<Requirement> requirement)
{
    PolicyChange change;
    for (const Scope& scope : scopes) {
        change.set(simulation(direction).policy(), scope, requirement);
        change.pin(pins(direction), scope, requirement);
    }
    const QString what = requirement ? QString::fromStdString(requirement->text()) : QString();
    const auto count = static_cast<int>(scopes.size());
    QString text;
    if (count == 1) {
        const QString domain = shown(scopes.first().domain);
        text = requirement ? tr("Require %1 for %2").arg(what, domain) : tr("Drop Requirement for %1").arg(domain);
    } else {
        text = requirement ? tr("Require %1 for %n Domains", nullptr, count).arg(what)
                           : tr("Drop Requirement for %n Domains", nullptr, count);
    }
    this->change(direction, std::move(change), text);
}

void Document::switchOff(Direction direction, const QList<Scope>& scopes)
{
    const DirectionPolicy& policy = simulation(direction).policy();
    PolicyChange change;
    for (const Scope& scope : scopes) {
        const bool otherwiseRequired = requirementWithout(policy, scope).level > Level::May;
        change.set(policy, scope, otherwiseRequired ? std::optional(Requirement{}) : std::nullopt);
        change.pin(pins(direction), scope, Requirement{});
    }
    const auto count = static_cast<int>(scopes.size());
    const QString text = count == 1 ? tr("Require Nothing of %1").arg(shown(scopes.first().domain))
                                    : tr("Require Nothing of %n Domains", nullptr, count);
    this->change(direction, std::move(change), text);
}

void Document::unpin(Direction direction, const QList<Scope>& scopes)
{
    PolicyChange change;
    for (const Scope& scope : scopes)
        change.pin(pins(direction), scope, {});
    this->change(direction, std::move(change), tr("Let Presets Decide Again"));
}

void Document::setNote(const std::string& domain, const QString& note)
{
    // Bounded, and cut between letters.
    QString kept = note.trimmed().left(static_cast<qsizetype>(longestNote));
    while (static_cast<std::size_t>(kept.toUtf8().size()) > longestNote)
        kept.chop(1);
    const std::string text = kept.toStdString();
    const auto there = m_facts.choices.notes.find(domain);
    const std::string before = there == m_facts.choices.notes.end() ? std::string() : there->second;
    PolicyChange change;
    if (before != text)
        change.notes.emplace(domain, std::pair(before, text));
    this->change(Direction::Inbound, std::move(change), tr("Note on %1").arg(shown(domain)));
}

void Document::setMuted(const QList<std::string>& domains, bool muted)
{
    PolicyChange change;
    for (const std::string& domain : domains) {
        if (m_facts.choices.muted.contains(domain) != muted)
            change.muted.emplace(domain, muted);
    }
    const auto count = static_cast<int>(change.muted.size());
    const QString text = count == 1
        ? (muted ? tr("Mute %1") : tr("Do Not Mute %1")).arg(shown(change.muted.begin()->first))
        : (muted ? tr("Mute %n Domains", nullptr, count) : tr("Do Not Mute %n Domains", nullptr, count));
    this->change(Direction::Inbound, std::move(change), text);
}

bool Document::isMuted(std::string_view domain) const
{
    const auto& muted = m_facts.choices.muted;
    return !muted.empty() && muted.contains(std::string(domain));
}

void Document::setSubdomains(Direction direction, const QList<std::string>& domains, bool subdomains)
{
    const DirectionPolicy& policy = simulation(direction).policy();
    PolicyChange change;
    for (const std::string& domain : domains) {
        if (domain == nullSender)
            continue;
        const auto from = policy.rows.find({domain, !subdomains});
        if (from == policy.rows.end())
            continue;
        change.set(policy, from->first, {});
        change.set(policy, {domain, subdomains}, from->second);
        if (const auto pinned = pins(direction).find(from->first); pinned != pins(direction).end()) {
            change.pin(pins(direction), {domain, subdomains}, pinned->second);
            change.pin(pins(direction), from->first, {});
        }
    }
    const QString text = domains.size() == 1
        ? (subdomains ? tr("Include Subdomains of %1") : tr("Leave Out Subdomains of %1")).arg(shown(domains.first()))
        : (subdomains ? tr("Include Subdomains") : tr("Leave Out Subdomains"));
    this->change(direction, std::move(change), text);
}

void Document::setDefaultRequirement(Direction direction, const Requirement& requirement)
{
    const Requirement before = simulation(direction).policy().byDefault;
    PolicyChange change;
    if (before != requirement)
        change.byDefault = {before, requirement};
    // What is pinned to nothing stays so; now it needs a row that says it.
    for (const auto& [scope, pinned] : pins(direction)) {
        const bool needsRow = requirement.level > Level::May && pinned.level <= Level::May;
        if (needsRow && !simulation(direction).policy().rows.contains(scope))
            change.set(simulation(direction).policy(), scope, pinned);
    }
    this->change(
        direction, std::move(change), tr("Require %1 by Default").arg(QString::fromStdString(requirement.text())));
}

void Document::setRefusal(Direction direction, Refusal refusal)
{
    const Refusal before = simulation(direction).policy().refusal;
    PolicyChange change;
    if (before != refusal)
        change.refusal = {before, refusal};
    this->change(direction, std::move(change), refusal == Refusal::Now ? tr("Refuse Now") : tr("Refuse Later"));
}

PolicyChange Document::replacement(Direction direction, const DirectionPolicy& policy) const
{
    DirectionPolicy kept = policy;
    applyPins(kept, pins(direction));
    return PolicyChange::between(simulation(direction).policy(), kept);
}

void Document::replacePolicy(Direction direction, const DirectionPolicy& policy, const QString& text, int mergeKey,
    const std::optional<std::pair<double, double>>& budget)
{
    PolicyChange change = replacement(direction, policy);
    change.budget = budget;
    this->change(direction, std::move(change), text, mergeKey);
}

void Document::importPolicy(Direction direction, const DirectionPolicy& policy)
{
    PolicyChange change = PolicyChange::between(simulation(direction).policy(), policy);
    change.pinAll(pins(direction), {});
    change.kept = {choices().keptOf(direction), std::make_shared<const KeptPolicy>(KeptPolicy{policy, Pins(), true})};
    this->change(direction, std::move(change), tr("Import Policy"));
}

void Document::keepPolicy(Direction direction)
{
    const auto& before = choices().keptOf(direction);
    const bool isA = !before || before->isA;
    PolicyChange change;
    change.kept = {
        before, std::make_shared<const KeptPolicy>(KeptPolicy{simulation(direction).policy(), pins(direction), isA})};
    if (before && *before == *change.kept->second)
        return;
    this->change(direction, std::move(change), isA ? tr("Keep as A") : tr("Keep as B"));
}

void Document::swapPolicies(Direction direction)
{
    const auto& before = choices().keptOf(direction);
    if (!before)
        return;
    PolicyChange change = PolicyChange::between(simulation(direction).policy(), before->policy);
    change.pinAll(pins(direction), before->pins);
    change.kept = {before,
        std::make_shared<const KeptPolicy>(KeptPolicy{simulation(direction).policy(), pins(direction), !before->isA})};
    this->change(direction, std::move(change), before->isA ? tr("Go to Policy A") : tr("Go to Policy B"));
}

void Document::forgetKept(Direction direction)
{
    const auto& before = choices().keptOf(direction);
    PolicyChange change;
    if (before)
        change.kept = {before, nullptr};
    this->change(direction, std::move(change), tr("Forget the Kept Policy"));
}

void Document::change(Direction direction, PolicyChange change, const QString& text, int mergeKey)
{
    if (!change.isEmpty())
        m_undo.push(new PolicyCommand(*this, direction, std::move(change), text, mergeKey));
}

void Document::apply(Direction direction, const PolicyChange& change, Step step)
{
    m_step = std::move(step);
    Simulation& simulation = *m_facts.simulations[static_cast<std::size_t>(direction)];
    const auto countPinned = [&] { // of what changes
        std::size_t count = 0;
        const auto both = [&](const Scope& scope) {
            return pins(direction).contains(scope) && simulation.policy().rows.contains(scope) ? 1U : 0U;
        };
        for (const auto& [scope, value] : change.rows)
            count += both(scope);
        for (const auto& [scope, value] : change.pins)
            count += change.rows.contains(scope) ? 0U : both(scope);
        return count;
    };
    std::size_t& pinned = m_pinnedRows[static_cast<std::size_t>(direction)];
    const bool few = change.rows.size() + change.pins.size() <= pins(direction).size();
    pinned -= few ? countPinned() : 0;
    if (change.refusal)
        simulation.setRefusal(change.refusal->second);
    QList<int> changed;
    // Row by row costs those rows; beyond a share of the table one pass over all domains is cheaper.
    const bool whole = change.byDefault || change.rows.size() * 16 > simulation.domainCount() + 64;
    if (whole) {
        DirectionPolicy policy = simulation.policy();
        change.applyTo(policy);
        simulation.setPolicy(std::move(policy));
    } else {
        for (const auto& [scope, value] : change.rows) {
            for (const std::size_t row : simulation.setRequirement(scope, value.after))
                changed.append(static_cast<int>(row));
        }
    }
    change.applyTo(m_facts.choices, direction);
    if (few)
        pinned += countPinned();
    else
        countPinnedRows();
    Q_EMIT policyEdited(direction, change);
    if (change.changesPolicy())
        Q_EMIT policyChanged(direction, changed);
    if (!change.pins.empty() || !change.notes.empty() || !change.muted.empty())
        Q_EMIT choicesChanged(direction, rowsRemembered(simulation, change));
    if (change.kept)
        Q_EMIT keptChanged(direction);
    m_step.reset();
}

} // namespace waxseal
