package grader.inspect;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The compiled classes of a submission, as far as its shape goes. For one thread. */
public final class SubmissionClasses {

  private final String folder;
  private final Map<String, ClassModel> classes = new HashMap<>();

  // Empty until they are wanted: to find them is most of an inspection.
  private Optional<List<Use>> uses = Optional.empty();

  /**
   * @param folder the submission's name, for messages
   * @param files class files by binary name
   */
  public SubmissionClasses(String folder, Map<String, byte[]> files) {
    this.folder = folder;
    files.forEach((name, bytes) -> classes.put(name, ClassFile.of().parse(bytes)));
  }

  /** All classes, sorted by name. */
  List<ClassModel> all() {
    return classes.values().stream()
        .sorted(Comparator.comparing(one -> one.thisClass().asInternalName()))
        .toList();
  }

  /** All that they use of what is not theirs. */
  List<Use> uses() {
    if (uses.isEmpty()) {
      uses = Optional.of(Uses.of(this));
    }
    return uses.get();
  }

  /** Whether it declares this type. */
  boolean has(String type) {
    return classes.containsKey(type);
  }

  Optional<ClassModel> model(String type) {
    return Optional.ofNullable(classes.get(type));
  }

  Optional<Problem> problemWithType(String type) {
    Optional<ClassModel> found = Optional.ofNullable(classes.get(type));
    if (found.isEmpty()) {
      return Optional.of(
          mismatch(folder, "there is no " + type.replace('$', '.'), lookalike(type)));
    }
    return found
        .filter(one -> !isPublic(one))
        .map(one ->
            mismatch(source(one), type.replace('$', '.') + " is not public", "declare it public"));
  }

  private String lookalike(String type) {
    String simpleName = type.substring(type.lastIndexOf('.') + 1);
    String present =
        classes.keySet().stream()
            .filter(name -> name.indexOf('$') < 0)
            .sorted()
            .collect(Collectors.joining(", "));
    return classes.keySet().stream()
        .filter(name -> name.substring(name.lastIndexOf('.') + 1).equals(simpleName))
        .findFirst()
        .map(name -> "found " + name + " instead: check the package line of " + source(name))
        .orElse("found only " + present + ": check the names of the class and its package");
  }

  Optional<Problem> problemWithMember(Member member) {
    Optional<AccessFlags> flags = find(member.owner(), member);
    if (flags.isEmpty()) {
      return Optional.of(
          mismatch(source(member.owner()), "there is no " + member.shown(), similar(member)));
    }
    return flags
        .filter(one -> !one.has(AccessFlag.PUBLIC))
        .map(one ->
            mismatch(
                source(member.owner()), member.shown() + " is not public", "declare it public"));
  }

  private String similar(Member member) {
    String found =
        methods(member.owner())
            .filter(method -> method.methodName().equalsString(member.name()))
            .map(method ->
                new Member(member.owner(), member.name(), method.methodType().stringValue(), false)
                    .shown())
            .collect(Collectors.joining(", "));
    return found.isEmpty()
        ? "add it as the README specifies it"
        : "found " + found + "; change it as the README specifies it";
  }

  private Stream<MethodModel> methods(String type) {
    return Optional.ofNullable(classes.get(type)).stream().flatMap(one -> one.methods().stream());
  }

  /**
   * The flags of a member in this type or what it inherits from; what the JDK declares counts as
   * found and public.
   */
  private Optional<AccessFlags> find(String type, Member member) {
    Optional<ClassModel> model = Optional.ofNullable(classes.get(type));
    if (model.isEmpty()) {
      return Inherited.flags(type, member);
    }
    return own(model.get(), member)
        .or(() ->
            supertypes(model.get()).stream()
                .flatMap(one -> find(one, member).stream())
                .findFirst());
  }

  private static Optional<AccessFlags> own(ClassModel type, Member member) {
    return member.field()
        ? type.fields().stream()
            .filter(field -> isNamed(field, member))
            .map(FieldModel::flags)
            .findFirst()
        : type.methods().stream()
            .filter(method -> isNamed(method, member))
            .map(MethodModel::flags)
            .findFirst();
  }

  private static boolean isNamed(FieldModel field, Member member) {
    return field.fieldName().equalsString(member.name())
        && field.fieldType().equalsString(member.descriptor());
  }

  private static boolean isNamed(MethodModel method, Member member) {
    return method.methodName().equalsString(member.name())
        && method.methodType().equalsString(member.descriptor());
  }

  private static List<String> supertypes(ClassModel type) {
    List<String> supertypes = new ArrayList<>();
    type.superclass().ifPresent(one -> supertypes.add(RequiredApi.binaryName(one)));
    type.interfaces().forEach(one -> supertypes.add(RequiredApi.binaryName(one)));
    return supertypes;
  }

  /** A nested class says in its InnerClasses attribute whether it is public in the source. */
  private static boolean isPublic(ClassModel type) {
    Optional<InnerClassInfo> nested =
        type.findAttribute(Attributes.innerClasses()).stream()
            .flatMap(attribute -> attribute.classes().stream())
            .filter(info -> info.innerClass().equals(type.thisClass()))
            .findFirst();
    return nested
        .map(info -> info.has(AccessFlag.PUBLIC))
        .orElseGet(() -> type.flags().has(AccessFlag.PUBLIC));
  }

  private String source(String type) {
    return Optional.ofNullable(classes.get(type)).map(this::source).orElse(folder);
  }

  /** {@code src/semaphore/Semaphore.java}. */
  String source(ClassModel type) {
    String name = type.thisClass().asInternalName();
    String packagePath = name.contains("/") ? name.substring(0, name.lastIndexOf('/') + 1) : "";
    return type.findAttribute(Attributes.sourceFile())
        .map(file -> folder + "/" + packagePath + file.sourceFile().stringValue())
        .orElse(folder);
  }

  private static Problem mismatch(String where, String what, String advice) {
    return new Problem(Problem.Kind.API_MISMATCH, where, what, advice);
  }
}
