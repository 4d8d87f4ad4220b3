// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/batch/domainlist.h"

#include "model/core/ipaddress.h"

#include <QSet>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

/** Who pastes a list reads the result; a file given to the command line may be larger. */
struct Bounds
{
    qsizetype characters;
    std::size_t domains;
};
constexpr Bounds pasted{4 << 20, 200'000};
constexpr Bounds file{64 << 20, 2'000'000};
constexpr qsizetype longestWord = 1024;
constexpr qsizetype longestField = 4096; ///< a quote that is not closed within is a character like others
constexpr qsizetype mostFields = 1000;
constexpr std::array separators{u'\t', u';', u','};
constexpr std::array columnNames{u"domain", u"domains", u"domain name", u"domain_name", u"domainname", u"domäne",
    u"domänen", u"maildomain", u"mail domain", u"recipient domain", u"fqdn"};

bool isSeparator(QChar c)
{
    return c.isSpace() || QStringView(u",;\"'<>()|").contains(c);
}

/** A number, a share, a date, an IP address: what stands beside names in a table. */
bool isFigure(QStringView word)
{
    if (word.startsWith(u'[') && word.endsWith(u']'))
        word = word.mid(1, word.size() - 2);
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit() || c.isPunct() || c.isSymbol(); })
        || (word.size() < 64 && IpAddress::parse(word.toString().toStdString()));
}

QStringView before(QStringView word, QStringView stops)
{
    const auto* const end = std::find_if(word.begin(), word.end(), [stops](QChar c) { return stops.contains(c); });
    return word.left(end - word.begin());
}

/** The host of what was pasted: a name, an address, a URL, a host with its port. */
QStringView hostPart(QStringView word)
{
    if (const qsizetype scheme = word.indexOf(u"://"); scheme >= 0)
        word = word.mid(scheme + 3);
    else if (word.startsWith(u"mailto:", Qt::CaseInsensitive))
        word = word.mid(7);
    word = before(word, u"/?#\\");
    if (const qsizetype at = word.lastIndexOf(u'@'); at >= 0)
        word = word.mid(at + 1);
    if (const qsizetype colon = word.lastIndexOf(u':'); colon >= 0) {
        const QStringView port = word.mid(colon + 1);
        if (std::all_of(port.begin(), port.end(), [](QChar c) { return c.isDigit(); }))
            word = word.left(colon);
    }
    if (word.startsWith(u"*."))
        word = word.mid(2);
    if (word.startsWith(u'.'))
        word = word.mid(1);
    return word;
}

std::optional<DomainName> domainOf(QStringView word, bool needsDot)
{
    if (word.size() > longestWord)
        return {};
    QString name = hostPart(word).toString();
    for (const char16_t dot : {u'\u3002', u'\uff0e', u'\uff61'}) // RFC 3490, 3.1
        name.replace(QChar(dot), u'.');
    if (needsDot && !name.contains(u'.'))
        return {};
    return DomainName::parse(name.toStdString());
}

/** Reads the records of a CSV: fields in quotes may hold separators, quotes (doubled) and line ends. */
class Records
{
public:
    Records(QStringView text, QStringView separatorsHere)
        : m_text(text)
        , m_separators(separatorsHere)
    {
    }
    bool atEnd() const { return m_at >= m_text.size(); }
    qsizetype place() const { return m_at; }
    /** The next record's fields, trimmed; none for an empty line or a comment. */
    QStringList next();

private:
    bool isLineEnd() const { return m_text[m_at] == u'\n' || m_text[m_at] == u'\r'; }
    bool isSeparatorHere() const { return m_separators.contains(m_text[m_at]); }
    void skipLine()
    {
        while (!atEnd() && !isLineEnd())
            ++m_at;
    }
    QString field();
    std::optional<QString> quoted();

    QStringView m_text;
    QStringView m_separators;
    qsizetype m_at = 0;
};

std::optional<QString> Records::quoted()
{
    QString value;
    for (qsizetype at = m_at + 1; at < std::min(m_text.size(), m_at + longestField); ++at) {
        if (m_text[at] != u'"') {
            value += m_text[at];
        } else if (at + 1 < m_text.size() && m_text[at + 1] == u'"') {
            value += u'"';
            ++at;
        } else {
            m_at = at + 1;
            return value;
        }
    }
    return {};
}

QString Records::field()
{
    while (!atEnd() && !isLineEnd() && !isSeparatorHere() && m_text[m_at].isSpace())
        ++m_at;
    QString value;
    if (!atEnd() && m_text[m_at] == u'"') {
        if (const std::optional<QString> text = quoted())
            value = *text;
    }
    const qsizetype begin = m_at;
    while (!atEnd() && !isLineEnd() && !isSeparatorHere()) {
        const bool isComment = m_text[m_at] == u'#' && (m_at == 0 || m_text[m_at - 1].isSpace());
        if (isComment)
            break;
        ++m_at;
    }
    value += m_text.mid(begin, std::min(m_at - begin, longestField));
    return value.trimmed();
}

QStringList Records::next()
{
    QStringList fields;
    while (!atEnd() && !isLineEnd()) {
        if (m_text[m_at] == u'#' && (m_at == 0 || m_text[m_at - 1].isSpace())) {
            skipLine();
            break;
        }
        const QString value = field();
        if (fields.size() < mostFields)
            fields.append(value);
        if (!atEnd() && !isLineEnd() && isSeparatorHere()) {
            ++m_at;
            if (atEnd() || isLineEnd())
                fields.append(QString());
        }
    }
    if (!atEnd()) { // the line end, also of two characters
        m_at += m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n' ? 2 : 1;
    }
    return std::all_of(fields.begin(), fields.end(), [](const QString& one) { return one.isEmpty(); }) ? QStringList()
                                                                                                       : fields;
}

/** Where the domains stand in a table. */
struct Column
{
    QStringView rest; ///< the text behind the header
    QString separators;
    qsizetype index = 0;
};

bool isColumnName(const QString& field)
{
    return std::any_of(columnNames.begin(), columnNames.end(),
        [&field](const char16_t* one) { return field.compare(QStringView(one), Qt::CaseInsensitive) == 0; });
}

/** The column that the first record names, under comments, empty lines and the "sep=;" that spreadsheets write. */
std::optional<Column> namedColumn(QStringView text)
{
    for (const char16_t separator : separators) {
        const QChar one(separator);
        Records records(text, QStringView(&one, 1));
        QStringList header;
        while (!records.atEnd() && (header.isEmpty() || header.first().startsWith(u"sep=", Qt::CaseInsensitive)))
            header = records.next();
        const auto found = std::find_if(header.cbegin(), header.cend(), isColumnName);
        if (found != header.cend())
            return Column{
                text.mid(records.place()), header.size() == 1 ? u"\t;,"_s : QString(one), found - header.cbegin()};
    }
    return {};
}

/** Collects what the list says, each domain once. */
class Collector
{
public:
    Collector(DomainList& list, std::size_t most)
        : m_list(list)
        , m_most(most)
    {
    }
    /** False when no more is taken. */
    bool take(QStringView word, bool needsDot)
    {
        if (isFigure(word))
            return true;
        const std::optional<DomainName> name = domainOf(word, needsDot);
        if (!name) {
            if (m_list.unreadable++ == 0)
                m_list.firstUnreadable = word.left(80).toString();
            return true;
        }
        const QString key = QString::fromStdString(name->ascii());
        if (m_seen.contains(key)) {
            ++m_list.repeated;
            return true;
        }
        m_list.wasCut = m_list.wasCut || m_list.domains.size() == m_most;
        if (m_list.domains.size() == m_most)
            return false;
        m_seen.insert(key);
        m_list.domains.push_back(*name);
        return true;
    }

private:
    DomainList& m_list;
    std::size_t m_most;
    QSet<QString> m_seen;
};

void readColumn(const Column& column, Collector& collector)
{
    Records records(column.rest, column.separators);
    while (!records.atEnd()) {
        const QStringList fields = records.next();
        if (fields.size() > column.index && !fields[column.index].isEmpty()
            && !collector.take(fields[column.index], false))
            return;
    }
}

void readFirstColumn(QStringView text, Collector& collector)
{
    Records records(text, u"\t;,");
    bool isFirst = true;
    while (!records.atEnd()) {
        const QStringList fields = records.next();
        if (fields.isEmpty() || fields.first().isEmpty())
            continue;
        // A header that is not understood: a table's first line without any name in it.
        const bool isHeader = isFirst && fields.size() > 1
            && std::none_of(fields.cbegin(), fields.cend(), [](const QString& one) { return one.contains(u'.'); })
            && std::none_of(
                fields.cbegin(), fields.cend(), [](const QString& one) { return !one.isEmpty() && isFigure(one); });
        isFirst = false;
        if (!isHeader && !collector.take(fields.first(), false))
            return;
    }
}

void readWords(QStringView text, Collector& collector)
{
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] == u'#') {
            while (at < text.size() && text[at] != u'\n')
                ++at;
            continue;
        }
        if (isSeparator(text[at])) {
            ++at;
            continue;
        }
        qsizetype end = at;
        bool isUrl = false; // whose fragment begins with the sign of a comment
        while (end < text.size() && !isSeparator(text[end]) && (isUrl || text[end] != u'#')) {
            isUrl = isUrl || text.mid(end, 3) == u"://";
            ++end;
        }
        const QStringView word = text.mid(at, end - at);
        at = end;
        if (!collector.take(word, true))
            return;
    }
}

} // namespace

DomainList readDomainList(QStringView text, ListForm form)
{
    const Bounds bounds = form == ListForm::Words ? pasted : file;
    DomainList list;
    list.wasCut = text.size() > bounds.characters;
    text = text.left(bounds.characters);
    if (text.startsWith(QChar::ByteOrderMark))
        text = text.mid(1);
    Collector collector(list, bounds.domains);
    if (const std::optional<Column> column = namedColumn(text))
        readColumn(*column, collector);
    else if (form == ListForm::FirstColumn)
        readFirstColumn(text, collector);
    else
        readWords(text, collector);
    return list;
}

QString listText(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8));
    return decoder.decode(bytes);
}

} // namespace waxseal
