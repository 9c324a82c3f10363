package grader.audit.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each operator makes of a small class. */
class OperatorsTest {

  private static final String CLASS = "class C {\n  int a; int b; volatile int v;\n%s\n}\n";

  /** The changed lines that an operator makes of this member of a class. */
  private static List<String> of(Operator operator, String member) {
    return Source.parse(CLASS.formatted(member)).changes().stream()
        .filter(change -> change.operator() == operator)
        .map(change -> oneLine(change.appliedTo(CLASS.formatted(member))))
        .map(text -> text.replace("class C { int a; int b; volatile int v; ", ""))
        .map(text -> text.substring(0, text.length() - " }".length()))
        .toList();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WAIT_TIME              | void m() { wait(t); }                   | void m() { wait((t) / 2); }
          PERMIT_COUNT           | L l = new CountDownLatch(n);            | L l = new CountDownLatch(n + 1);
          THREAD_CALL_REMOVED    | void m() { notifyAll(); }               | void m() { ; }
          THREAD_CALL_REMOVED    | void m() { t.forEach(Thread::start); }  | void m() { ; }
          MECHANISM_CALL_REMOVED | void m() { x.lock(); y(); }             | void m() { ; y(); }
          ONE_WOKEN              | void m() { notifyAll(); }               | void m() { notify(); }
          ONE_WOKEN              | void m() { c.signalAll(); }             | void m() { c.signal(); }
          ALL_WOKEN              | void m() { c.signal(); }                | void m() { c.signalAll(); }
          JOIN_TO_SLEEP          | void m() { t.join(); }                  | void m() { Thread.sleep(1); }
          OTHER_ACQUISITION      | void m() { x.lock(); }                  | void m() { x.lockInterruptibly(); }
          STATIC_ADDED           | synchronized void m() {}                | static synchronized void m() {}
          STATIC_REMOVED         | static synchronized void m() {}         | synchronized void m() {}
          METHOD_NOT_SYNCHRONIZED| synchronized void m() {}                | void m() {}
          BLOCK_NOT_SYNCHRONIZED | void m() { synchronized (x) { y(); } }  | void m() { { y(); } }
          OTHER_MONITOR          | void m() { synchronized (x) { y(); } }  | void m() { synchronized (this) { y(); } }
          FINALLY_REMOVED        | void m() { try { y(); } finally { z(); } } | void m() { { y(); } z(); }
          FINALLY_REMOVED        | int m() { try { return y(); } finally { z(); } } | int m() { { { var result = y(); z(); return result; } } }
          OTHER_OBJECT           | Lock x, y; void m() { x.lock(); }       | Lock x, y; void m() { y.lock(); }
          WAIT_ONCE              | void m() { while (c) { wait(); } }      | void m() { if (c) { wait(); } }
          WAIT_ONCE              | void m() { for (;c;) { x.await(); } }   | void m() { for (;c;) { x.await(); break; } }
          GUARD_NEGATED          | void m() { if (c) { y(); } }            | void m() { if (!(c)) { y(); } }
          BOUNDARY_MOVED         | boolean m() { return a < b; }           | boolean m() { return a <= b; }
          BOUNDARY_MOVED         | boolean m() { return a >= b; }          | boolean m() { return a > b; }
          INTERRUPT_KEPT         | boolean m() { return Thread.interrupted(); } | boolean m() { return Thread.currentThread().isInterrupted(); }
          NOT_ATOMIC             | void m() { x.incrementAndGet(); }       | void m() { x.set(x.get() + 1); }
          NOT_ATOMIC             | void m() { x.updateAndGet(o -> o.plus(a)); } | void m() { x.set(x.get().plus(a)); }
          """)
  void changesOnePlace(Operator operator, String before, String after) {
    assertThat(of(operator, before)).first().isEqualTo(after);
  }

  @Test
  void aFieldIsNoLongerVolatile() {
    assertThat(Source.parse("class C { private volatile int v; }").changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.operator()).isEqualTo(Operator.NOT_VOLATILE);
          assertThat(change.appliedTo("class C { private volatile int v; }"))
              .isEqualTo("class C { private  int v; }");
        });
  }

  @Test
  void aComparisonAndAnAssignmentAreNotAtomic() {
    assertThat(of(Operator.NOT_ATOMIC, "boolean m() { return x.compareAndSet(a, a + 1); }"))
        .containsExactly(
            "boolean m() { return (x.get() == (a) && java.util.Optional.of(a + 1)"
                + ".map(next -> { x.set(next); return true; }).get()); }");
  }

  @Test
  void aLoopWithoutAWaitStaysALoop() {
    assertThat(of(Operator.WAIT_ONCE, "void m() { while (c) { y(); } }")).isEmpty();
  }

  @Test
  void aLoopForEverIsNotNegated() {
    assertThat(of(Operator.GUARD_NEGATED, "void m() { while (true) { y(); } }")).isEmpty();
  }

  @Test
  void aRegionMovesItsBounds() {
    String method = "void m() { a(); synchronized (x) { b(); c(); } d(); }";

    assertThat(of(Operator.REGION_SHRUNK, method))
        .containsExactly(
            "void m() { a(); b(); synchronized (x) { c(); } d(); }",
            "void m() { a(); synchronized (x) { b(); } c(); d(); }");
    assertThat(of(Operator.REGION_SPLIT, method))
        .containsExactly(
            "void m() { a(); synchronized (x) { b(); } synchronized (x) { c(); } d(); }");
    assertThat(of(Operator.REGION_EXPANDED, method))
        .containsExactly(
            "void m() { synchronized (x) { a(); b(); c(); } d(); }",
            "void m() { a(); synchronized (x) { b(); c(); d(); } }");
    assertThat(of(Operator.REGION_SHIFTED, method))
        .containsExactly(
            "void m() { synchronized (x) { a(); b(); } c(); d(); }",
            "void m() { a(); b(); synchronized (x) { c(); d(); } }");
  }

  @Test
  void aMethodIsARegion() {
    assertThat(of(Operator.REGION_SHRUNK, "synchronized void m() { a(); b(); }"))
        .containsExactly(
            "void m() { a(); synchronized (this) { b(); } }",
            "void m() { synchronized (this) { a(); } b(); }");
  }

  @Test
  void whatStandsBetweenALockAndFinallyIsARegion() {
    assertThat(
            of(
                Operator.REGION_SPLIT,
                "void m() { long s = x.writeLock(); try { a(); b(); } finally { x.unlockWrite(s); } }"))
        .containsExactly(
            "void m() { long s = x.writeLock(); try { a(); } finally { x.unlockWrite(s); }"
                + " s = x.writeLock(); try { b(); } finally { x.unlockWrite(s); } }");
  }

  @Test
  void aMutantTellsItsLineAndWhatStandsThere() {
    String text = "class C {\n  void m() {\n    notifyAll();\n  }\n}\n";
    Change change =
        Source.parse(text).changes().stream()
            .filter(one -> one.operator() == Operator.ONE_WOKEN)
            .findFirst()
            .orElseThrow();

    Mutant mutant = Mutant.of("p/C.java", text, change);

    assertThat(mutant.id()).isEqualTo("C:3 one-woken: notify();");
    assertThat(mutant.before()).isEqualTo("notifyAll();");
    assertThat(mutant.text()).isEqualTo("class C {\n  void m() {\n    notify();\n  }\n}\n");
  }
}
