package grader.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What a submission may use of the JDK, whatever the kata: a list of what is allowed, since a list
 * of what is not would never be complete. Immutable.
 */
public final class Allowed {

  private static final Allowed LIST = read();

  private final Set<String> packages;
  private final Set<String> types;
  private final Set<String> bootstraps;
  private final Map<String, Set<String>> members;
  private final Map<String, String> except;
  private final Map<String, String> reasons;

  private Allowed(Map<?, ?> yaml) {
    this.packages = texts(yaml.get("packages"));
    this.types = texts(yaml.get("types"));
    this.bootstraps = texts(yaml.get("bootstraps"));
    this.members = mapping(yaml.get("members"), Allowed::texts);
    this.except = mapping(yaml.get("except"), String::valueOf);
    this.reasons = mapping(yaml.get("reasons"), String::valueOf);
  }

  private static Allowed read() {
    try (InputStream in =
        Objects.requireNonNull(Allowed.class.getResourceAsStream("allowed.yaml"))) {
      return new Allowed(
          (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<String> texts(@Nullable Object list) {
    return ((Collection<?>) Objects.requireNonNull(list))
        .stream().map(String::valueOf).collect(Collectors.toSet());
  }

  private static <T> Map<String, T> mapping(@Nullable Object map, Function<Object, T> value) {
    return ((Map<?, ?>) Objects.requireNonNull(map))
        .entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> String.valueOf(entry.getKey()),
                    entry -> value.apply(entry.getValue())));
  }

  /**
   * Every use of what is not on the list, and every class that must not be there itself.
   *
   * @param taken packages of the hidden tests
   */
  public static List<Problem> problems(SubmissionClasses submission, Set<String> taken) {
    return Stream.concat(
            Declared.problems(submission, taken),
            submission.uses().stream().filter(use -> !LIST.allows(use)).map(LIST::problem))
        .distinct()
        .toList();
  }

  /** The whole list, for people. */
  public static String list() {
    return """
    Packages that are free to use:
    %s
    Single types that are:
    %s
    Of these types, nothing but:
    %s
    And although their packages are free, not:
    %s\
    """
        .formatted(
            lines(LIST.packages.stream()),
            lines(LIST.types.stream()),
            lines(
                LIST.members.entrySet().stream()
                    .filter(one -> !one.getValue().isEmpty())
                    .map(one ->
                        one.getKey() + ": " + String.join(" ", new TreeSet<>(one.getValue())))),
            lines(
                LIST.except.entrySet().stream()
                    .map(one -> one.getKey().replace('#', '.') + ": " + one.getValue())));
  }

  private static String lines(Stream<String> entries) {
    return entries
        .sorted()
        .map(one -> "  " + one.replace('$', '.').replace("<init>", "new"))
        .collect(Collectors.joining("\n"));
  }

  private boolean allows(Use use) {
    if (use.byCompiler()) {
      return bootstraps.contains(use.type());
    }
    if (excluded(use).isPresent()) {
      return false;
    }
    if (use.isOfType()) {
      return isFree(use.type()) || members.containsKey(use.type());
    }
    // What a free type inherits from one that is not is not free either.
    return members.containsKey(use.declaring())
        ? members.getOrDefault(use.declaring(), Set.of()).contains(use.member())
        : isFree(use.declaring()) || isFree(use.type());
  }

  private boolean isFree(String type) {
    return types.contains(type)
        || packages.contains(type.substring(0, Math.max(0, type.lastIndexOf('.'))))
        || isThrowable(type);
  }

  /** Exceptions of free packages and of {@code java.lang} do nothing but carry a message. */
  private static boolean isThrowable(String type) {
    return type.startsWith("java.lang.")
        && type.indexOf('.', "java.lang.".length()) < 0
        && (type.endsWith("Exception") || type.endsWith("Error"));
  }

  private Optional<String> excluded(Use use) {
    return Stream.of(use.type(), use.declaring())
        .flatMap(type -> Stream.of(type, type.replaceFirst("[$].*", ""), type + "#" + use.member()))
        .map(except::get)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private Problem problem(Use use) {
    return new Problem(
        Problem.Kind.NOT_ALLOWED,
        use.where(),
        "uses " + use.shown(),
        excluded(use).orElseGet(() -> reason(use)));
  }

  private String reason(Use use) {
    return Stream.of(use.declaring(), use.type())
        .map(type -> type + "#" + use.member())
        .flatMap(name -> reasons.keySet().stream().filter(name::startsWith))
        .max(Comparator.comparingInt(String::length))
        .map(reasons::get)
        .orElse("it is not among what a kata may use; the list: grader check --why-forbidden");
  }
}
