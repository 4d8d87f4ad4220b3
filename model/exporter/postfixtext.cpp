// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/postfixtext.h"

#include "model/core/domainname.h"

namespace waxseal::postfix {

namespace {

QByteArray timeText(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm")).toLatin1() + " UTC"
                          : QByteArrayLiteral("unknown");
}

QByteArray percent(std::uint64_t part, std::uint64_t whole)
{
    const double share = whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    return QByteArray::number(share, 'f', 2) + " %";
}

QByteArray predictionText(const ExportRequest& request)
{
    const ExportPrediction& p = request.prediction;
    QByteArray text = "Made " + timeText(request.now) + " for this prediction:\n";
    if (p.messages == 0)
        return text + "  none: no mail of this direction was in the logs.\n";
    text += "  mail seen      " + QByteArray::number(p.messages) + " messages, " + timeText(p.from) + " to "
        + timeText(p.to) + "\n";
    text += "  would be lost  " + QByteArray::number(p.lost) + " messages (" + percent(p.lost, p.messages)
        + "), of them " + QByteArray::number(p.lostSpam) + " labelled spam\n";
    text
        += "  cannot be told " + QByteArray::number(p.unknown) + " messages (" + percent(p.unknown, p.messages) + ")\n";
    return text;
}

constexpr char rfc3207Text[]
    = "RFC 3207, section 4: a publicly-referenced SMTP server MUST NOT require use of the STARTTLS\n"
      "extension in order to deliver mail locally. This policy does, by your choice. MTA-STS (RFC 8461)\n"
      "and DANE (RFC 7672) get encryption from those who can without losing those who cannot.\n";

/** Shell: are the tables where they are to be read, and does this Postfix have their type? */
QByteArray tableChecks(const ExportRequest& request, const QList<QByteArray>& tables)
{
    if (tables.isEmpty())
        return {};
    const QByteArray type = request.mapType.toLatin1();
    QByteArray text = "    postconf -m | grep -qx " + type + " ||\n        stop \"This Postfix has no " + type
        + " tables. Export again with the type that \\\"postconf default_database_type\\\" names (--map-type).\"\n";
    for (const QByteArray& table : tables)
        text += "    [ -f \"$directory/" + table + "\" ] || stop \"$directory/" + table
            + " is missing: copy all files of the export to $directory first.\"\n";
    return text;
}

} // namespace

QByteArray commented(const QByteArray& text)
{
    QByteArray out;
    const QList<QByteArray> lines = text.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i + 1 == lines.size() && lines[i].isEmpty())
            break;
        out += lines[i].isEmpty() ? QByteArrayLiteral("#\n") : QByteArray("# " + lines[i] + '\n');
    }
    return out;
}

QByteArray head(
    const ExportRequest& request, const Purpose& purpose, const QByteArray& fileName, const QByteArray& about)
{
    const QByteArray directory = request.directory.toLatin1();
    QByteArray text = purpose.title + '\n' + '\n' + purpose.what + '\n';
    text += "This file: " + directory + '/' + fileName + '\n' + about + '\n';
    text += "On:   sh " + directory + '/' + purpose.script + " on\n";
    text += "Off:  sh " + directory + '/' + purpose.script + " off\n\n";
    text += predictionText(request);
    if (purpose.rfc3207)
        text += '\n' + QByteArray(rfc3207Text);
    return commented(text);
}

QByteArray fragment(const ExportRequest& request, const Purpose& purpose, const QList<Setting>& settings)
{
    QByteArray text = head(request, purpose, purpose.script.chopped(3) + ".cf",
        "Lines for main.cf, for those who edit it by hand. The script does the same with postconf.\n"
        "Where you have a list of your own, ours goes behind it: nothing of yours is to be replaced.\n\n"
        "By hand:\n"
            + purpose.byHand);
    for (const Setting& setting : settings) {
        text += '\n' + commented(setting.why);
        if (setting.kind == Setting::Kind::Append) {
            text += "# Keep what you have; add at the end, before a closing \"permit\":\n";
            text += "#   " + setting.name + " = (your own entries), " + setting.value + '\n';
            text += "# and if you have none:\n";
        }
        text += setting.name + " = " + setting.value + '\n';
    }
    return text;
}

QByteArray quoted(const QByteArray& value)
{
    QByteArray out = value;
    return '\'' + out.replace('\'', "'\\''") + '\'';
}

QByteArray script(
    const ExportRequest& request, const Purpose& purpose, const QList<Setting>& settings, const ScriptParts& parts)
{
    QByteArray text = "#!/bin/sh\n"
        + head(request, purpose, purpose.script,
            "Switches it on and off with postconf, postmap and postfix reload; run it as root. It adds to your\n"
            "lists and takes its own words out again; what it replaces is kept in "
                + purpose.script.chopped(3)
                + ".saved\nand restored by off. MAIL_CONFIG=/other/dir in the environment names another Postfix "
                  "instance.\n");
    text += "\nset -eu\n"
            "directory="
        + quoted(request.directory.toLatin1()) + "\nsaved=$directory/" + purpose.script.chopped(3) + ".saved\n";
    text += R"SH(
stop() {
    echo "$*" >&2
    exit 1
}

# Everything is read before anything is edited: postconf waits a second or two for a main.cf that has just changed.

# remember NAME...: keeps what main.cf says now, once. "name = value": it was there; a bare name: it was not.
remember() {
    for name in "$@"; do
        grep -qs "^$name\( =\|\$\)" "$saved" && continue
        line=$(postconf -n "$name" 2>/dev/null)
        echo "${line:-$name}" >> "$saved"
    done
}

# with NAME WORD...: the administrator's list with our words behind it, each once; a closing "permit" stays the last.
with() {
    list=$(postconf -h "$1")
    shift
    end=
    case $list in
    permit | *[,\ ]permit)
        end=permit
        list=${list%permit}
        ;;
    esac
    for word in "$@"; do
        case " $(echo "$list" | tr ',' ' ') " in
        *" $word "*) ;;
        *) if [ -n "$end" ]; then list="$list$word, "; else list=${list:+$list, }$word; fi ;;
        esac
    done
    echo "$list$end"
}

# without NAME WORD...: the list without our words.
without() {
    list=$(postconf -h "$1")
    shift
    for word in "$@"; do
        list=$(echo "$list" | sed -e "s|^$word, \(.*permit\)\$|\1|" -e "s|\([, ]\)$word, \(.*permit\)\$|\1\2|" \
            -e "s|^$word\$||" -e "s|^$word[, ][, ]*||" -e "s|[, ][, ]*$word\$||" -e "s|[, ][, ]*$word\([, ]\)|\1|")
    done
    echo "$list"
}

# put NAME VALUE: sets a list; an empty one goes back to Postfix's default.
put() {
    if [ -n "$2" ]; then
        postconf -e "$1 = $2"
    else
        postconf -X "$1"
    fi
}

restore() {
    [ -f "$saved" ] || return 0
    while IFS= read -r line; do
        case $line in
        *' ='*) postconf -e "$line" ;;
        *) postconf -X "$line" ;;
        esac
    done < "$saved"
    rm -f "$saved"
}

)SH";
    QByteArray replaced;
    QByteArray ours;
    QByteArray edits;
    QByteArray readOn;
    QByteArray readOff;
    QByteArray putOn;
    QByteArray putOff;
    int list = 0;
    for (const Setting& setting : settings) {
        if (setting.kind == Setting::Kind::Append) {
            const QByteArray variable = "list" + QByteArray::number(++list);
            QByteArray words;
            for (const QByteArray& word : setting.value.split(','))
                words += ' ' + quoted(word.trimmed());
            readOn += "    " + variable + "=$(with " + setting.name + words + ")\n";
            readOff += "    " + variable + "=$(without " + setting.name + words + ")\n";
            const QByteArray put = "    put " + setting.name + " \"$" + variable + "\"\n";
            putOn += put;
            putOff += put;
            continue;
        }
        (setting.kind == Setting::Kind::Replace ? replaced : ours) += ' ' + setting.name;
        edits += " \\\n        " + quoted(setting.name + " = " + setting.value);
    }
    text += "switch_on() {\n" + tableChecks(request, parts.tables) + parts.checks + parts.notes + readOn;
    if (!replaced.isEmpty())
        text += "    remember" + replaced + '\n';
    for (const QByteArray& table : parts.tables)
        text += "    postmap " + request.mapType.toLatin1() + ":\"$directory/" + table + "\"\n";
    text += "    postconf -e" + edits + '\n' + putOn + parts.serviceOn + "    postfix reload\n}\n\n";
    text += "switch_off() {\n" + readOff + putOff;
    if (!ours.isEmpty())
        text += "    postconf -X" + ours + '\n';
    text += parts.serviceOff + R"SH(    restore
    postfix reload
}

case ${1:-} in
on) switch_on ;;
off) switch_off ;;
*) stop "usage: $0 on|off" ;;
esac
)SH";
    return text;
}

QByteArray protocolName(TlsVersion minimum)
{
    switch (minimum) {
    case TlsVersion::Tls10:
        return "TLSv1";
    case TlsVersion::Tls11:
        return "TLSv1.1";
    case TlsVersion::Tls12:
        return "TLSv1.2";
    case TlsVersion::Tls13:
        return "TLSv1.3";
    case TlsVersion::Unknown:
    case TlsVersion::Other:
        break;
    }
    return {};
}

std::optional<QByteArray> hostName(std::string_view domain)
{
    const auto parsed = DomainName::parse(domain);
    if (!parsed)
        return {};
    return QByteArray::fromStdString(parsed->ascii());
}

} // namespace waxseal::postfix
