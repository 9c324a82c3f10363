package grader.explore;

/** {@code ThreadLocal}, {@code InheritableThreadLocal} and {@code ScopedValue}. */
class LocalExploreTest extends Conformance {

  @SuppressWarnings({
    "all",
    "deprecation",
    "overrides",
    "removal",
    "serial",
    "try"
  }) // Small programs, some of them wrong on purpose.
  static class Programs {

    private static final ScopedValue<String> SCOPED = ScopedValue.newInstance();

    static class Box {
      volatile int steps;
      volatile String a;
      volatile String b;
    }

    @Allowed(
        value = "init init x",
        by = "ThreadLocal: each thread has its own, independently initialized copy")
    static Object ownCopies() throws Throwable {
      ThreadLocal<String> local = ThreadLocal.withInitial(() -> "init");
      local.set("x");
      Box box = new Box();
      Together.run(
          () -> {
            box.a = local.get();
            box.steps++;
            local.set("y");
            box.steps++;
          },
          () -> {
            box.b = local.get();
            box.steps++;
            local.set("z");
            box.steps++;
          });
      return box.a + " " + box.b + " " + local.get();
    }

    @Allowed(
        value = "null",
        by = "ThreadLocal.remove: subsequently read, its value will be reinitialized")
    static Object remove() {
      ThreadLocal<String> local = new ThreadLocal<>();
      local.set("x");
      local.remove();
      return local.get();
    }

    @Allowed(
        value = "p! p",
        by = "InheritableThreadLocal: the child receives initial values; childValue")
    static Object inheritable() throws Throwable {
      InheritableThreadLocal<String> local =
          new InheritableThreadLocal<>() {
            @Override
            protected String childValue(String parent) {
              return parent + "!";
            }
          };
      local.set("p");
      Box box = new Box();
      Together.run(() -> {
        box.a = local.get();
        local.set("c");
      });
      return box.a + " " + local.get();
    }

    @Allowed(
        value = "1 2 false",
        by = "ScopedValue: bound for the bounded execution of a method, by the current thread")
    static Object scoped() throws Throwable {
      Box box = new Box();
      Together.run(
          () ->
              ScopedValue.where(SCOPED, "1")
                  .run(() -> {
                    box.steps++;
                    box.steps++;
                    box.a = SCOPED.get();
                  }),
          () ->
              ScopedValue.where(SCOPED, "2")
                  .run(() -> {
                    box.steps++;
                    box.steps++;
                    box.b = SCOPED.get();
                  }));
      return box.a + " " + box.b + " " + SCOPED.isBound();
    }

    @Allowed(
        value = "outer inner outer",
        by = "ScopedValue: rebinding is undone when the nested scope is left")
    static Object rebinding() throws Throwable {
      Box box = new Box();
      StringBuilder seen = new StringBuilder();
      Together.run(
          () ->
              ScopedValue.where(SCOPED, "outer")
                  .run(() -> {
                    seen.append(SCOPED.get());
                    box.steps++;
                    ScopedValue.where(SCOPED, "inner")
                        .run(() -> {
                          box.steps++;
                          seen.append(" " + SCOPED.get());
                        });
                    box.steps++;
                    seen.append(" " + SCOPED.get());
                  }),
          () ->
              ScopedValue.where(SCOPED, "x")
                  .run(() -> {
                    box.steps++;
                    SCOPED.get();
                    box.steps++;
                  }));
      return seen.toString();
    }

    @Allowed(
        value = "NoSuchElementException",
        by = "ScopedValue.get: NoSuchElementException if the scoped value is not bound")
    static Object unbound() throws Throwable {
      Together.run(
          () -> ScopedValue.where(SCOPED, "1").run(() -> Together.start(() -> {})),
          () -> SCOPED.get());
      return "no";
    }
  }
}
