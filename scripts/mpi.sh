#!/usr/bin/env bash
# Installs the MPI launchers and libraries that the tests of ranks use: Open MPI, and MPICH where both
# can be there at once. Models do not need it to be built, only to run under mpiexec. Run as root it
# installs what is missing through the system's package manager; otherwise it prints the line that does.
# Exit code 1 if MPI is missing in the end.
set -uo pipefail

root=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
source "$root/scripts/toolchain.sh"

# Packages of what is missing; sets "update" and "install".
mpi_commands() {
  local open=$1 mpich=$2
  update=()
  if command -v apt-get >/dev/null; then
    update=(apt-get update)
    install=(apt-get install -y --no-install-recommends ${open:+openmpi-bin} ${mpich:+mpich})
  elif command -v dnf >/dev/null; then
    install=(dnf install -y ${open:+openmpi} ${mpich:+mpich})
  elif [[ -z $open ]]; then
    return 1 # elsewhere the two families stand in each other's way
  elif command -v zypper >/dev/null; then
    install=(zypper --non-interactive install openmpi4)
  elif command -v apk >/dev/null; then
    install=(apk add openmpi)
  elif command -v pacman >/dev/null; then
    install=(pacman -Sy --noconfirm openmpi)
  elif command -v brew >/dev/null; then
    install=(brew install open-mpi)
  else
    return 1
  fi
}

# Whether a launcher of the family is there: its names, then a word of its version.
has_launcher() {
  local word=$1 name
  shift
  for name in "$@"; do
    if command -v "$name" >/dev/null && "$name" --version 2>&1 | grep -qiE "$word"; then
      return 0
    fi
  done
  return 1
}

has_open_mpi() { has_launcher 'open.?mpi|openrte|prrte' mpiexec.openmpi mpiexec; }
has_mpich() { has_launcher hydra mpiexec.mpich mpiexec.hydra mpiexec; }

open='' mpich=''
has_open_mpi || open=missing
has_mpich || mpich=missing
[[ -z $open$mpich ]] && exit 0
mpi_commands "$open" "$mpich" || exit $((${#open} > 0))
if [[ $(id -u) != 0 && ${install[0]} != brew ]]; then
  note "the tests of ranks need MPI. This line installs it:"
  printf '  %s\n' "${update[*]:+sudo ${update[*]} && }sudo ${install[*]}" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
if ((${#update[@]})); then
  note "running ${update[*]}"
  "${update[@]}" >/dev/null || note "the lists of packages could not be brought up to date"
fi
note "running ${install[*]}"
"${install[@]}" </dev/null >&2 || note "MPI could not be installed"
has_open_mpi || has_mpich
