// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/witness/reportmail.h"

#include "model/core/bytes.h"
#include "model/witness/tlsreport.h"

#include <QByteArray>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <memory>

namespace waxseal {

namespace {

constexpr int deepest = 8; // parts in parts
constexpr int mostParts = 200; // of one mail
constexpr std::size_t longestHeader = 1U << 20;
constexpr std::size_t longestMail = 64U << 20;
constexpr std::string_view blanks = " \t\r\n";

/** Takes a line without its line end from the front. */
std::string_view takeLine(std::string_view& text)
{
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

/** The header fields of an entity that matter, unfolded. */
struct Header
{
    std::string type; ///< Content-Type: with its parameters, as written
    std::string encoding; ///< Content-Transfer-Encoding: lower case
    std::string submitter; ///< TLS-Report-Submitter (RFC 8460, section 5.3)
};

/** Takes the header and the empty line behind it from the front of an entity. */
Header takeHeader(std::string_view& entity)
{
    Header header;
    std::string* current = nullptr;
    const std::size_t whole = entity.size();
    while (!entity.empty() && whole - entity.size() < longestHeader) {
        const std::string_view line = takeLine(entity);
        if (line.empty())
            break;
        if (line.front() == ' ' || line.front() == '\t') {
            if (current && current->size() < 4096)
                current->append(line);
            continue;
        }
        const std::size_t colon = std::min(line.find(':'), line.size());
        const std::string name = lowered(trimmed(line.substr(0, std::min<std::size_t>(colon, 100)), blanks));
        current = name == "content-type"          ? &header.type
            : name == "content-transfer-encoding" ? &header.encoding
            : name == "tls-report-submitter"      ? &header.submitter
                                                  : nullptr;
        if (current)
            *current = trimmed(line.substr(std::min(colon + 1, line.size())), blanks);
    }
    header.encoding = lowered(header.encoding);
    return header;
}

/** The value of "boundary" among the parameters of a Content-Type (RFC 2045, section 5.1). */
std::string boundaryOf(const std::string& type)
{
    const std::string small = lowered(type);
    std::size_t at = 0;
    while ((at = small.find("boundary", at)) != std::string::npos) {
        const bool isName = at > 0 && (small[at - 1] == ';' || small[at - 1] == ' ' || small[at - 1] == '\t');
        at += std::string_view("boundary").size();
        std::string_view rest = trimmed(std::string_view(type).substr(at), blanks);
        if (!isName || !takePrefix(rest, "="))
            continue;
        rest = trimmed(rest, blanks);
        if (takePrefix(rest, "\""))
            return std::string(rest.substr(0, rest.find('"')));
        return std::string(rest.substr(0, rest.find_first_of("; \t")));
    }
    return {};
}

std::string decodedQuotedPrintable(std::string_view text)
{
    const auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0'
            : c >= 'A' && c <= 'F'  ? c - 'A' + 10
            : c >= 'a' && c <= 'f'  ? c - 'a' + 10
                                    : -1;
    };
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            out += text[i];
        } else if (i + 1 < text.size() && text[i + 1] == '\n') {
            ++i;
        } else if (i + 2 < text.size() && text[i + 1] == '\r' && text[i + 2] == '\n') {
            i += 2;
        } else if (i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
            out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        } else {
            out += '=';
        }
    }
    return out;
}

class Walker
{
public:
    explicit Walker(const AttachmentSink& sink)
        : m_sink(sink)
    {
    }

    void walk(std::string_view entity, int depth)
    {
        if (depth > deepest || ++m_parts > mostParts)
            return;
        const Header header = takeHeader(entity);
        if (depth == 0 || !header.submitter.empty())
            m_submitter = header.submitter;
        const std::string type
            = lowered(trimmed(std::string_view(header.type).substr(0, header.type.find(';')), blanks));
        if (type.starts_with("multipart/")) {
            walkParts(entity, boundaryOf(header.type), depth);
            return;
        }
        std::string decoded;
        if (header.encoding == "base64") {
            const auto raw = QByteArray::fromRawData(entity.data(), static_cast<qsizetype>(entity.size()));
            decoded = QByteArray::fromBase64(raw).toStdString();
        } else if (header.encoding == "quoted-printable") {
            decoded = decodedQuotedPrintable(entity);
        } else {
            decoded = entity;
        }
        if (type == "message/rfc822")
            walk(decoded, depth + 1);
        else if (!type.starts_with("text/html") && !type.starts_with("image/"))
            offer(decoded);
    }

private:
    void walkParts(std::string_view body, const std::string& boundary, int depth)
    {
        if (boundary.empty())
            return;
        const std::string mark = "--" + boundary;
        const char* part = nullptr;
        while (!body.empty() && m_parts <= mostParts) {
            const char* lineBegin = body.data();
            const std::string_view line = trimmed(takeLine(body), blanks);
            if (!line.starts_with(mark))
                continue;
            const std::string_view rest = line.substr(mark.size());
            if (!rest.empty() && rest != "--")
                continue; // a longer boundary of a part inside
            if (part)
                walk({part, static_cast<std::size_t>(lineBegin - part)}, depth + 1);
            part = rest.empty() ? body.data() : nullptr;
            if (!part)
                return;
        }
        if (part) // a mail that was cut off
            walk({part, static_cast<std::size_t>(body.data() + body.size() - part)}, depth + 1);
    }

    void offer(std::string_view bytes) const
    {
        const auto content = unpacked(bytes, longestTlsReport);
        if (!content)
            return;
        std::string_view json = *content;
        takePrefix(json, "\xef\xbb\xbf");
        json = trimmed(json, blanks);
        if (json.starts_with('{') || json.starts_with('['))
            m_sink(json, m_submitter);
    }

    const AttachmentSink& m_sink;
    std::string m_submitter;
    int m_parts = 0;
};

struct ReadArchive
{
    void operator()(archive* pointer) const { archive_read_free(pointer); }
};

} // namespace

void eachAttachment(std::string_view mail, const AttachmentSink& sink)
{
    Walker(sink).walk(mail, 0);
}

Result<std::string> unpacked(std::string_view bytes, std::size_t most)
{
    if (!bytes.starts_with("\x1f\x8b") && !bytes.starts_with("PK\x03\x04"))
        return std::string(bytes);
    const auto damaged = [](archive* reader) {
        return Error{ErrorCode::DamagedArchive, {}, QString::fromUtf8(archive_error_string(reader))};
    };
    const std::unique_ptr<archive, ReadArchive> reader(archive_read_new());
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_format_zip(reader.get());
    archive_read_support_format_raw(reader.get());
    archive_entry* entry = nullptr;
    if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK
        || archive_read_next_header(reader.get(), &entry) != ARCHIVE_OK)
        return damaged(reader.get());
    std::string out;
    std::array<char, 1U << 16> block{};
    while (true) {
        const la_ssize_t size = archive_read_data(reader.get(), block.data(), block.size());
        if (size == 0)
            return out;
        if (size < 0)
            return damaged(reader.get());
        if (out.size() + static_cast<std::size_t>(size) > most)
            return Error{ErrorCode::Unsupported, {}, QStringLiteral("too large")};
        out.append(block.data(), static_cast<std::size_t>(size));
    }
}

void MboxSplitter::deliver(std::size_t end)
{
    if (m_dropping)
        ++m_tooLarge;
    else if (end > 0)
        m_sink(std::string_view(m_mail).substr(0, end));
    m_dropping = false;
}

void MboxSplitter::add(std::string_view bytes)
{
    constexpr std::string_view mark = "\nFrom ";
    m_mail.append(bytes);
    while (true) {
        const std::size_t at = m_mail.find(mark, m_searched);
        if (at == std::string::npos) {
            m_searched = m_mail.size() - std::min(m_mail.size(), mark.size());
            break;
        }
        const bool behindEmptyLine
            = at > 0 && (m_mail[at - 1] == '\n' || (at > 1 && m_mail[at - 1] == '\r' && m_mail[at - 2] == '\n'));
        m_searched = at + 1;
        if (!behindEmptyLine)
            continue;
        deliver(at + 1);
        m_mail.erase(0, at + 1);
        m_searched = 1;
    }
    if (m_mail.size() > longestMail) {
        m_dropping = true;
        m_mail.erase(0, m_mail.size() - mark.size() - 2);
        m_searched = 0;
    }
}

void MboxSplitter::finish()
{
    deliver(m_mail.size());
    m_mail.clear();
}

} // namespace waxseal
