package grader.instrument;

import static java.lang.constant.ConstantDescs.CD_Object;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the classes of a submission and its tests declare, by internal name. */
final class OwnClasses {

  /** Of the JDK: objects of these classes, and what of them is in their subclasses. */
  private static final Set<String> WITHOUT_CHANGING_FIELDS =
      Set.of(
          "java/lang/Object",
          "java/lang/Record",
          "java/lang/Enum",
          // Its own fields are final or volatile, or used by itself alone.
          "java/lang/Thread",
          "java/lang/Boolean",
          "java/lang/Character",
          "java/lang/Byte",
          "java/lang/Short",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Float",
          "java/lang/Double",
          "java/lang/String");

  private final Map<String, ClassModel> models = new HashMap<>();

  OwnClasses(Map<String, byte[]> classes) {
    classes
        .values()
        .forEach(bytes -> {
          ClassModel model = ClassFile.of().parse(bytes);
          models.put(model.thisClass().asInternalName(), model);
        });
  }

  /** Whether this class is one of ours. */
  boolean declares(String owner) {
    return models.containsKey(owner);
  }

  /** The field that other threads could see change: it is ours and not final. */
  Optional<Declared> changing(String owner, String field) {
    return find(owner, field).filter(found -> !found.field().flags().has(AccessFlag.FINAL));
  }

  /** A field, with the class that declares it. */
  record Declared(String owner, FieldModel field) {}

  private Optional<Declared> find(String owner, String field) {
    @Nullable ClassModel model = models.get(owner);
    if (model == null) {
      return Optional.empty();
    }
    for (FieldModel one : model.fields()) {
      if (one.fieldName().equalsString(field)) {
        return Optional.of(new Declared(owner, one));
      }
    }
    return model.superclass().flatMap(parent -> find(parent.asInternalName(), field));
  }

  /** Whether it refers to an object that may be found there before it is complete (JLS 17.5). */
  boolean publishes(FieldModel field) {
    ClassDesc type = field.fieldTypeSymbol();
    // An Object may be anything; it is also what type variables become.
    return type.isArray()
        || type.equals(CD_Object)
        || (type.isClassOrInterface() && !onlyHasFinalFields(internalName(type)));
  }

  private static String internalName(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }

  private boolean onlyHasFinalFields(String type) {
    @Nullable ClassModel model = models.get(type);
    if (model == null) {
      return WITHOUT_CHANGING_FIELDS.contains(type);
    }
    return !model.flags().has(AccessFlag.INTERFACE)
        && model.fields().stream().allMatch(OwnClasses::isFinalOrStatic)
        && model.superclass().filter(one -> onlyHasFinalFields(one.asInternalName())).isPresent();
  }

  private static boolean isFinalOrStatic(FieldModel field) {
    return field.flags().has(AccessFlag.FINAL) || field.flags().has(AccessFlag.STATIC);
  }

  /**
   * The class of the JDK whose method this call reaches, or the owner itself if one of ours
   * declares it.
   */
  String reachedBy(String owner, String method, String type) {
    String current = owner;
    @Nullable ClassModel model = models.get(current);
    while (model != null && !declares(model, method, type)) {
      current = model.superclass().map(ClassEntry::asInternalName).orElse("java/lang/Object");
      model = models.get(current);
    }
    return current;
  }

  private static boolean declares(ClassModel model, String method, String type) {
    return model.methods().stream()
        .anyMatch(
            one -> one.methodName().equalsString(method) && one.methodType().equalsString(type));
  }
}
