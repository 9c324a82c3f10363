package grader.instrument;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a call of {@code Hooks.point()} before every access to a field or array element, every
 * monitor enter and exit and every call into {@code java.util.concurrent}, {@code Thread} and the
 * monitor methods of {@code Object}; and lets untimed waits go through {@code Hooks}, where they
 * may end spuriously.
 */
public final class YieldPoints {

  private static final ClassDesc HOOKS = ClassDesc.of("grader.boot.Hooks");
  private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

  private final ClassFile classFile;

  /** For classes that may refer to each other: all of a submission, by binary name. */
  public YieldPoints(Map<String, byte[]> classes) {
    ClassHierarchyResolver own =
        ClassHierarchyResolver.ofResourceParsing(type -> open(classes.get(binaryName(type))));
    this.classFile =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                own.orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /** The same class with yield points. */
  public byte[] insert(byte[] original) {
    return classFile.transformClass(
        classFile.parse(original), ClassTransform.transformingMethodBodies(transform()));
  }

  private static CodeTransform transform() {
    return (code, element) -> {
      if (element instanceof InvokeInstruction call) {
        rewrite(code, call);
      } else {
        if (isVisibleToOthers(element)) {
          code.invokestatic(HOOKS, "point", NOTHING);
        }
        code.with(element);
      }
    };
  }

  private static boolean isVisibleToOthers(CodeElement element) {
    return element instanceof FieldInstruction
        || element instanceof ArrayLoadInstruction
        || element instanceof ArrayStoreInstruction
        || element instanceof MonitorInstruction;
  }

  private static void rewrite(CodeBuilder code, InvokeInstruction call) {
    @Nullable MethodTypeDesc replacement = Waits.replacement(call);
    if (replacement != null) {
      code.invokestatic(HOOKS, Waits.hookName(call), replacement);
      return;
    }
    if (Waits.isTimed(call)) {
      code.invokestatic(HOOKS, "pause", NOTHING);
    } else if (isConcurrent(call)) {
      code.invokestatic(HOOKS, "point", NOTHING);
    }
    code.with(call);
  }

  private static boolean isConcurrent(InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    // Before the constructor of a superclass has run, "this" is not initialised, but a static call
    // is still fine.
    return call.opcode() != Opcode.INVOKEDYNAMIC
        && (owner.startsWith("java/util/concurrent/")
            || owner.equals("java/lang/Thread")
            || owner.equals("java/lang/invoke/VarHandle")
            || Waits.isMonitorMethod(call));
  }

  private static String binaryName(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
  }

  private static @Nullable ByteArrayInputStream open(byte @Nullable [] bytes) {
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }
}
