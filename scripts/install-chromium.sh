#!/bin/sh
# Makes sure that there is a Chromium for the browser tests: the system's, then Debian's package,
# then Playwright's own. Where none of them can be had it says so and fails.
set -u
python=${PYTHON:-python3}

for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then
        exit 0
    fi
done

if command -v apt-get >/dev/null 2>&1; then
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    if $as_root apt-get update -qq && $as_root apt-get install -y -qq chromium; then
        exit 0
    fi
fi >/dev/null 2>&1

if "$python" -m playwright install chromium >/dev/null 2>&1; then
    exit 0
fi

echo "The browser tests need Chromium, and neither apt-get nor Playwright could install it:" \
    "install Chromium and run this again." >&2
exit 1
