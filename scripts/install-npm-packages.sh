#!/bin/sh
# Makes sure that the packages of tests/npm/package.json are in tests/npm/node_modules: the real
# programs that some tests run. Does nothing if they are there and no older than that file. Where
# there is no Node 20, or no Java for one of the programs, it takes Debian's; where none can be had
# it says so and fails.
set -u
folder=${1:-$(dirname "$0")/../tests/npm}
installed=$folder/node_modules/.installed

if [ -f "$installed" ] && [ ! "$folder/package.json" -nt "$installed" ]; then
    exit 0
fi

has_node() {
    command -v npm >/dev/null 2>&1 || return 1
    major=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')
    [ "${major:-0}" -ge 20 ] 2>/dev/null
}

install_from_debian() {
    command -v apt-get >/dev/null 2>&1 || return 0
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    { $as_root apt-get update -qq && $as_root apt-get install -y -qq "$@"; } >/dev/null 2>&1
}

has_node || install_from_debian nodejs npm
if ! has_node; then
    echo "Some tests need Node 20 or newer with npm, and apt-get could not install it:" \
        "install Node and run this again." >&2
    exit 1
fi

command -v java >/dev/null 2>&1 || install_from_debian default-jre-headless
if ! command -v java >/dev/null 2>&1; then
    echo "Some tests need Java 17 or newer, and apt-get could not install it:" \
        "install Java and run this again." >&2
    exit 1
fi

if ! npm install --prefix "$folder" --no-package-lock --no-audit --no-fund --loglevel=error; then
    echo "npm could not install the packages of tests/npm/package.json: see the lines above." >&2
    exit 1
fi
touch "$installed"
