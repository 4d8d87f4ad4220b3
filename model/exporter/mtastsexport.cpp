// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/exporttext.h"
#include "model/exporter/publishing.h"

namespace waxseal {

namespace {

using publishing::Record;

constexpr int longestAge = 31557600; // RFC 8461, 3.2: a year

/** The policy as senders fetch it. It has no comments: every line is read (RFC 8461, 3.2). */
QByteArray policyText(const ExportRequest& request, const QList<QByteArray>& hosts)
{
    QByteArray text = QByteArray("version: STSv1\nmode: ") + (request.audit ? "testing" : "enforce") + '\n';
    for (const QByteArray& host : hosts)
        text += "mx: " + host + '\n';
    return text + "max_age: " + request.option(QStringLiteral("max-age")).toLatin1() + '\n';
}

QByteArray nginxText(const QByteArray& name)
{
    return "server {\n    listen 443 ssl;\n    listen [::]:443 ssl;\n    server_name " + name
        + ";\n    ssl_certificate     /etc/ssl/" + name + "/fullchain.pem;\n    ssl_certificate_key /etc/ssl/" + name
        + "/privkey.pem;\n\n    location = /.well-known/mta-sts.txt {\n        alias /var/www/mta-sts/mta-sts.txt;\n"
          "        default_type text/plain;\n    }\n    location / {\n        return 404;\n    }\n}\n";
}

QByteArray apacheText(const QByteArray& name)
{
    return "<VirtualHost *:443>\n    ServerName " + name + "\n    SSLEngine on\n    SSLCertificateFile    /etc/ssl/"
        + name + "/fullchain.pem\n    SSLCertificateKeyFile /etc/ssl/" + name
        + "/privkey.pem\n\n    Alias \"/.well-known/mta-sts.txt\" \"/var/www/mta-sts/mta-sts.txt\"\n"
          "    <Directory \"/var/www/mta-sts\">\n        Require all granted\n        ForceType text/plain\n"
          "    </Directory>\n</VirtualHost>\n";
}

QByteArray caddyText(const QByteArray& name)
{
    return name
        + " {\n    root * /var/www/mta-sts\n    rewrite /.well-known/mta-sts.txt /mta-sts.txt\n"
          "    header Content-Type text/plain\n    file_server\n}\n";
}

QByteArray stepsText(const ExportRequest& request, const QByteArray& domain)
{
    QByteArray text = "MTA-STS for " + domain + (request.audit ? ", testing\n\n" : ", enforced\n\n");
    text += "It asks senders that know MTA-STS (RFC 8461) to send to your MX hosts over TLS with a certificate that "
            "they\n"
            "can check, or not at all. It binds those alone: mail of others comes as it came, in clear, too.\n\n";
    text += "1. Let reports come first: publish the record _smtp._tls (TLS-RPT, RFC 8460) and look into that mailbox.\n"
            "2. See that each host in mta-sts.txt is one that your MX records name, that every MX host is in it, and "
            "that\n"
            "   each shows a certificate for its own name from an authority that everybody trusts: waxseal-cli probe "
        + domain + "\n";
    text += "3. Serve mta-sts.txt at https://mta-sts." + domain
        + "/.well-known/mta-sts.txt, as text/plain, with such a\n"
          "   certificate for that name and without a redirect. Three web servers' lines lie beside this file; they\n"
          "   expect it in /var/www/mta-sts. The name mta-sts."
        + domain + " needs an address (A, AAAA or CNAME).\n";
    text += "4. Publish the record _mta-sts with the id of this set. A new id tells senders to fetch the policy again: "
            "it\n"
            "   must change whenever mta-sts.txt does.\n";
    if (request.audit)
        text += "5. This set says \"testing\": senders report what would fail, and send all the same. Leave it for two "
                "weeks\n"
                "   at least. When the reports name no failure that is yours, export again to enforce.\n";
    else
        text += "5. This set says \"enforce\": mail of senders that fail to verify waits with them and returns after "
                "days.\n"
                "   Before it, \"testing\" should have been published for two weeks, and the reports read.\n";
    text += "6. Out of it again: mode \"none\", a max_age of a day, a new id; take both away when the longest max_age "
            "that\n"
            "   was ever published has passed. Taking the records away at once leaves what senders keep in force.\n\n"
            "New MX host: first add it to mta-sts.txt with a new id, wait for max_age, then change the MX records.\n\n"
            "For your own outbound mail, Postfix honours others' policies with postfix-tlspol or "
            "postfix-mta-sts-resolver:\n"
            "  smtp_tls_policy_maps = socketmap:inet:127.0.0.1:8642:QUERY     (postfix-tlspol, DANE and MTA-STS)\n"
            "  smtp_tls_policy_maps = socketmap:inet:127.0.0.1:8461:postfix   (postfix-mta-sts-resolver)\n";
    return text;
}

Result<ExportPlan> plan(const ExportRequest& request)
{
    const QByteArray domain = publishing::domainOf(request);
    const QList<QByteArray> hosts = publishing::hostsOf(request.option(QStringLiteral("hosts")));
    const int age = request.option(QStringLiteral("max-age")).toInt();
    if (age < 1 || age > longestAge)
        return Error{ErrorCode::Unsupported, request.option(QStringLiteral("max-age")), QStringLiteral("max-age")};
    const QByteArray name = "mta-sts." + domain;
    const QByteArray policy = policyText(request, hosts);
    // The id says which policy this is: another policy has another one, and the same files come out the same.
    const QByteArray id
        = request.now.toUTC().toString(QStringLiteral("yyyyMMdd")).toLatin1() + exporttext::digest(policy);
    const QList<Record> records{
        {"_mta-sts." + domain + '.', "TXT", "v=STSv1; id=" + id + ';'}, publishing::reportRecord(request, domain)};
    const QByteArray snippet = "Serves " + name
        + "/.well-known/mta-sts.txt. The paths of the certificate are to be "
          "yours.\n";
    ExportPlan out;
    out.files
        = {{QStringLiteral("mta-sts-steps.txt"), stepsText(request, domain)}, {QStringLiteral("mta-sts.txt"), policy},
            {QStringLiteral("mta-sts.zone"),
                "; MTA-STS and TLS-RPT of " + domain + ". See mta-sts-steps.txt.\n"
                    + publishing::zoneText(records, domain)},
            {QStringLiteral("mta-sts-form.txt"), publishing::formText(records, domain)},
            {QStringLiteral("mta-sts.nginx.conf"), exporttext::commented(snippet) + nginxText(name)},
            {QStringLiteral("mta-sts.apache.conf"), exporttext::commented(snippet) + apacheText(name)},
            {QStringLiteral("mta-sts.Caddyfile"),
                exporttext::commented("Serves " + name + "/.well-known/mta-sts.txt; the certificate comes by itself.\n")
                    + caddyText(name)}};
    return out;
}

} // namespace

ExportTarget mtaStsTarget()
{
    ExportTarget target;
    target.id = QStringLiteral("mta-sts");
    target.name = QStringLiteral("MTA-STS");
    target.directions = {Direction::Inbound};
    target.fromPolicy = false;
    target.options = {publishing::domainOption(), publishing::hostsOption(), publishing::reportsOption(),
        {QStringLiteral("max-age"), ExportOption::Type::Number, {}, QStringLiteral("604800"),
            QT_TRANSLATE_NOOP("waxseal::ExportTarget", "&Kept for (seconds):"),
            QT_TRANSLATE_NOOP("waxseal::ExportTarget",
                "How long senders keep the policy, in seconds: 86400 is a day, 604800 a week, 31557600 the most.")}};
    target.plan = plan;
    return target;
}

} // namespace waxseal
