package grader.instrument;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reaches below the arguments of a call, by putting them aside for a moment. For one method. */
final class OperandStack {

  // Slots are used again: never are two calls prepared at the same time.
  private final Map<TypeKind, List<Integer>> slots = new HashMap<>();

  OperandStack() {}

  /**
   * Lets a hook take a copy of what lies below these arguments.
   *
   * @param hook adds code that takes one reference from the stack
   */
  void withReceiver(CodeBuilder code, List<ClassDesc> arguments, Runnable hook) {
    below(
        code,
        arguments,
        () -> {
          code.dup();
          hook.run();
        });
  }

  /**
   * Lets code run on what lies below these arguments.
   *
   * @param hook adds code that leaves the stack as it was
   */
  void below(CodeBuilder code, List<ClassDesc> arguments, Runnable hook) {
    Map<TypeKind, Integer> used = new HashMap<>();
    List<Integer> aside = new ArrayList<>();
    for (ClassDesc argument : arguments.reversed()) {
      TypeKind kind = TypeKind.from(argument).asLoadable();
      int slot = slot(code, kind, used.merge(kind, 1, Integer::sum) - 1);
      code.storeLocal(kind, slot);
      aside.addFirst(slot);
    }
    hook.run();
    for (int i = 0; i < arguments.size(); i++) {
      code.loadLocal(TypeKind.from(arguments.get(i)).asLoadable(), aside.get(i));
    }
  }

  private int slot(CodeBuilder code, TypeKind kind, int number) {
    List<Integer> known = slots.computeIfAbsent(kind, key -> new ArrayList<>());
    while (known.size() <= number) {
      known.add(code.allocateLocal(kind));
    }
    return known.get(number);
  }
}
