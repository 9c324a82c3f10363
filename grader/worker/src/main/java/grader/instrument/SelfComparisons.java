package grader.instrument;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the code of one method reads a field of type {@code Thread} for nothing but to compare it
 * with the current thread: {@code owner == Thread.currentThread()}, either way round, or with a
 * local variable that never holds anything else.
 */
final class SelfComparisons {

  private static final String THREAD = "Ljava/lang/Thread;";

  private final List<CodeElement> code;
  private final Set<Integer> ownSlots = new HashSet<>();

  private SelfComparisons(List<CodeElement> code) {
    this.code = code;
  }

  /** Those reads, by their number among all accesses to fields in the order of the code. */
  static Set<Integer> in(MethodModel method) {
    // A label stays: somebody may jump there, with another value on the stack.
    List<CodeElement> code =
        method.code().stream()
            .flatMap(model -> model.elementStream())
            .filter(element -> element instanceof Instruction || element instanceof LabelTarget)
            .toList();
    SelfComparisons comparisons = new SelfComparisons(code);
    comparisons.findOwnSlots(parameterSlots(method));
    return comparisons.numbers();
  }

  /** A slot holds the current thread if nothing else is ever stored there. */
  private void findOwnSlots(int parameters) {
    Set<Integer> others = new HashSet<>();
    for (int i = 0; i < code.size(); i++) {
      if (code.get(i) instanceof StoreInstruction store && store.typeKind() == TypeKind.REFERENCE) {
        boolean own = store.slot() >= parameters && isCurrentThread(i - 1);
        (own ? ownSlots : others).add(store.slot());
      }
    }
    ownSlots.removeAll(others);
  }

  private static int parameterSlots(MethodModel method) {
    int slots = method.flags().has(AccessFlag.STATIC) ? 0 : 1;
    for (ClassDesc parameter : method.methodTypeSymbol().parameterList()) {
      slots += TypeKind.from(parameter).slotSize();
    }
    return slots;
  }

  private Set<Integer> numbers() {
    Set<Integer> numbers = new HashSet<>();
    int number = 0;
    for (int i = 0; i < code.size(); i++) {
      if (code.get(i) instanceof FieldInstruction field) {
        if (isReadOfThread(field) && isOnlyCompared(i)) {
          numbers.add(number);
        }
        number++;
      }
    }
    return numbers;
  }

  private static boolean isReadOfThread(FieldInstruction field) {
    return (field.opcode() == Opcode.GETFIELD || field.opcode() == Opcode.GETSTATIC)
        && field.type().equalsString(THREAD);
  }

  private boolean isOnlyCompared(int read) {
    return (isSelf(read + 1) && isComparison(read + 2))
        || (isComparison(read + 1) && isSelf(beforeObject(read)));
  }

  /** The last place before the object, whose field is read, was put on the stack. */
  private int beforeObject(int read) {
    int place = read;
    while (is(place, Opcode.GETFIELD)) {
      place--;
    }
    // What put the object there, and nothing below it.
    boolean simple = is(place, Opcode.GETSTATIC) || loads(place);
    return simple ? place - 1 : -1;
  }

  private boolean isSelf(int place) {
    return isCurrentThread(place)
        || (loads(place) && ownSlots.contains(((LoadInstruction) code.get(place)).slot()));
  }

  private boolean isCurrentThread(int place) {
    return exists(place)
        && code.get(place) instanceof InvokeInstruction call
        && call.owner().asInternalName().equals("java/lang/Thread")
        && call.name().equalsString("currentThread");
  }

  private boolean isComparison(int place) {
    return is(place, Opcode.IF_ACMPEQ) || is(place, Opcode.IF_ACMPNE);
  }

  private boolean loads(int place) {
    return exists(place)
        && code.get(place) instanceof LoadInstruction load
        && load.typeKind() == TypeKind.REFERENCE;
  }

  private boolean is(int place, Opcode opcode) {
    if (!exists(place)) {
      return false;
    }
    return switch (code.get(place)) {
      case FieldInstruction field -> field.opcode() == opcode;
      case BranchInstruction branch -> branch.opcode() == opcode;
      default -> false;
    };
  }

  private boolean exists(int place) {
    return place >= 0 && place < code.size();
  }
}
