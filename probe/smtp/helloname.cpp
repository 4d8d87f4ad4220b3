// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/smtp/helloname.h"

#include "model/core/domainname.h"

#include <QFile>
#include <QSysInfo>

#include <sstream>

namespace waxseal {

namespace {

constexpr qint64 maximumFile = 64 * 1024;

std::string textOf(const char* path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.read(maximumFile).toStdString() : std::string();
}

/** The name in its ASCII form, where it is a host name with a dot. */
std::string qualified(std::string_view text)
{
    const std::optional<DomainName> name = DomainName::parse(text);
    return name && name->ascii().find('.') != std::string::npos ? name->ascii() : std::string();
}

/** The first name with a dot on a line of hosts(5) that lists `short name`, too. */
std::string fromHosts(std::string_view kernel, std::string_view hosts)
{
    std::istringstream lines{std::string(hosts)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line.substr(0, line.find('#')));
        std::string word;
        words >> word; // the address
        std::string candidate;
        bool isOurs = false;
        while (words >> word) {
            isOurs = isOurs || word == kernel;
            if (candidate.empty())
                candidate = qualified(word);
        }
        if (isOurs && !candidate.empty() && !candidate.starts_with("localhost."))
            return candidate;
    }
    return {};
}

} // namespace

std::string machineNameFrom(std::string_view kernel, std::string_view hosts, std::string_view mailname)
{
    if (std::string name = qualified(kernel); !name.empty())
        return name;
    if (std::string name = fromHosts(kernel, hosts); !name.empty())
        return name;
    if (std::string name = qualified(mailname.substr(0, mailname.find('\n'))); !name.empty())
        return name;
    std::string name = qualified(std::string(kernel) + ".localdomain");
    return name.empty() ? "localhost.localdomain" : name;
}

const std::string& machineName()
{
    static const std::string name
        = machineNameFrom(QSysInfo::machineHostName().toStdString(), textOf("/etc/hosts"), textOf("/etc/mailname"));
    return name;
}

} // namespace waxseal
