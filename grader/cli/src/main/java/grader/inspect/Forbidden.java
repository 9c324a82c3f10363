package grader.inspect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a kata asks to do without: types ({@code java.util.concurrent.Semaphore}), groups of types
 * ({@code java.util.concurrent.*Queue}) and members ({@code java.lang.Thread#sleep}).
 */
public final class Forbidden {

  private final List<Pattern> patterns;

  public Forbidden(List<String> patterns) {
    this.patterns = patterns.stream().map(Forbidden::compiled).toList();
  }

  /** Every forbidden thing that the submission uses, also by a reference or through a subclass. */
  public List<Problem> usedBy(SubmissionClasses submission) {
    List<Use> uses = submission.uses();
    return Stream.concat(types(uses), members(uses)).toList();
  }

  /** Each where it is first used. */
  private Stream<Problem> types(List<Use> uses) {
    Map<String, Problem> first = new LinkedHashMap<>();
    for (Use use : uses) {
      Stream.of(use.type(), use.declaring())
          .filter(this::isForbidden)
          .forEach(
              type -> first.putIfAbsent(type, problem(use.where(), Use.ofType(use.where(), type))));
    }
    return first.values().stream();
  }

  private Stream<Problem> members(List<Use> uses) {
    return uses.stream()
        .filter(use -> !use.isOfType())
        .filter(use ->
            isForbidden(use.type() + "#" + use.member())
                || isForbidden(use.declaring() + "#" + use.member()))
        .map(use -> problem(use.where(), use))
        .distinct();
  }

  private boolean isForbidden(String name) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }

  private static Problem problem(String where, Use use) {
    return new Problem(
        Problem.Kind.NOT_ALLOWED,
        where,
        "uses " + use.shown(),
        "this kata is about building it yourself; the README lists what is allowed");
  }

  /** A type stands for those nested in it, too, and for its members. */
  private static Pattern compiled(String pattern) {
    String regex = pattern.replace(".", "\\.").replace("*", "[A-Za-z0-9_]*");
    return Pattern.compile(pattern.contains("#") ? regex : regex + "(\\$.*)?");
  }
}
