package grader.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Knows the volatile fields of the JDK's classes from their class files. Thread-safe. */
final class Volatiles {

  private final ClassFile classFile;
  private final Map<String, Set<String>> byClass = new ConcurrentHashMap<>();

  Volatiles(ClassFile classFile) {
    this.classFile = classFile;
  }

  /** Whether this instruction accesses a volatile field. */
  boolean contains(FieldInstruction access) {
    String owner = access.owner().asInternalName();
    @Nullable Set<String> known = byClass.get(owner);
    if (known == null) {
      // Not computeIfAbsent: to read may load classes, which come here again.
      known = read(owner);
      byClass.put(owner, known);
    }
    return known.contains(access.name().stringValue());
  }

  private Set<String> read(String owner) {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(owner + ".class")) {
      if (in == null) {
        return Set.of();
      }
      ClassModel model = classFile.parse(in.readAllBytes());
      Set<String> names = new HashSet<>();
      for (FieldModel field : model.fields()) {
        if (field.flags().has(AccessFlag.VOLATILE)) {
          names.add(field.fieldName().stringValue());
        }
      }
      if (model.superclass().isPresent()) {
        String parent = model.superclass().get().asInternalName();
        if (parent.startsWith("java/util/concurrent/")) {
          names.addAll(read(parent));
        }
      }
      return names;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
