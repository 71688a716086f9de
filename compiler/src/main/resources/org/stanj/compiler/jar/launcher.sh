#!/bin/sh
# A compiled Stan model: these lines start Java on the jar that follows them in this file.
if ! command -v "${STANJ_JAVA:-java}" >/dev/null 2>&1; then
  if [ -z "${STANJ_JAVA:-}" ] && [ -x "${JAVA_HOME:-}/bin/java" ]; then
    STANJ_JAVA=$JAVA_HOME/bin/java
  else
    echo "Error: ${STANJ_JAVA:-java} was not found: install Java 17 or later, or set STANJ_JAVA to its java command." >&2
    exit 1
  fi
fi
exec "${STANJ_JAVA:-java}" -XX:+UseSerialGC -Xshare:auto -Dstanj.program="$0" -jar "$0" "$@"
