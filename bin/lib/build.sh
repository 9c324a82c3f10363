# shellcheck shell=sh disable=SC2154,SC3013 # the caller sets root, jdk, full_version; -nt is in POSIX since 2024
# Builds the grader when its sources are newer than the last build, and runs it.
# Sourced by bin/grader, with lock.sh; needs $root, $jdk and $full_version.

cli=$root/grader/cli/target
worker=$root/grader/worker/target
boot=$root/grader/boot/target
sandbox=$root/grader/sandbox/target
arguments=$cli/grader.arguments
cache=$cli/grader.aot
# Plain workers have one, controlled ones two, and the launcher of their sandbox one.
worker_caches="worker.aot controlled.aot worker.rewritten sandbox.aot"
# When the last good build began: sources that are newer have not been built.
built=$cli/grader.built
# What the class path and the caches were made for, and when.
prepared=$cli/grader.prepared
state=$root/.grader
lock=$state/build.lock
unfinished=$state/build.unfinished
log=$state/build.log

run_grader() {
  exec "$jdk/bin/java" @"$arguments" grader.cli.Main "$@"
}

# Makes the grader ready to run; fails, having said why, if that cannot be done.
bring_up_to_date() {
  if is_ready; then
    return
  fi
  if ! can_write; then
    is_runnable && return
    echo "grader: must be built, but cannot write to $state" >&2
    return 1
  fi
  take_lock || return
  # While this one waited for the lock another may have built.
  is_ready || make_ready
  outcome=$?
  give_lock_back
  return $outcome
}

is_ready() {
  is_built && is_prepared
}

is_built() {
  [ -f "$built" ] && [ -f "$cli/grader-cli.jar" ] && [ -f "$worker/grader-worker.jar" ] &&
    [ -f "$boot/grader-boot.jar" ] && [ -f "$sandbox/grader-sandbox.jar" ] && [ -z "$(newer_sources)" ]
}

# Folders count as well: they change when a file in them is removed.
newer_sources() {
  cd "$root" && find pom.xml grader -name target -prune -o \
    \( -name pom.xml -o -path '*/src/main' -o -path '*/src/main/*' \) -newer "$built" -print
}

# No jar may be newer: somebody may have run Maven by hand.
is_prepared() {
  is_runnable && [ "$for_jdk" = "$jdk" ] && [ "$for_version" = "$full_version" ] &&
    ! [ "$cli/grader-cli.jar" -nt "$prepared" ] && ! [ "$worker/grader-worker.jar" -nt "$prepared" ] &&
    ! [ "$boot/grader-boot.jar" -nt "$prepared" ] && ! [ "$sandbox/grader-sandbox.jar" -nt "$prepared" ]
}

# Whether there is a class path for this folder; the project may have been moved.
is_runnable() {
  [ -f "$arguments" ] && read_prepared && [ "$for_root" = "$root" ]
}

read_prepared() {
  [ -f "$prepared" ] && {
    IFS= read -r for_root
    IFS= read -r for_jdk
    IFS= read -r for_version
  } <"$prepared"
}

can_write() {
  mkdir -p "$state" 2>/dev/null && [ -w "$state" ]
}

make_ready() {
  if ! is_built; then
    build || return
  fi
  prepare
}

build() {
  if [ -f "$built" ]; then
    echo "building the grader: its sources have changed ..." >&2
  else
    echo "building the grader (once, about a minute) ..." >&2
  fi
  remove_remains
  mkdir -p "$cli" && : >"$unfinished" && : >"$built.new" || return
  if supervise package; then
    mv -f "$built.new" "$built" && rm -f "$unfinished"
  else
    say_build_failed
    return 1
  fi
}

# A library may have another version now; and after a build that was cut short Maven could take half a file for a whole one.
remove_remains() {
  rm -rf "${cli:?}/lib" "${worker:?}/lib" "$prepared" "$built"
  if [ -f "$unfinished" ]; then
    for module in "$cli" "$worker" "$boot" "$sandbox"; do
      rm -rf "$module/classes" "$module/maven-status"
      rm -f "$module"/grader-*.jar
    done
  fi
}

package() {
  cd "$root" || exit
  exec env JAVA_HOME="$jdk" sh ./mvnw -q -B package -pl grader/cli -am -Dmaven.test.skip=true -Dspotless.check.skip=true
}

say_build_failed() {
  echo "grader: the build failed; its last lines:"
  tail -n 20 "$log" | sed 's/^/  /'
  echo "All of it is in $log"
} >&2

# Writes the arguments for java, and makes the caches with which both JVMs start faster. All works without them, too.
prepare() {
  rm -f "$prepared" "$cache" "$cache.new" "$worker"/worker.aot "$worker"/controlled.aot "$worker"/worker.rewritten "$worker"/sandbox.aot
  rm -rf "$worker/new" && mkdir -p "$worker/new"
  write_arguments || return
  echo "preparing it for fast starts ..." >&2
  supervise train
  for name in $worker_caches; do
    mv -f "$worker/new/$name" "$worker/$name" 2>/dev/null
  done
  mv -f "$cache.new" "$cache" 2>/dev/null && write_arguments "-XX:AOTCache=$cache"
  if ! "$jdk/bin/java" @"$arguments" grader.cli.Main --version >/dev/null 2>&1; then
    write_arguments
  fi
  printf '%s\n' "$root" "$jdk" "$full_version" >"$prepared.new" && mv -f "$prepared.new" "$prepared"
}

# The JVM is to start fast and to keep its own messages to itself. The flags must be the same for making and using a cache.
write_arguments() {
  for argument in -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable -Xlog:all=off "$@" \
    "-Dgrader.home=$root" -cp "$(class_path)"; do
    printf '%s\n' "$argument" | sed 's/[\\"]/\\&/g; s/.*/"&"/'
  done >"$arguments.new" && mv -f "$arguments.new" "$arguments"
}

class_path() {
  printf %s "$cli/grader-cli.jar"
  for library in "$cli"/lib/*.jar; do
    printf :%s "$library"
  done
}

# Checks a stub, to record which classes a check loads in the command and in a worker; what it finds does not matter.
train() {
  for stub in "$root"/katas/*/stub; do
    kata=${stub%/stub}
  done
  "$jdk/bin/java" -Dgrader.worker.train="$worker/new" \
    @"$arguments" grader.cli.Main check "${kata##*/}" --submission stub --engine explore
  exec "$jdk/bin/java" -XX:AOTCacheOutput="$cache.new" -Dgrader.worker.train="$worker/new" \
    @"$arguments" grader.cli.Main check "${kata##*/}" --submission stub
}

# Runs a function in a process of its own, which is ended when this one is told to end.
supervise() {
  "$@" >"$log" 2>&1 </dev/null &
  child=$!
  echo "$child" >"$lock/child"
  trap 'give_up 130' INT
  trap 'give_up 143' TERM
  trap 'give_up 129' HUP
  wait "$child"
  status=$?
  trap - INT TERM HUP
  return $status
}

give_up() {
  trap '' INT TERM HUP
  kill "$child" 2>/dev/null
  wait "$child" 2>/dev/null
  give_lock_back
  exit "$1"
}
