# shellcheck shell=sh disable=SC2034,SC2154
# Finds a JDK without starting one. Sourced by bin/grader and .ci/run; needs the function follow.

least_java=25
# Tests put a folder of their own in front of the usual places.
places=${GRADER_PLACES-}

# What a JDK's release file tells: sets $full_version, e.g. "25.0.3", and $version, e.g. 25; 0 if it tells nothing.
read_version() {
  full_version=
  if [ -f "$1/release" ]; then
    while IFS='=' read -r key value || [ -n "$key" ]; do
      [ "$key" != JAVA_VERSION ] || full_version=$value
    done <"$1/release"
  # Without this test macOS's /usr/bin/javac, which is a stub, would be asked and open a window.
  elif [ -f "$1/lib/modules" ]; then
    full_version=$("$1/bin/javac" -version 2>/dev/null)
  fi
  version=${full_version#javac }
  version=${version#\"}
  version=${version%%[!0-9]*}
  version=${version:-0}
}

# Whether a folder is the home of a JDK that will do; if not, $unfit says why.
is_fit() {
  unfit=
  if [ ! -x "$1/bin/java" ]; then
    unfit="there is no Java in it"
  elif [ ! -x "$1/bin/javac" ]; then
    unfit="it has no compiler: a Java runtime is not enough, it must be a JDK"
  else
    read_version "$1"
    if [ "$version" = 0 ]; then
      unfit="it does not say which Java it is"
    elif [ "$version" -lt "$least_java" ]; then
      unfit="it is Java $version"
    fi
  fi
  [ -z "$unfit" ]
}

# Takes the first fit home of those given and sets $jdk.
first_fit() {
  for home in "$@"; do
    if is_fit "$home"; then
      jdk=$(cd "$home" && pwd)
      return
    fi
    if [ -x "$home/bin/java" ]; then
      seen="$seen
  $home: $unfit"
    fi
  done
  return 1
}

# The home of the first java on the path: sets $home.
home_on_path() {
  java=$(command -v java) || return
  case $java in
  /*) ;;
  */*) java=$PWD/$java ;;
  *) return 1 ;;
  esac
  follow "$java"
  home=${file%/bin/*}
}

in_usual_places() {
  user=${HOME-}
  first_fit "$places"/usr/lib/jvm/* "$places"/opt/*jdk* "$places"/opt/java/* ||
    first_fit "$user"/.sdkman/candidates/java/* "$user"/.jdks/* ||
    first_fit "$places"/Library/Java/JavaVirtualMachines/*/Contents/Home ||
    first_fit "$user"/Library/Java/JavaVirtualMachines/*/Contents/Home ||
    first_fit "$places"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home ||
    first_fit "$places"/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home ||
    first_fit "$places"/home/linuxbrew/.linuxbrew/opt/openjdk*/libexec ||
    first_fit "${ASDF_DATA_DIR:-$user/.asdf}"/installs/java/* ||
    first_fit "${MISE_DATA_DIR:-$user/.local/share/mise}"/installs/java/* ||
    first_fit "$user"/.gradle/jdks/*
}

# Sets $jdk to the home of a JDK; a wish in GRADER_JAVA_HOME is granted or refused, never overridden.
find_jdk() {
  seen=
  if [ -n "${GRADER_JAVA_HOME-}" ]; then
    first_fit "$GRADER_JAVA_HOME"
    return
  fi
  if [ -n "${JAVA_HOME-}" ] && first_fit "$JAVA_HOME"; then
    return
  fi
  if home_on_path && first_fit "$home"; then
    return
  fi
  in_usual_places
}

say_no_jdk() {
  if [ -n "${GRADER_JAVA_HOME-}" ]; then
    say_unfit_wish
  else
    say_nothing_found
  fi
} >&2

say_unfit_wish() {
  cat <<END
grader: GRADER_JAVA_HOME does not name a JDK $least_java or newer.
  $GRADER_JAVA_HOME: $unfit
Correct it, or unset it to let the grader search.
END
}

say_nothing_found() {
  cat <<END
grader: found no JDK $least_java or newer.

Looked for one in GRADER_JAVA_HOME (not set), JAVA_HOME (${JAVA_HOME:-not set}), java on the path, and the usual places:
/usr/lib/jvm, /opt, /Library/Java/JavaVirtualMachines, ~/.sdkman, ~/.jdks, ~/.asdf, mise, Homebrew.${seen:+
Not good enough:$seen}

Install one of these:
  any system       Temurin $least_java from https://adoptium.net
  SDKMAN           sdk install java $least_java-tem
  Debian, Ubuntu   apt install temurin-$least_java-jdk   (https://adoptium.net/installation/linux says how)
  macOS            brew install openjdk@$least_java
If you have one elsewhere: export GRADER_JAVA_HOME=/path/to/jdk
END
}
