# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for waxseal-cli
# shellcheck shell=bash

_waxseal_cli()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command='' word
    local commands='summary domains hosts messages simulate recommend export witness report probe save'
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [[ " $commands " == *" $word "* ]] && { command=$word; break; }
    done

    local values=''
    # bash ends a word at a colon: behind one stands the scope of a requirement.
    local colon=$((COMP_CWORD - 1))
    [ "$current" = : ] && { current=''; previous=:; colon=$COMP_CWORD; }
    case $previous in
        :) [ "${COMP_WORDS[colon - 2]}" = --require ] && values='all' ;;
        --format) values='auto postfix exim sendmail opensmtpd exchange haraka stalwart gmail' ;;
        --direction) values='inbound outbound submission' ;;
        --refuse) values='now later' ;;
        --by) values='domain organisation host' ;;
        --target) values='postfix exim opensmtpd mta-sts dns' ;;
        --exim-form) values='debian single' ;;
        --map-type) values='hash lmdb btree cdb texthash' ;;
        --level) values='encrypt trusted dane dane-only verify secure' ;;
        --internal) values='none' ;;
        --require) values='encrypt:all none:all may: encrypt: trusted: dane: dane-only: verify: secure:' ;;
        --resolver) values='system recursive' ;;
        --sender) values='postfix-3.7 postfix-3.10 postfix-tls12 exim exchange-online' ;;
        --local-domain | --forwarder | --since | --until | --year | --timezone | --fail-above | --relayhost | --budget | --minimum | --port | --timeout | --own | --own-address | --connections | --helo | --proxy | --mta-sts-connect | --concurrency | --rate)
            return
            ;;
        --output | --policy | --server-directory | --transports | --list | --trust-anchor | --root-hints | --ca-file)
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            compopt -o filenames
            return
            ;;
    esac
    if [ -n "$values" ]; then
        mapfile -t COMPREPLY < <(compgen -W "$values" -- "$current")
        [ "$previous" = --require ] && compopt -o nospace
        return
    fi
    if [ -z "$command" ]; then
        mapfile -t COMPREPLY < <(compgen -W "$commands --help --version" -- "$current")
        return
    fi

    if [[ $current == -* ]]; then
        local options='--help --format --internal --forwarder --local-domain --relayhost --transports --year --timezone --quiet'
        case $command in
            summary) options+=' --follow --json --csv --since --until' ;;
            domains) options+=' --direction --json --csv --since --until --by' ;;
            hosts) options+=' --direction --json --csv --since --until' ;;
            messages) options+=' --direction --follow --json --csv --since --until' ;;
            simulate) options+=' --direction --json --csv --policy --require --refuse --fail-above --all --without-tests --with-tests --since --until --by' ;;
            recommend) options+=' --direction --json --csv --budget --level --minimum --without-tests --with-tests --since --until' ;;
            export)
                options+=' --direction --json --policy --require --refuse --target --output --overwrite --audit --enforce --server-directory --map-type --since --until'
                options+=' --networks --exim-form --domain --hosts --reports-to --max-age --keys --next-keys'
                options+=' --without-tests --with-tests'
                ;;
            witness) options='--help --quiet --json --csv --since --until --output' ;;
            report) options+=' --direction --policy --require --refuse --output --overwrite --without-tests --with-tests --since --until' ;;
            save) options+=' --direction --policy --require --refuse --output --overwrite --without-tests --with-tests' ;;
            probe)
                options='--help --quiet --json --csv --transcript --list --resolver --trust-anchor --root-hints --ca-file --port --timeout --mail-from'
                options+=' --own --own-address --sender --connections --no-injection --helo --proxy --mta-sts-connect --require --concurrency --rate'
                ;;
        esac
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
        return
    fi
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
    compopt -o filenames
}
complete -F _waxseal_cli waxseal-cli
