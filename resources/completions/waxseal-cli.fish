# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion for waxseal-cli

set -l commands summary domains messages simulate export save
complete -c waxseal-cli -n "not __fish_seen_subcommand_from $commands" -f
complete -c waxseal-cli -n "not __fish_seen_subcommand_from $commands" -a summary -d 'Totals by direction'
complete -c waxseal-cli -n "not __fish_seen_subcommand_from $commands" -a domains -d 'A row a domain'
complete -c waxseal-cli -n "not __fish_seen_subcommand_from $commands" -a messages -d 'A row a message, as it is read'
complete -c waxseal-cli -n "not __fish_seen_subcommand_from $commands" -a simulate -d 'What would be lost if TLS were required'
complete -c waxseal-cli -n "not __fish_seen_subcommand_from $commands" -a export -d 'Configuration for the mail server'
complete -c waxseal-cli -n "not __fish_seen_subcommand_from $commands" -a save -d 'Keep facts and policy in a workspace'
complete -c waxseal-cli -n "not __fish_seen_subcommand_from $commands" -l version -d 'Say the version'
complete -c waxseal-cli -l help -d 'Explain'

complete -c waxseal-cli -n "__fish_seen_subcommand_from $commands" -l format -x -a 'auto postfix' -d 'Format of the logs'
complete -c waxseal-cli -n "__fish_seen_subcommand_from $commands" -l internal -x -a none -d 'Networks whose mail is our own'
complete -c waxseal-cli -n "__fish_seen_subcommand_from $commands" -l local-domain -x -d 'A domain of our own'
complete -c waxseal-cli -n "__fish_seen_subcommand_from $commands" -l year -x -d 'Year of the first line'
complete -c waxseal-cli -n "__fish_seen_subcommand_from $commands" -l timezone -x -d 'Of time stamps without one, and of days'
complete -c waxseal-cli -n "__fish_seen_subcommand_from $commands" -l quiet -d 'No progress and no notes'

complete -c waxseal-cli -n '__fish_seen_subcommand_from summary domains messages simulate export' -l json -d 'Print JSON'
complete -c waxseal-cli -n '__fish_seen_subcommand_from summary domains messages simulate' -l csv -d 'Print CSV'
complete -c waxseal-cli -n '__fish_seen_subcommand_from domains messages simulate export save' -l direction -x -a 'inbound outbound submission'
complete -c waxseal-cli -n '__fish_seen_subcommand_from simulate export save' -l require -x -a 'encrypt:all encrypt: trusted: dane: verify: secure: may: none:' -d 'What to require of whom'
complete -c waxseal-cli -n '__fish_seen_subcommand_from simulate export save' -l refuse -x -a 'now later' -d 'For good or for now'
complete -c waxseal-cli -n '__fish_seen_subcommand_from simulate' -l fail-above -x -d 'End with 1 when more would be lost'
complete -c waxseal-cli -n '__fish_seen_subcommand_from simulate' -l all -d 'Every domain that would lose mail'
complete -c waxseal-cli -n '__fish_seen_subcommand_from export' -l target -x -a postfix -d 'Mail server'
complete -c waxseal-cli -n '__fish_seen_subcommand_from export save' -l output -r -d 'Where to write'
complete -c waxseal-cli -n '__fish_seen_subcommand_from export save' -l overwrite -d 'Replace files that are there'
complete -c waxseal-cli -n '__fish_seen_subcommand_from export' -l audit -d 'Log what would be refused'
complete -c waxseal-cli -n '__fish_seen_subcommand_from export' -l enforce -d 'Refuse'
complete -c waxseal-cli -n '__fish_seen_subcommand_from export' -l server-directory -r -d 'Where the files will lie on the server'
complete -c waxseal-cli -n '__fish_seen_subcommand_from export' -l map-type -x -a 'hash lmdb btree cdb' -d 'Table type of postmap'
