package grader.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks members up in the JDK's own class files. */
final class Inherited {

  private Inherited() {}

  /** The flags of a method that this JDK type declares or inherits. */
  static Optional<AccessFlags> flags(String type, Member member) {
    Optional<ClassModel> model = parse(type);
    return model
        .flatMap(one ->
            one.methods().stream()
                .filter(method -> isNamed(method, member))
                .map(MethodModel::flags)
                .findFirst())
        .or(() ->
            model.stream()
                .flatMap(Inherited::supertypes)
                .flatMap(one -> flags(one, member).stream())
                .findFirst());
  }

  private static boolean isNamed(MethodModel method, Member member) {
    return method.methodName().equalsString(member.name())
        && method.methodType().equalsString(member.descriptor());
  }

  static Stream<String> supertypes(ClassModel type) {
    return Stream.concat(type.superclass().stream(), type.interfaces().stream())
        .map(RequiredApi::binaryName);
  }

  /** This type of the JDK, if there is one. */
  static Optional<ClassModel> parse(String type) {
    try (@Nullable InputStream bytes =
        ClassLoader.getPlatformClassLoader()
            .getResourceAsStream(type.replace('.', '/') + ".class")) {
      return bytes == null
          ? Optional.empty()
          : Optional.of(ClassFile.of().parse(bytes.readAllBytes()));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
