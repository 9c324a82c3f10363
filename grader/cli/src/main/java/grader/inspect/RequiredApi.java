package grader.inspect;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the hidden tests use of a submission, and therefore what it must have. It is read from the
 * constant pools of the compiled tests, so it is exactly what would fail to link.
 *
 * @param types binary names
 */
public record RequiredApi(SortedSet<String> types, SortedSet<Member> members) {

  static RequiredApi of(String packageName, Map<String, byte[]> tests) {
    SortedSet<String> types = new TreeSet<>();
    SortedSet<Member> members = new TreeSet<>();
    for (byte[] bytes : tests.values()) {
      for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
        switch (entry) {
          case ClassEntry type when isOf(packageName, type) -> types.add(binaryName(type));
          case MemberRefEntry member when isOf(packageName, member.owner()) ->
              members.add(Member.of(member));
          default -> {}
        }
      }
    }
    return new RequiredApi(types, members);
  }

  /** What of this a submission lacks. */
  public List<Problem> missingIn(SubmissionClasses submission) {
    List<Problem> missingTypes =
        types.stream().flatMap(type -> submission.problemWithType(type).stream()).toList();
    return missingTypes.isEmpty()
        ? members.stream().flatMap(member -> submission.problemWithMember(member).stream()).toList()
        : missingTypes;
  }

  private static boolean isOf(String packageName, ClassEntry type) {
    String name = binaryName(type);
    return name.startsWith(packageName + ".") && name.indexOf('.', packageName.length() + 1) < 0;
  }

  static String binaryName(ClassEntry type) {
    return type.asInternalName().replace('/', '.');
  }
}
