package grader.instrument;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.reflect.AccessFlag;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells whether classes could carry something from one trial to the next: a static field that may
 * change, or that refers to an object that may.
 */
public final class Remembering {

  private static final Set<String> UNCHANGING =
      Set.of(
          "Ljava/lang/String;",
          "Ljava/lang/Integer;",
          "Ljava/lang/Long;",
          "Ljava/lang/Boolean;",
          "Ljava/lang/Double;",
          "Ljava/lang/Class;",
          "Ljava/time/Duration;",
          "Ljava/util/concurrent/TimeUnit;",
          "Ljava/math/BigInteger;",
          "Ljava/math/BigDecimal;",
          "Ljava/lang/invoke/VarHandle;",
          "Ljava/lang/ScopedValue;",
          "Ljava/util/concurrent/atomic/AtomicIntegerFieldUpdater;",
          "Ljava/util/concurrent/atomic/AtomicLongFieldUpdater;",
          "Ljava/util/concurrent/atomic/AtomicReferenceFieldUpdater;");

  private static final Set<String> ROOTS =
      Set.of("java/lang/Object", "java/lang/Record", "java/lang/Enum");

  private Remembering() {}

  /** Whether any of these classes could. */
  public static boolean isAny(Collection<byte[]> classes) {
    Set<String> constants = new HashSet<>();
    for (byte[] bytes : classes) {
      ClassModel model = ClassFile.of().parse(bytes);
      if (isConstantType(model)) {
        constants.add("L" + model.thisClass().asInternalName() + ";");
      }
    }
    return classes.stream()
        .map(bytes -> ClassFile.of().parse(bytes))
        .anyMatch(model -> remembers(model, constants));
  }

  private static boolean remembers(ClassModel model, Set<String> constants) {
    return model.fields().stream()
        .filter(field -> field.flags().has(AccessFlag.STATIC))
        .anyMatch(field -> !isConstant(field, constants));
  }

  private static boolean isConstant(FieldModel field, Set<String> constants) {
    String type = field.fieldType().stringValue();
    return field.flags().has(AccessFlag.FINAL)
        && (type.length() == 1
            || UNCHANGING.contains(type)
            || constants.contains(type)
            // The values of an enum, and the tables of a switch over one.
            || field.flags().has(AccessFlag.SYNTHETIC));
  }

  /** A final class whose own fields never change, as far as one can see: an enum, a record. */
  private static boolean isConstantType(ClassModel model) {
    return model.flags().has(AccessFlag.FINAL)
        && model.superclass().filter(parent -> ROOTS.contains(parent.asInternalName())).isPresent()
        && model.fields().stream()
            .filter(field -> !field.flags().has(AccessFlag.STATIC))
            .allMatch(field ->
                field.flags().has(AccessFlag.FINAL)
                    && (field.fieldType().stringValue().length() == 1
                        || UNCHANGING.contains(field.fieldType().stringValue())));
  }
}
