package grader.explore;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The monitors that are owned now. There are never many, so they are searched one by one; a free
 * monitor takes no room.
 */
@SuppressWarnings("ReferenceEquality") // A monitor belongs to an object, not to its value.
final class Monitors {

  private Monitor[] owned = new Monitor[8];
  private int size;

  /** A monitor with its owner. */
  static final class Monitor {
    @Nullable Object object;
    @Nullable Task owner;
    int count;
  }

  Monitors() {
    for (int i = 0; i < owned.length; i++) {
      owned[i] = new Monitor();
    }
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      owned[i].object = null;
      owned[i].owner = null;
    }
    size = 0;
  }

  /** Who owns it, or null. */
  @Nullable Task ownerOf(@Nullable Object object) {
    Monitor found = find(object);
    return found == null ? null : found.owner;
  }

  /** Each monitor that is owned, with its owner. */
  void each(BiConsumer<Object, Task> action) {
    for (int i = 0; i < size; i++) {
      Monitor one = owned[i];
      if (one.object != null && one.owner != null) {
        action.accept(one.object, one.owner);
      }
    }
  }

  @Nullable Monitor find(@Nullable Object object) {
    for (int i = size - 1; i >= 0; i--) {
      if (owned[i].object == object) {
        return owned[i];
      }
    }
    return null;
  }

  /** Takes a free monitor, as often as that. */
  void take(Object object, Task owner, int count) {
    if (size == owned.length) {
      owned = Arrays.copyOf(owned, 2 * size);
      for (int i = size; i < owned.length; i++) {
        owned[i] = new Monitor();
      }
    }
    Monitor free = owned[size++];
    free.object = object;
    free.owner = owner;
    free.count = count;
  }

  void release(Monitor monitor) {
    for (int i = size - 1; i >= 0; i--) {
      if (owned[i] == monitor) {
        owned[i] = owned[--size];
        owned[size] = monitor;
        monitor.object = null;
        monitor.owner = null;
        return;
      }
    }
  }
}
