package grader.inspect;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that a submission uses of what it has not declared itself: called, referred to,
 * caught, extended, or only named. What no instruction mentions is found in the constant pool.
 */
final class Uses {

  private final SubmissionClasses submission;
  private final Hierarchy hierarchy;
  private final Set<Use> found = new LinkedHashSet<>();

  private Uses(SubmissionClasses submission) {
    this.submission = submission;
    this.hierarchy = new Hierarchy(submission);
  }

  static List<Use> of(SubmissionClasses submission) {
    Uses uses = new Uses(submission);
    submission.all().forEach(uses::look);
    return List.copyOf(uses.found);
  }

  private void look(ClassModel type) {
    String source = submission.source(type);
    Set<PoolEntry> seen = new HashSet<>();
    type.methods().forEach(method -> method.code().ifPresent(code -> look(code, source, seen)));
    for (PoolEntry entry : type.constantPool()) {
      if (!seen.contains(entry)) {
        look(entry, source, seen, false);
      }
    }
  }

  private void look(CodeModel code, String source, Set<PoolEntry> seen) {
    int line = 0;
    for (CodeElement element : code) {
      String where = source + ":" + line;
      switch (element) {
        case LineNumber number -> line = number.line();
        case InvokeInstruction call -> look(call.method(), where, seen, false);
        case FieldInstruction access -> look(access.field(), where, seen, false);
        case NewObjectInstruction created -> look(created.className(), where, seen, false);
        case TypeCheckInstruction check -> look(check.type(), where, seen, false);
        case NewReferenceArrayInstruction array -> look(array.componentType(), where, seen, false);
        case InvokeDynamicInstruction call -> look(call.invokedynamic(), where, seen, false);
        case ConstantInstruction.LoadConstantInstruction constant ->
            look(constant.constantEntry(), where, seen, false);
        case ExceptionCatch caught ->
            caught.catchType().ifPresent(type -> look(type, where, seen, false));
        default -> {}
      }
    }
  }

  private void look(PoolEntry entry, String where, Set<PoolEntry> seen, boolean byCompiler) {
    seen.add(entry);
    switch (entry) {
      case ClassEntry type -> use(type, where);
      case MemberRefEntry member -> {
        seen.add(member.owner());
        use(member, where, byCompiler);
      }
      case MethodHandleEntry handle -> look(handle.reference(), where, seen, byCompiler);
      case InvokeDynamicEntry call -> {
        look(call.bootstrap().bootstrapMethod(), where, seen, true);
        call.bootstrap().arguments().forEach(one -> look(one, where, seen, false));
      }
      case ConstantDynamicEntry constant -> {
        look(constant.bootstrap().bootstrapMethod(), where, seen, true);
        for (LoadableConstantEntry argument : constant.bootstrap().arguments()) {
          look(argument, where, seen, false);
        }
      }
      default -> {}
    }
  }

  private void use(ClassEntry type, String where) {
    String name = element(type);
    if (!name.isEmpty() && !submission.has(name)) {
      found.add(Use.ofType(where, name));
    }
  }

  private void use(MemberRefEntry member, String where, boolean byCompiler) {
    String owner = element(member.owner());
    String name = member.name().stringValue();
    String declaring =
        member.owner().asSymbol().isArray()
            ? "java.lang.Object"
            : hierarchy.declaring(owner, name, member.type().stringValue());
    if (!submission.has(declaring)) {
      String shown = submission.has(owner) ? declaring : owner;
      found.add(new Use(where, shown, declaring, name, byCompiler));
    }
  }

  /** Of an array, what it is an array of; empty for numbers. */
  private static String element(ClassEntry type) {
    ClassDesc element = type.asSymbol();
    while (element.isArray()) {
      element = element.componentType();
    }
    return element.isPrimitive()
        ? ""
        : element
            .descriptorString()
            .substring(1, element.descriptorString().length() - 1)
            .replace('/', '.');
  }
}
