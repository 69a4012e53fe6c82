#!/bin/sh
# Makes sure that there are fonts such as phones have, for the pictures of the README: Roboto and
# Noto from Debian. Where they can not be had it says so and goes on: other fonts do as well.
set -u

if command -v fc-list >/dev/null 2>&1 && fc-list | grep -q Roboto && fc-list | grep -q NotoSerif; then
    exit 0
fi
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"
{ $as_root apt-get update -qq &&
    $as_root apt-get install -y -qq fonts-roboto-unhinted fonts-noto-core; } >/dev/null 2>&1 ||
    echo "The pictures are taken with the fonts of this system: apt-get could not install others."
exit 0
