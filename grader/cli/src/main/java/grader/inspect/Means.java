package grader.inspect;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.reflect.AccessFlag;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * With what a submission keeps its threads apart: locks, atomics, volatile fields and so on; and
 * whether it interrupts them. It does not matter which lock, nor where.
 */
public final class Means {

  private static final String CONCURRENT = "java/util/concurrent/";
  private static final Set<String> WAITS = Set.of("wait", "notify", "notifyAll");
  private static final Set<String> INTERRUPTING =
      Set.of(
          "java/lang/ThreadGroup.interrupt",
          CONCURRENT + "Future.cancel",
          CONCURRENT + "FutureTask.cancel",
          CONCURRENT + "ExecutorService.shutdownNow");
  private static final Set<String> SPINS = Set.of("onSpinWait", "yield");

  private final SortedSet<String> found = new TreeSet<>();

  private Means() {}

  /** Of these classes, in words. */
  public static SortedSet<String> of(Map<String, byte[]> classes) {
    Means means = new Means();
    classes.values().forEach(bytes -> means.look(ClassFile.of().parse(bytes)));
    return means.found;
  }

  private void look(ClassModel type) {
    type.fields().forEach(this::look);
    type.methods().forEach(this::look);
    for (PoolEntry entry : type.constantPool()) {
      switch (entry) {
        case ClassEntry used -> look(used.asInternalName());
        case MemberRefEntry used -> look(used);
        case MethodHandleEntry reference when isInterrupt(reference) -> found.add("interrupts");
        default -> {}
      }
    }
  }

  private static boolean isInterrupt(MethodHandleEntry reference) {
    return reference.reference().owner().asInternalName().equals("java/lang/Thread")
        && reference.reference().name().equalsString("interrupt");
  }

  private void look(FieldModel field) {
    if (field.flags().has(AccessFlag.VOLATILE)) {
      found.add("volatile");
    }
    if (field.flags().has(AccessFlag.STATIC) && !field.flags().has(AccessFlag.FINAL)) {
      found.add("static");
    }
  }

  private void look(MethodModel method) {
    boolean locks =
        method.flags().has(AccessFlag.SYNCHRONIZED)
            || method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch(MonitorInstruction.class::isInstance);
    if (locks) {
      found.add("lock");
    }
    method.code().ifPresent(this::interrupts);
  }

  /** Who interrupts himself only passes on what somebody else has asked for. */
  private void interrupts(CodeModel code) {
    boolean afterCurrent = false;
    for (CodeElement element : code) {
      if (element instanceof InvokeInstruction call) {
        boolean interrupts = is(call, "java/lang/Thread", "interrupt");
        if (interrupts && !afterCurrent) {
          found.add("interrupts");
        }
        afterCurrent = is(call, "java/lang/Thread", "currentThread");
      } else if (element instanceof Instruction) {
        afterCurrent = false;
      }
    }
  }

  private static boolean is(InvokeInstruction call, String owner, String name) {
    return call.owner().asInternalName().equals(owner) && call.name().equalsString(name);
  }

  private void look(String type) {
    if (type.startsWith(CONCURRENT + "locks/LockSupport")) {
      found.add("park");
    } else if (type.startsWith(CONCURRENT + "locks/Condition")) {
      found.add("wait");
    } else if (type.startsWith(CONCURRENT + "locks/")) {
      found.add("lock");
    } else if (type.startsWith(CONCURRENT + "atomic/")) {
      found.add(type.endsWith("Adder") || type.endsWith("Accumulator") ? "adder" : "atomic");
    } else if (type.equals("java/lang/invoke/VarHandle")) {
      found.add("atomic");
    } else if (type.startsWith(CONCURRENT) && !type.equals(CONCURRENT + "TimeUnit")) {
      found.add("concurrent");
    } else if (type.equals("java/lang/ThreadLocal")) {
      found.add("thread-local");
    }
  }

  private void look(MemberRefEntry used) {
    String name = used.name().stringValue();
    String owner = used.owner().asInternalName();
    if (owner.equals("java/lang/Object") && WAITS.contains(name)) {
      found.add("wait");
    } else if (owner.equals("java/lang/Thread") && SPINS.contains(name)) {
      found.add("spin");
    } else if (name.equals("sleep")) {
      found.add("sleep");
    } else if (INTERRUPTING.contains(owner + "." + name)) {
      found.add("interrupts");
    }
  }
}
