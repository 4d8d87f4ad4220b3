// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/records/elsewhere.h"

#include "model/core/printable.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace waxseal {

namespace {

constexpr QLatin1StringView journalPrefix("journal:");
constexpr QLatin1StringView sshPrefix("ssh://");

Error noAddress(const QString& input, const char* why)
{
    return {ErrorCode::CannotOpen, input, QString::fromLatin1(why)};
}

/** An ssh:// address, taken apart. */
struct Remote
{
    QString user;
    QString host;
    QString port;
    QString path; ///< with wildcards, if there are any
};

/** By a pattern of our own: QUrl would take '?' and '#' of a path for something else, and encode the rest. */
Result<Remote> parseRemote(const QString& input)
{
    static const QRegularExpression form(QStringLiteral("^ssh://"
                                                        "(?:([A-Za-z0-9_][A-Za-z0-9._-]*)@)?([A-Za-z0-9][A-Za-z0-9._-]*"
                                                        "|\\[[0-9A-Fa-f:.]+\\])(?::([0-9]{1,5}))?(/.*)$"),
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch found = form.match(input);
    if (!found.hasMatch())
        return noAddress(input, "the form is ssh://[user@]host[:port]/path");
    Remote remote{found.captured(1), found.captured(2), found.captured(3), found.captured(4)};
    if (remote.host.startsWith(u'['))
        remote.host = remote.host.mid(1, remote.host.size() - 2);
    const auto isControl = [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; };
    if (std::any_of(remote.path.cbegin(), remote.path.cend(), isControl))
        return noAddress(input, "the path holds control characters");
    return remote;
}

bool hasWildcard(const QString& path)
{
    return path.contains(u'*') || path.contains(u'?') || path.contains(u'[');
}

/** The path as a word of the remote shell: all that could mean something to it is quoted, wildcards only on demand. */
QString shellWord(const QString& path, bool keepWildcards)
{
    QString word;
    for (const QChar c : path) {
        const bool isPlain = c.isLetterOrNumber() || c == u'/' || c == u'.' || c == u'_' || c == u'-'
            || (keepWildcards && (c == u'*' || c == u'?' || c == u'[' || c == u']'));
        if (!isPlain)
            word += u'\\';
        word += c;
    }
    return word;
}

SourceCommand ssh(const Remote& remote, const QString& command)
{
    SourceCommand result{QStringLiteral("ssh"),
        {QStringLiteral("-T"), QStringLiteral("-o"), QStringLiteral("BatchMode=yes"), QStringLiteral("-o"),
            QStringLiteral("ConnectTimeout=15")}};
    if (!remote.port.isEmpty())
        result.arguments << QStringLiteral("-p") << remote.port;
    if (!remote.user.isEmpty())
        result.arguments << QStringLiteral("-l") << remote.user;
    result.arguments << QStringLiteral("--") << remote.host << command;
    return result;
}

SourceCommand journal(const QString& unit, qint64 after)
{
    // "export" is the one rendering that loses nothing; few of its fields are needed.
    SourceCommand command{QStringLiteral("journalctl"),
        {QStringLiteral("--no-pager"), QStringLiteral("--quiet"), QStringLiteral("--output=export"),
            QStringLiteral("--output-fields=MESSAGE,SYSLOG_IDENTIFIER,SYSLOG_PID,_PID,_HOSTNAME,CONTAINER_NAME")}};
    if (after > 0)
        command.arguments
            << QStringLiteral("--since=@%1.%2").arg(after / 1'000'000).arg(after % 1'000'000, 6, 10, QLatin1Char('0'));
    if (unit.isEmpty())
        command.arguments << QStringLiteral("SYSLOG_FACILITY=2"); // mail
    else
        command.arguments << QStringLiteral("--unit=") + unit;
    return command;
}

#ifdef Q_OS_UNIX

/** The standard output of a program that runs while it is read. */
class CommandStream : public ByteStream
{
public:
    CommandStream(QString input, std::stop_token stop)
        : m_input(std::move(input))
        , m_stop(std::move(stop))
    {
    }
    ~CommandStream() override
    {
        if (m_child > 0) {
            ::kill(m_child, SIGTERM);
            ::waitpid(m_child, nullptr, 0);
        }
        closeBoth();
    }
    Q_DISABLE_COPY_MOVE(CommandStream)

    Status start(const SourceCommand& command)
    {
        std::array<int, 2> out{-1, -1};
        std::array<int, 2> said{-1, -1};
        if (::pipe2(out.data(), O_CLOEXEC) != 0)
            return failed(errno);
        if (::pipe2(said.data(), O_CLOEXEC) != 0) {
            const int why = errno;
            ::close(out[0]);
            ::close(out[1]);
            return failed(why);
        }
        m_out = out[0];
        m_said = said[0];
        std::vector<std::string> words{command.program.toStdString()};
        for (const QString& argument : command.arguments)
            words.push_back(argument.toStdString());
        std::vector<char*> arguments;
        for (std::string& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions, said[1], STDERR_FILENO);
        pid_t child = -1;
        const int why = ::posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
        ::posix_spawn_file_actions_destroy(&actions);
        ::close(out[1]);
        ::close(said[1]);
        if (why != 0)
            return failed(why, command.program);
        m_child = child;
        return std::monostate{};
    }

    std::size_t read(std::span<char> buffer) override
    {
        while (m_out >= 0) {
            if (m_stop.stop_requested())
                return 0;
            std::array<pollfd, 2> waiting{{{m_out, POLLIN, 0}, {m_said, POLLIN, 0}}};
            constexpr int betweenLooks = 200; // ms, at the stop token
            if (::poll(waiting.data(), m_said >= 0 ? 2 : 1, betweenLooks) < 0 && errno != EINTR)
                break;
            if (m_said >= 0 && waiting[1].revents != 0)
                listen();
            if (waiting[0].revents == 0)
                continue;
            const ssize_t got = ::read(m_out, buffer.data(), buffer.size());
            if (got > 0) {
                m_position += static_cast<std::uint64_t>(got);
                return static_cast<std::size_t>(got);
            }
            if (got == 0 || errno != EINTR)
                break;
        }
        finish();
        return 0;
    }

    std::uint64_t rawPosition() const override { return m_position; }
    bool isFinal() const override { return false; }

private:
    Status failed(int why, const QString& program = {}) const
    {
        const QString reason = QString::fromLocal8Bit(std::strerror(why));
        return Error{ErrorCode::CannotOpen, m_input,
            program.isEmpty() ? reason : QString(program + QStringLiteral(": ") + reason)};
    }

    /** Keeps the end of what the program says on its standard error. */
    void listen()
    {
        constexpr std::size_t most = 4096;
        std::array<char, 1024> some{};
        const ssize_t got = ::read(m_said, some.data(), some.size());
        if (got <= 0) {
            if (got == 0 || errno != EINTR) {
                ::close(m_said);
                m_said = -1;
            }
            return;
        }
        m_words.append(some.data(), static_cast<std::size_t>(got));
        if (m_words.size() > most)
            m_words.erase(0, m_words.size() - most);
    }

    QString lastWords()
    {
        while (!m_words.empty() && (m_words.back() == '\n' || m_words.back() == '\r'))
            m_words.pop_back();
        const std::size_t line = m_words.rfind('\n');
        constexpr std::size_t longest = 300;
        return QString::fromStdString(
            printable(std::string_view(m_words).substr(line == std::string::npos ? 0 : line + 1), longest));
    }

    /** Waits for the end of the program, and hears what it has to say meanwhile. */
    int waitForEnd()
    {
        int status = 0;
        while (true) {
            const pid_t ended = ::waitpid(m_child, &status, WNOHANG);
            // A connection that ssh keeps for others goes on holding its standard error: the end of that is no sign.
            pollfd waiting{m_said, POLLIN, 0};
            constexpr int betweenLooks = 20; // ms
            while (m_said >= 0 && ::poll(&waiting, 1, ended == 0 ? betweenLooks : 0) > 0) {
                listen();
                waiting.fd = m_said;
            }
            if (ended < 0 && errno != EINTR)
                return 0; // somebody else has waited for it
            if (ended > 0)
                return status;
            if (m_said < 0)
                ::poll(nullptr, 0, betweenLooks);
        }
    }

    void finish()
    {
        if (m_child <= 0)
            return;
        if (m_out >= 0)
            ::close(std::exchange(m_out, -1)); // where it may still want to write: let it end
        const int status = waitForEnd();
        m_child = -1;
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
            return;
        QString why = lastWords();
        if (why.isEmpty())
            why = WIFEXITED(status) ? QStringLiteral("exit status %1").arg(WEXITSTATUS(status))
                                    : QStringLiteral("signal %1").arg(WTERMSIG(status));
        m_error = Error{ErrorCode::CannotRead, m_input, why};
    }

    void closeBoth()
    {
        for (int* one : {&m_out, &m_said}) {
            if (*one >= 0)
                ::close(std::exchange(*one, -1));
        }
    }

    QString m_input;
    std::stop_token m_stop;
    pid_t m_child = -1;
    int m_out = -1;
    int m_said = -1;
    std::string m_words;
    std::uint64_t m_position = 0;
};

Result<std::unique_ptr<ByteStream>> start(const QString& input, const SourceCommand& command, std::stop_token stop)
{
    auto stream = std::make_unique<CommandStream>(input, std::move(stop));
    if (const Status started = stream->start(command); !started)
        return started.error();
    return std::unique_ptr<ByteStream>(std::move(stream));
}

#else

Result<std::unique_ptr<ByteStream>> start(const QString& input, const SourceCommand&, const std::stop_token&)
{
    return Error{ErrorCode::Unsupported, input, {}};
}

#endif

} // namespace

bool isElsewhere(const QString& input)
{
    return input.startsWith(journalPrefix) || input.startsWith(sshPrefix);
}

bool isRepeatableElsewhere(const QString& input)
{
    return input.startsWith(sshPrefix);
}

Result<SourceCommand> sourceCommand(const QString& input, qint64 after)
{
    if (input.startsWith(journalPrefix)) {
        static const QRegularExpression unitName(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9:_.\\\\@*-]*$"));
        const QString unit = input.mid(journalPrefix.size());
        if (!unit.isEmpty() && !unitName.match(unit).hasMatch())
            return noAddress(input, "the form is journal: or journal:UNIT");
        return journal(unit, after);
    }
    const auto remote = parseRemote(input);
    if (!remote)
        return remote.error();
    // What is packed there stays as it is; a plain file is packed for the way.
    return ssh(*remote,
        QStringLiteral(
            "f=%1; case \"$f\" in *.gz|*.xz|*.zst|*.bz2) exec cat -- \"$f\";; *) exec gzip -1c -- \"$f\";; esac")
            .arg(shellWord(remote->path, false)));
}

Result<QStringList> expandElsewhere(const QString& input, const std::stop_token& stop)
{
    if (!input.startsWith(sshPrefix))
        return QStringList{input};
    const auto remote = parseRemote(input);
    if (!remote)
        return remote.error();
    if (!hasWildcard(remote->path) && !remote->path.endsWith(u'/'))
        return QStringList{input};
    QString pattern = remote->path;
    if (pattern.endsWith(u'/'))
        pattern += u'*';
    const SourceCommand command = ssh(*remote,
        QStringLiteral("for f in %1; do if [ -f \"$f\" ]; then printf '%s\\n' \"$f\"; fi; done")
            .arg(shellWord(pattern, true)));
    auto stream = start(input, command, stop);
    if (!stream)
        return stream.error();
    constexpr qsizetype mostBytes = 1'000'000;
    QByteArray listed;
    std::array<char, 4096> some{};
    for (std::size_t got = (*stream)->read(some); got > 0 && listed.size() < mostBytes; got = (*stream)->read(some))
        listed.append(some.data(), static_cast<qsizetype>(got));
    if ((*stream)->error())
        return Error{ErrorCode::CannotOpen, input, (*stream)->error()->detail};
    const QString before = input.chopped(remote->path.size());
    QStringList files;
    for (const QByteArray& line : listed.split('\n')) {
        if (!line.isEmpty())
            files.append(before + QString::fromUtf8(line));
    }
    if (files.isEmpty())
        return noAddress(input, "no such file");
    return files;
}

Result<std::unique_ptr<ByteStream>> openElsewhere(const QString& input, qint64 after, std::stop_token stop)
{
    const auto command = sourceCommand(input, after);
    if (!command)
        return command.error();
    return start(input, *command, std::move(stop));
}

} // namespace waxseal
