# shellcheck shell=bash
# Finds a JDK (17 or later) and Maven, and installs what is missing through the system's package
# manager when run as root. Sourced by ./stanj and ./verify; call "require_toolchain".

note() { printf 'stanj: %s\n' "$*" >&2; }

# The feature release of the JDK at $1 (17, 21, ...); fails where there is no compiler.
jdk_release() {
  [[ -x $1/bin/java && -x $1/bin/javac ]] || return 1
  local version=
  if [[ -r $1/release ]]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  if [[ -z $version ]]; then
    version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  fi
  [[ -n $version ]] && printf '%s' "$version"
}

# The file that a path leads to over symbolic links; readlink -f is not everywhere.
resolved() {
  local path=$1 to
  while [[ -h $path ]]; do
    to=$(readlink -- "$path")
    if [[ $to == /* ]]; then path=$to; else path=$(dirname -- "$path")/$to; fi
  done
  printf '%s' "$path"
}

# Sets JAVA_HOME to the first JDK that is new enough: JAVA_HOME, PATH, the usual places.
find_jdk() {
  local candidates=() on_path home release
  [[ -n ${JAVA_HOME:-} ]] && candidates+=("$JAVA_HOME")
  if on_path=$(command -v javac); then
    on_path=$(resolved "$on_path")
    candidates+=("$(dirname "$(dirname "$on_path")")")
  fi
  if [[ -x /usr/libexec/java_home ]] && home=$(/usr/libexec/java_home -v 17+ 2>/dev/null); then
    candidates+=("$home")
  fi
  candidates+=(/usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/homebrew/opt/openjdk*
    "${HOME:-}"/.sdkman/candidates/java/*)
  for home in "${candidates[@]}"; do
    if release=$(jdk_release "$home") && ((release >= 17)); then
      export JAVA_HOME=$home
      return 0
    fi
  done
  return 1
}

find_maven() { command -v mvn >/dev/null; }

# Debian and Ubuntu differ in what they call the default; 17 is taken where it is offered.
apt_jdk() {
  if apt-cache policy openjdk-17-jdk-headless 2>/dev/null | grep -q 'Candidate: [0-9]'; then
    printf 'openjdk-17-jdk-headless'
  else
    printf 'default-jdk-headless'
  fi
}

# The words that install the packages, one command after the other; sets "update" and "install".
package_commands() {
  local jdk=$1 maven=$2
  update=()
  if command -v apt-get >/dev/null; then
    update=(apt-get update)
    install=(apt-get install -y --no-install-recommends ${jdk:+"$(apt_jdk)"} ${maven:+maven})
  elif command -v dnf >/dev/null; then
    install=(dnf install -y ${jdk:+java-devel} ${maven:+maven})
  elif command -v zypper >/dev/null; then
    install=(zypper --non-interactive install ${jdk:+java-17-openjdk-devel} ${maven:+maven})
  elif command -v apk >/dev/null; then
    install=(apk add ${jdk:+openjdk17-jdk} ${maven:+maven})
  elif command -v pacman >/dev/null; then
    install=(pacman -Sy --noconfirm ${jdk:+jdk17-openjdk} ${maven:+maven})
  elif command -v brew >/dev/null; then
    install=(brew install ${jdk:+openjdk@17} ${maven:+maven})
  else
    return 1
  fi
}

install_missing() {
  local jdk=$1 maven=$2 update install
  if ! package_commands "$jdk" "$maven"; then
    note "needs ${jdk:+a JDK (17 or later)}${jdk:+${maven:+ and }}${maven:+Maven}: please install"
    return 1
  fi
  if [[ $(id -u) != 0 && ${install[0]} != brew ]]; then
    note "needs ${jdk:+a JDK (17 or later)}${jdk:+${maven:+ and }}${maven:+Maven}. This line installs it:"
    printf '  %s\n' "${update[*]:+sudo ${update[*]} && }sudo ${install[*]}" >&2
    return 1
  fi
  export DEBIAN_FRONTEND=noninteractive
  if ((${#update[@]})); then
    note "running ${update[*]}"
    "${update[@]}" >/dev/null || return 1
    package_commands "$jdk" "$maven" # the fresh lists may offer another JDK
  fi
  note "running ${install[*]}"
  "${install[@]}" </dev/null >&2
}

# Leaves JAVA_HOME set and mvn on the path, or ends the script with the line that installs them.
require_toolchain() {
  local jdk='' maven=''
  find_jdk || jdk=missing
  find_maven || maven=missing
  if [[ -n $jdk$maven ]]; then
    install_missing "$jdk" "$maven" || exit 1
    if ! find_jdk || ! find_maven; then
      note "no JDK (17 or later) or no Maven was found after the installation"
      exit 1
    fi
  fi
}
