// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/exportfields.h"

#include "widgets/words/words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestText = 4000; // characters

QString wanted(const ExportOption& option)
{
    switch (option.type) {
    case ExportOption::Type::Directory:
        return ExportFields::tr("The directory must be an absolute path of letters, digits, \".\", \"_\" and \"-\".");
    case ExportOption::Type::Choice:
        break;
    case ExportOption::Type::Networks:
        return ExportFields::tr("The networks must be a list like 10.0.0.0/8, 2001:db8::/32, or \"none\".");
    case ExportOption::Type::Domain:
        return ExportFields::tr("The domain must be a host name like example.com.");
    case ExportOption::Type::Hosts:
        return ExportFields::tr("The hosts must be names with commas between, like mx1.example.com, mx2.example.com.");
    case ExportOption::Type::Mailbox:
        return ExportFields::tr("The address must be a plain one, like tlsrpt@example.com.");
    case ExportOption::Type::Number:
        return ExportFields::tr("The number must be written in digits.");
    case ExportOption::Type::KeyDigests:
        return ExportFields::tr("The key must be the SHA-256 of a public key, 64 hexadecimal digits; for one host of "
                                "several: mx1.example.com=…");
    }
    return {};
}

} // namespace

ExportFields::ExportFields(QWidget* box)
    : QObject(box)
    , m_box(box)
{
}

void ExportFields::set(const QString& id, const QString& value)
{
    m_values[m_target][id] = value;
    Q_EMIT changed();
}

QWidget* ExportFields::makeField(const ExportOption& option)
{
    const auto& said = m_values[m_target];
    const auto found = said.find(option.id);
    const QString value = found != said.end() ? found->second : option.byDefault;
    if (option.type == ExportOption::Type::Choice) {
        auto* field = new QComboBox(m_box);
        field->addItems(option.choices);
        field->setCurrentText(value);
        connect(field, &QComboBox::currentTextChanged, this,
            [this, id = option.id](const QString& text) { set(id, text); });
        return field;
    }
    auto* field = new QLineEdit(value, m_box);
    field->setMaxLength(longestText);
    field->setCursorPosition(0); // a long value shows its beginning
    connect(field, &QLineEdit::textChanged, this, [this, id = option.id](const QString& text) { set(id, text); });
    return field;
}

void ExportFields::setTarget(const ExportTarget* target)
{
    const QString id = target != nullptr ? target->id : QString();
    if (id == m_target)
        return;
    const QStringList shown = [&] {
        QStringList ids;
        if (const ExportTarget* before = exportTarget(m_target)) {
            for (const ExportOption& option : before->options)
                ids.append(u"exportOption-"_s + option.id);
        }
        return ids;
    }();
    for (const QString& name : shown) {
        if (auto* field = m_box->findChild<QWidget*>(name))
            m_form->removeRow(field);
    }
    m_target = id;
    if (target == nullptr)
        return;
    for (const ExportOption& option : target->options) {
        QWidget* field = makeField(option);
        field->setObjectName(u"exportOption-"_s + option.id);
        field->setToolTip(words::help(option));
        auto* label = new QLabel(words::label(option), m_box);
        label->setBuddy(field);
        m_form->addRow(label, field);
    }
}

std::map<QString, QString> ExportFields::values() const
{
    return m_values.value(m_target);
}

QString ExportFields::problem() const
{
    const ExportTarget* target = exportTarget(m_target);
    if (target == nullptr)
        return {};
    const auto said = values();
    for (const ExportOption& option : target->options) {
        const auto found = said.find(option.id);
        if (!option.accepts(found != said.end() ? found->second : option.byDefault))
            return wanted(option);
    }
    return {};
}

} // namespace waxseal
