// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/batch/ownaddresses.h"

#include <QFile>

#include <algorithm>
#include <cstring>
#include <memory>
#include <sstream>
#include <string>

#include <ifaddrs.h>
#include <netinet/in.h>

namespace waxseal {

namespace {

constexpr qint64 maximumFile = 256 * 1024;

void addInterfaces(std::vector<IpAddress>& addresses)
{
    ifaddrs* list = nullptr;
    if (getifaddrs(&list) != 0)
        return;
    const std::unique_ptr<ifaddrs, void (*)(ifaddrs*)> owner(list, freeifaddrs);
    for (const ifaddrs* one = list; one != nullptr; one = one->ifa_next) {
        IpAddress address;
        if (one->ifa_addr != nullptr && one->ifa_addr->sa_family == AF_INET) {
            sockaddr_in v4{};
            std::memcpy(&v4, one->ifa_addr, sizeof v4);
            address.bytes[10] = address.bytes[11] = 0xff;
            std::memcpy(address.bytes.data() + 12, &v4.sin_addr, 4);
        } else if (one->ifa_addr != nullptr && one->ifa_addr->sa_family == AF_INET6) {
            sockaddr_in6 v6{};
            std::memcpy(&v6, one->ifa_addr, sizeof v6);
            std::memcpy(address.bytes.data(), &v6.sin6_addr, 16);
        } else {
            continue;
        }
        addresses.push_back(address);
    }
}

} // namespace

std::vector<IpAddress> proxyInterfaces(std::string_view mainCf)
{
    std::string value;
    bool isOurs = false;
    std::istringstream lines{std::string(mainCf)};
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#')
            continue;
        if (line.front() == ' ' || line.front() == '\t') { // goes on with the line before
            value += isOurs ? ' ' + line : std::string();
            continue;
        }
        const std::size_t equals = line.find('=');
        std::string name = line.substr(0, equals);
        name.erase(name.find_last_not_of(" \t") + 1);
        isOurs = equals != std::string::npos && name == "proxy_interfaces";
        if (isOurs)
            value = line.substr(equals + 1);
    }
    std::replace(value.begin(), value.end(), ',', ' ');
    std::vector<IpAddress> addresses;
    std::istringstream words(value);
    for (std::string word; words >> word;) {
        if (word.size() > 2 && word.front() == '[' && word.back() == ']')
            word = word.substr(1, word.size() - 2);
        if (const std::optional<IpAddress> address = IpAddress::parse(word))
            addresses.push_back(*address);
    }
    return addresses;
}

std::vector<IpAddress> machineAddresses()
{
    std::vector<IpAddress> addresses;
    addInterfaces(addresses);
    QFile file(QStringLiteral("/etc/postfix/main.cf"));
    if (file.open(QIODevice::ReadOnly)) {
        const std::vector<IpAddress> proxies = proxyInterfaces(file.read(maximumFile).toStdString());
        addresses.insert(addresses.end(), proxies.begin(), proxies.end());
    }
    return addresses;
}

} // namespace waxseal
