package grader.instrument;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/**
 * What an access by {@code VarHandle} or {@code Unsafe} orders, by its mode: acquire, release, or
 * both. Plain and opaque ones order nothing.
 *
 * @param below the arguments that lie above the object that is accessed
 */
record Ordering(boolean acquires, boolean releases, List<ClassDesc> below) {

  private static final MethodTypeDesc ORDER =
      MethodTypeDesc.of(CD_void, CD_Object, CD_boolean, CD_boolean);
  private static final MethodTypeDesc HANDLE =
      MethodTypeDesc.of(CD_void, CD_Object, CD_Object, CD_boolean, CD_boolean, CD_int);
  private static final MethodTypeDesc FENCE = MethodTypeDesc.of(CD_void, CD_boolean, CD_boolean);

  /** Says what a call of {@code VarHandle} or {@code Unsafe} orders, just before it. */
  static void announce(InvokeInstruction call, CodeBuilder code, OperandStack stack) {
    String name = call.name().stringValue();
    if (name.endsWith("Fence")) {
      boolean onlyAcquires = name.startsWith("acquire") || name.startsWith("load");
      boolean onlyReleases = name.startsWith("release") || name.startsWith("store");
      code.loadConstant(onlyReleases ? 0 : 1).loadConstant(onlyAcquires ? 0 : 1);
      code.invokestatic(ControlledCode.CONTROL, "fence", FENCE);
    } else if (call.owner().asInternalName().equals("java/lang/invoke/VarHandle")) {
      of(call).ifPresent(ordering -> ordering.announce(code, stack));
    } else {
      ofUnsafe(call).ifPresent(ordering -> ordering.announce(code, stack));
    }
  }

  /** The same of the submission's own call of {@code VarHandle}, with what is accessed. */
  static void announce(InvokeInstruction call, CodeBuilder code, OperandStack stack, int site) {
    String name = call.name().stringValue();
    List<ClassDesc> arguments = call.typeSymbol().parameterList();
    if (values(name) < 0) {
      announce(call, code, stack);
      return;
    }
    Optional<Ordering> ordering = of(call);
    boolean ofObject = isOfObject(name, arguments);
    stack.below(
        code,
        below(name, arguments),
        () -> {
          // The handle, and the object or the handle once more.
          if (ofObject) {
            code.dup2();
          } else {
            code.dup().dup();
          }
          code.loadConstant(ordering.filter(Ordering::acquires).isPresent() ? 1 : 0)
              .loadConstant(ordering.filter(Ordering::releases).isPresent() ? 1 : 0)
              .loadConstant(site)
              .invokestatic(ControlledCode.CONTROL, "handle", HANDLE);
        });
  }

  /** Of this call of a method of {@code VarHandle}; empty if it orders nothing. */
  private static Optional<Ordering> of(InvokeInstruction call) {
    String name = call.name().stringValue();
    return values(name) < 0
        ? Optional.empty()
        : of(name, below(name, call.typeSymbol().parameterList()));
  }

  private static List<ClassDesc> below(String name, List<ClassDesc> arguments) {
    return isOfObject(name, arguments) ? arguments.subList(1, arguments.size()) : arguments;
  }

  /** If not, what is accessed is static, and below the arguments lies the handle. */
  private static boolean isOfObject(String name, List<ClassDesc> arguments) {
    return arguments.size() > values(name);
  }

  /** Of this call of a method of {@code Unsafe}. */
  private static Optional<Ordering> ofUnsafe(InvokeInstruction call) {
    List<ClassDesc> arguments = call.typeSymbol().parameterList();
    boolean ofObject = arguments.size() > 1 && arguments.getFirst().equals(CD_Object);
    return ofObject
        ? of(call.name().stringValue(), arguments.subList(1, arguments.size()))
        : Optional.empty();
  }

  private static Optional<Ordering> of(String name, List<ClassDesc> below) {
    boolean updates =
        name.startsWith("compareAnd")
            || name.startsWith("weakCompareAnd")
            || name.startsWith("getAnd");
    if (name.endsWith("Plain") || name.endsWith("Opaque")) {
      return Optional.empty();
    } else if (updates) {
      boolean both = !name.endsWith("Acquire") && !name.endsWith("Release");
      return Optional.of(
          new Ordering(both || name.endsWith("Acquire"), both || name.endsWith("Release"), below));
    } else if (name.startsWith("get") && endsOrdered(name, "Acquire")) {
      return Optional.of(new Ordering(true, false, below));
    } else if ((name.startsWith("put") || name.startsWith("set")) && endsOrdered(name, "Release")) {
      return Optional.of(new Ordering(false, true, below));
    }
    return Optional.empty();
  }

  private static boolean endsOrdered(String name, String mode) {
    return name.endsWith(mode) || name.endsWith("Volatile");
  }

  /** How many values an access takes besides what it accesses; -1 if it is no access. */
  private static int values(String name) {
    if (name.startsWith("compareAnd") || name.startsWith("weakCompareAnd")) {
      return 2;
    } else if (name.startsWith("getAnd") || name.startsWith("set")) {
      return 1;
    }
    return name.startsWith("get") ? 0 : -1;
  }

  private void announce(CodeBuilder code, OperandStack stack) {
    stack.withReceiver(
        code,
        below,
        () ->
            code.loadConstant(acquires ? 1 : 0)
                .loadConstant(releases ? 1 : 0)
                .invokestatic(ControlledCode.CONTROL, "order", ORDER));
  }
}
