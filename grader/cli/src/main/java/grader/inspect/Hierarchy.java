package grader.inspect;

import java.lang.classfile.ClassModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which type declares what is called, through a submission's own classes and those of the JDK. */
final class Hierarchy {

  private final SubmissionClasses submission;
  private final Map<String, Optional<ClassModel>> jdk = new HashMap<>();

  Hierarchy(SubmissionClasses submission) {
    this.submission = submission;
  }

  /** Binary name of the type that declares this member; the owner itself if nobody seems to. */
  String declaring(String owner, String name, String descriptor) {
    return search(owner, name, descriptor).orElse(owner);
  }

  private Optional<String> search(String type, String name, String descriptor) {
    Optional<ClassModel> model = model(type);
    if (model.isEmpty()) {
      return Optional.empty();
    }
    return declares(model.get(), name, descriptor)
        ? Optional.of(type)
        : Inherited.supertypes(model.get())
            .flatMap(one -> search(one, name, descriptor).stream())
            .findFirst();
  }

  private static boolean declares(ClassModel type, String name, String descriptor) {
    return type.methods().stream()
            .anyMatch(method ->
                method.methodName().equalsString(name)
                    && method.methodType().equalsString(descriptor))
        || type.fields().stream()
            .anyMatch(field ->
                field.fieldName().equalsString(name) && field.fieldType().equalsString(descriptor));
  }

  private Optional<ClassModel> model(String type) {
    return submission.model(type).or(() -> jdk.computeIfAbsent(type, Inherited::parse));
  }
}
