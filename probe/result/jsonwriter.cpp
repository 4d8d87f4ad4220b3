// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/result/jsonwriter.h"

namespace waxseal {

void JsonWriter::separate()
{
    if (m_needsComma)
        m_out += ',';
    m_needsComma = true;
}

JsonWriter& JsonWriter::open(char bracket)
{
    separate();
    m_out += bracket;
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket)
{
    m_out += bracket;
    m_needsComma = true;
    return *this;
}

void JsonWriter::quote(std::string_view value)
{
    static constexpr char digits[] = "0123456789abcdef";
    m_out += '"';
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            m_out += '\\';
            m_out += c;
        } else if (byte < 0x20 || byte == 0x7f) {
            m_out += "\\u00";
            m_out += digits[byte >> 4];
            m_out += digits[byte & 0x0FU];
        } else {
            m_out += c;
        }
    }
    m_out += '"';
}

JsonWriter& JsonWriter::key(std::string_view name)
{
    separate();
    quote(name);
    m_out += ':';
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view value)
{
    separate();
    quote(value);
    return *this;
}

JsonWriter& JsonWriter::number(std::int64_t value)
{
    separate();
    m_out += QByteArray::number(static_cast<qlonglong>(value));
    return *this;
}

JsonWriter& JsonWriter::raw(std::string_view value)
{
    separate();
    m_out.append(value.data(), static_cast<qsizetype>(value.size()));
    return *this;
}

} // namespace waxseal
