package grader.instrument;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the classes of a submission and its tests declare, by internal name. */
final class OwnClasses {

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
