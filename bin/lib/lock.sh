# shellcheck shell=sh disable=SC2154
# A lock, so that two graders do not build over each other. Sourced by bin/grader; needs $lock.
# It is a folder, which only one can make; in it are the numbers of the owner and of the process that the owner waits for.

# Waits until the lock is free or its owner has died.
take_lock() {
  waited=0
  nameless=0
  until mkdir "$lock" 2>/dev/null; do
    if ! [ -d "$lock" ]; then
      # It may have been given back just now; but not again and again.
      [ $waited -lt 10 ] || return
    elif inherit_lock; then
      return
    elif [ $waited = 1 ]; then
      echo "waiting for another grader that is building (process ${owner:-unknown}) ..." >&2
    fi
    waited=$((waited + 1))
    sleep 1
  done
  echo $$ >"$lock/owner"
}

give_lock_back() {
  rm -rf "$lock"
}

# Takes the lock over if the owner is dead. Of several who see that, only the one that makes the heir's folder goes on;
# it looks again, since another may have been heir before.
inherit_lock() {
  read_owner
  ! is_alive "$owner" && ! is_alive "$child_of_owner" || return
  dead=$owner
  if ! mkdir "$lock/heir" 2>/dev/null; then
    # Perhaps the heir died as well.
    [ $((waited % 30)) != 29 ] || rmdir "$lock/heir" 2>/dev/null
    return 1
  fi
  read_owner
  if [ "$owner" != "$dead" ]; then
    rmdir "$lock/heir"
    return 1
  fi
  echo $$ >"$lock/owner"
  rm -f "$lock/child"
  rmdir "$lock/heir"
}

# An owner that has not yet written its number is taken for dead only after some rounds.
read_owner() {
  owner=
  child_of_owner=
  { read -r owner <"$lock/owner"; } 2>/dev/null
  { read -r child_of_owner <"$lock/child"; } 2>/dev/null
  if [ -n "$owner" ]; then
    nameless=0
  else
    nameless=$((nameless + 1))
    [ $nameless -gt 5 ] || owner=$$
  fi
}

# The second test is for a process of another user.
is_alive() {
  [ -n "$1" ] && { kill -0 "$1" 2>/dev/null || [ -d "/proc/$1" ]; }
}
