#!/bin/sh
# The browser tests drive the system's Chromium: install it from Debian's packages where it is missing.
set -u
command -v chromium >/dev/null 2>&1 && exit 0
sorry() {
	echo "The browser tests need Chromium, and it could not be installed here: $1." >&2
	echo "Install it yourself (Debian: apt-get install chromium) and run make test again." >&2
	exit 2
}
command -v apt-get >/dev/null 2>&1 || sorry "this system has no apt-get"
as_root=""
[ "$(id -u)" = 0 ] || { command -v sudo >/dev/null 2>&1 && as_root="sudo -n"; } || sorry "it needs root"
export DEBIAN_FRONTEND=noninteractive
packages="chromium fonts-dejavu-core fonts-liberation fonts-noto-color-emoji"
echo "Installing Chromium from Debian's packages …"
$as_root apt-get update -qq >/dev/null || sorry "apt-get update failed"
# shellcheck disable=SC2086
$as_root apt-get install -y -qq --no-install-recommends $packages >/dev/null || sorry "apt-get install failed"
