package grader.instrument;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts classes under control: each step that other threads can notice first asks {@code Control},
 * and monitors, waits, clocks and chance go through it altogether. A class is rewritten once.
 */
public final class ControlPoints {

  private final Sites sites;
  private final OwnClasses own;
  private final ClassFile classFile;

  /**
   * For classes that may refer to each other.
   *
   * @param classes the submission and its tests, by binary name
   * @param sites where the steps get their numbers
   */
  public ControlPoints(Map<String, byte[]> classes, Sites sites) {
    this.sites = sites;
    this.own = new OwnClasses(classes);
    this.classFile =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(type ->
                        Optional.ofNullable(classes.get(binaryName(type)))
                            .map(java.io.ByteArrayInputStream::new)
                            .orElse(null))
                    .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /** All of these classes under control, in an order that does not depend on chance. */
  public Map<String, byte[]> insert(Map<String, byte[]> classes) {
    Map<String, byte[]> rewritten = new HashMap<>();
    classes.keySet().stream()
        .sorted()
        .forEach(name ->
            rewritten.put(name, insert(Optional.ofNullable(classes.get(name)).orElseThrow())));
    return rewritten;
  }

  private byte[] insert(byte[] original) {
    ClassModel model = classFile.parse(original);
    String file =
        model
            .findAttribute(java.lang.classfile.Attributes.sourceFile())
            .map(SourceFileAttribute::sourceFile)
            .map(Object::toString)
            .orElse("");
    return classFile.transformClass(
        model,
        ClassTransform.ofStateful(() ->
            (builder, element) -> {
              if (element instanceof MethodModel method && method.code().isPresent()) {
                rewrite(builder, model, method, file);
              } else {
                builder.with(element);
              }
            }));
  }

  private void rewrite(
      java.lang.classfile.ClassBuilder builder, ClassModel owner, MethodModel method, String file) {
    boolean locks = method.flags().has(AccessFlag.SYNCHRONIZED);
    int flags = method.flags().flagsMask() & ~ClassFile.ACC_SYNCHRONIZED;
    ControlledCode transform =
        new ControlledCode(owner.thisClass().asSymbol(), method, file, own, sites);
    builder.withMethod(
        method.methodName(),
        method.methodType(),
        locks ? flags : method.flags().flagsMask(),
        target ->
            method.forEach(element -> {
              if (element instanceof CodeModel code) {
                target.transformCode(code, transform);
              } else if (!(element instanceof java.lang.classfile.AccessFlags)) {
                target.with(element);
              }
            }));
  }

  private static String binaryName(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
  }
}
