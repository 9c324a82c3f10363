package grader.inspect;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.reflect.AccessFlag;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * With what a submission keeps its threads apart: locks, atomics, volatile fields and so on. It
 * does not matter which lock, nor where.
 */
public final class Means {

  private static final String CONCURRENT = "java/util/concurrent/";
  private static final Set<String> WAITS = Set.of("wait", "notify", "notifyAll");
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
        default -> {}
      }
    }
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
    }
  }
}
