#!/bin/sh
# A compiled Stan model: these lines start Java on the jar that follows them in this file.
built=@JAVA@
fail() {
  echo "Error: $1: install Java 17 or later, or set STANJ_JAVA to its java command." >&2
  exit 1
}
java=${STANJ_JAVA:-$built}
if [ "$java" != "$built" ] || ! [ -x "$built" ]; then
  if [ -z "${STANJ_JAVA:-}" ]; then
    java=${JAVA_HOME:+$JAVA_HOME/bin/java}
    [ -x "$java" ] || java=java
  fi
  version=$("$java" -version 2>&1) || fail "$java was not found or does not start"
  case $version in
    *' "1.'* | *' "9'* | *' "1'[0-6]*) fail "$java is too old" ;;
  esac
fi
case $0 in
  *:*) echo "Error: Java cannot read $0: there is a colon in the path." >&2 && exit 1 ;;
esac
# File names are UTF-8 unless the locale says otherwise; Java takes them for ASCII.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
  C | POSIX) export LC_ALL=C.UTF-8 ;;
esac
# Compiled code that knows the line of each instruction: for output profile_lines.
lines=
case " $* " in
  *" profile_lines="*) lines="-XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints" ;;
esac
# shellcheck disable=SC2086 # two words
exec "$java" $lines -XX:+UseSerialGC -Xshare:auto -Dstanj.program="$0" -jar "$0" "$@"
