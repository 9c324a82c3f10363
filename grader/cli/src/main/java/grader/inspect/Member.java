package grader.inspect;

import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * A field, method or constructor as a class file refers to it.
 *
 * @param owner binary name of the class it is looked up in
 * @param name {@code <init>} for a constructor
 */
record Member(String owner, String name, String descriptor, boolean field)
    implements Comparable<Member> {

  private static final Comparator<Member> ORDER =
      Comparator.comparing(Member::owner)
          .thenComparing(Member::name)
          .thenComparing(Member::descriptor);

  static Member of(MemberRefEntry entry) {
    return new Member(
        RequiredApi.binaryName(entry.owner()),
        entry.name().stringValue(),
        entry.type().stringValue(),
        entry instanceof FieldRefEntry);
  }

  /** As it would stand in the source: {@code boolean tryAcquire(int)}. */
  String shown() {
    if (field) {
      return shown(ClassDesc.ofDescriptor(descriptor)) + " " + name;
    }
    MethodTypeDesc type = MethodTypeDesc.ofDescriptor(descriptor);
    String parameters =
        type.parameterList().stream()
            .map(Member::shown)
            .collect(Collectors.joining(", ", "(", ")"));
    return name.equals("<init>")
        ? simpleName(owner) + parameters
        : shown(type.returnType()) + " " + name + parameters;
  }

  private static String shown(ClassDesc type) {
    return type.displayName().replace('$', '.');
  }

  private static String simpleName(String binaryName) {
    return binaryName.substring(
        Math.max(binaryName.lastIndexOf('.'), binaryName.lastIndexOf('$')) + 1);
  }

  @Override
  public int compareTo(Member other) {
    return ORDER.compare(this, other);
  }
}
