package grader.inspect;

import grader.kata.BrokenKata;
import grader.kata.Kata;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the plan from compiled hidden tests; nothing is loaded or run. */
public final class PlanReader {

  private static final Set<String> SEQUENTIAL =
      Set.of("Lnet/jqwik/api/Property;", "Lnet/jqwik/api/Example;", "Lorg/junit/jupiter/api/Test;");

  private final Kata kata;
  private final Map<String, byte[]> classes;

  private PlanReader(Kata kata, Map<String, byte[]> classes) {
    this.kata = kata;
    this.classes = classes;
  }

  /**
   * The plan that the front matter and the compiled tests describe.
   *
   * @param classes the hidden tests' class files by binary name
   * @throws BrokenKata if the front matter and the tests do not fit
   */
  public static Plan read(Kata kata, Map<String, byte[]> classes) {
    return new PlanReader(kata, classes).plan();
  }

  private Plan plan() {
    List<HiddenTest> tests = new ArrayList<>();
    for (String simpleName : kata.frontMatter().tests()) {
      String className = kata.packageName() + ".hidden." + simpleName;
      byte[] bytes =
          Optional.ofNullable(classes.get(className))
              .orElseThrow(() ->
                  new BrokenKata(
                      kata.readme(),
                      0,
                      "'tests' names " + simpleName + ", but there is no " + className));
      tests.addAll(testsOf(ClassFile.of().parse(bytes)));
    }
    return new Plan(tests, classes, RequiredApi.of(kata.packageName(), classes));
  }

  private List<HiddenTest> testsOf(ClassModel type) {
    Gate gateOfClass = gate(type).orElse(Gate.SAFETY);
    return type.methods().stream()
        .flatMap(method -> test(type, method, gateOfClass).stream())
        .toList();
  }

  private Optional<HiddenTest> test(ClassModel type, MethodModel method, Gate gateOfClass) {
    Optional<Annotation> concurrent = annotation(method, descriptor(ConcurrentTest.class));
    if (concurrent.isEmpty()
        && SEQUENTIAL.stream().allMatch(one -> annotation(method, one).isEmpty())) {
      return Optional.empty();
    }
    String className = type.thisClass().asInternalName().replace('/', '.');
    String name = method.methodName().stringValue();
    Bug reveals =
        bug(method, "value")
            .orElseThrow(() ->
                new BrokenKata(kata.tests().root(), 0, className + "." + name + " lacks @Reveals"));
    return Optional.of(
        new HiddenTest(
            className,
            name,
            concurrent.isPresent(),
            concurrent.flatMap(PlanReader::share).orElse(100),
            gate(method).orElse(gateOfClass),
            reveals,
            bug(method, "whenStuck").orElse(reveals)));
  }

  private static Optional<Integer> share(Annotation annotation) {
    return value(annotation, "share").map(value -> ((AnnotationValue.OfInt) value).intValue());
  }

  private static Optional<Gate> gate(AttributedElement element) {
    return annotation(element, descriptor(CountsFor.class))
        .flatMap(one -> value(one, "value"))
        .map(value -> Gate.valueOf(((AnnotationValue.OfEnum) value).constantName().stringValue()));
  }

  private static Optional<Bug> bug(MethodModel method, String element) {
    return annotation(method, descriptor(Reveals.class))
        .flatMap(one -> value(one, element))
        .flatMap(PlanReader::firstConstant)
        .map(Bug::valueOf);
  }

  private static Optional<String> firstConstant(AnnotationValue value) {
    return switch (value) {
      case AnnotationValue.OfEnum constant -> Optional.of(constant.constantName().stringValue());
      case AnnotationValue.OfArray array ->
          array.values().stream().findFirst().flatMap(PlanReader::firstConstant);
      default -> Optional.empty();
    };
  }

  private static Optional<AnnotationValue> value(Annotation annotation, String name) {
    return annotation.elements().stream()
        .filter(element -> element.name().equalsString(name))
        .map(AnnotationElement::value)
        .findFirst();
  }

  private static Optional<Annotation> annotation(AttributedElement element, String descriptor) {
    return element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
        .flatMap(attribute -> attribute.annotations().stream())
        .filter(one -> one.className().equalsString(descriptor))
        .findFirst();
  }

  private static String descriptor(Class<?> type) {
    return type.descriptorString();
  }
}
