# shellcheck shell=bash
# Finds Chromium, in which reports are tested, and installs it through the system's package manager
# when run as root. Sourced by ./verify; as a command of its own, "scripts/browser.sh", it installs.

browser_note() { printf 'stanj: %s\n' "$*" >&2; }

# Prints the command that starts Chromium: STANJ_BROWSER, or the first one on the path.
find_browser() {
  local name
  for name in "${STANJ_BROWSER:-}" chromium chromium-browser google-chrome; do
    if [[ -n $name ]] && command -v "$name"; then return 0; fi
  done
  return 1
}

install_browser() {
  local install=()
  if command -v apt-get >/dev/null; then
    install=(apt-get install -y --no-install-recommends chromium)
  elif command -v dnf >/dev/null; then
    install=(dnf install -y chromium)
  elif command -v zypper >/dev/null; then
    install=(zypper --non-interactive install chromium)
  elif command -v apk >/dev/null; then
    install=(apk add chromium)
  elif command -v pacman >/dev/null; then
    install=(pacman -Sy --noconfirm chromium)
  else
    browser_note "no package manager is known here: please install Chromium"
    return 1
  fi
  if [[ $(id -u) != 0 ]]; then
    browser_note "this line installs Chromium: sudo ${install[*]}"
    return 1
  fi
  if [[ ${install[0]} == apt-get ]]; then apt-get update >/dev/null || return 1; fi
  DEBIAN_FRONTEND=noninteractive "${install[@]}" </dev/null >&2
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  set -euo pipefail
  find_browser || { install_browser && find_browser; }
fi
