package grader.instrument;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;
import java.util.Set;

/**
 * Calls of collections that are made for one thread: each reads the whole collection, or changes
 * it.
 */
final class CollectionUse {

  private static final Set<String> TYPES =
      Set.of(
          "Collection",
          "SequencedCollection",
          "List",
          "ArrayList",
          "LinkedList",
          "Queue",
          "Deque",
          "ArrayDeque",
          "PriorityQueue",
          "Set",
          "SequencedSet",
          "HashSet",
          "LinkedHashSet",
          "SortedSet",
          "NavigableSet",
          "TreeSet",
          "EnumSet",
          "BitSet",
          "Map",
          "SequencedMap",
          "HashMap",
          "LinkedHashMap",
          "SortedMap",
          "NavigableMap",
          "TreeMap",
          "EnumMap",
          "IdentityHashMap",
          "WeakHashMap");
  private static final String PACKAGE = "java/util/";
  private static final List<String> CHANGES =
      List.of(
          "add", "remove", "put", "poll", "pop", "push", "offer", "set", "clear", "sort", "replace",
          "compute", "merge", "retain", "flip");

  private CollectionUse() {}

  /** Whether this call uses an object that may be such a collection. */
  static boolean isUse(String owner, InvokeInstruction call) {
    return call.opcode() != Opcode.INVOKESTATIC
        && call.opcode() != Opcode.INVOKESPECIAL
        && owner.startsWith(PACKAGE)
        && TYPES.contains(owner.substring(PACKAGE.length()));
  }

  /** Whether the method of this name changes the collection. */
  static boolean changes(String method) {
    for (int i = 0; i < CHANGES.size(); i++) {
      if (method.startsWith(CHANGES.get(i))) {
        return true;
      }
    }
    return false;
  }
}
