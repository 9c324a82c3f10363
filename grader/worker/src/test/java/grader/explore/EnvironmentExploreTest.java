package grader.explore;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Time and chance: the same in every trial with the same seed. */
class EnvironmentExploreTest extends Conformance {

  @SuppressWarnings({
    "all",
    "deprecation",
    "overrides",
    "removal",
    "serial",
    "try"
  }) // Small programs, some of them wrong on purpose.
  static class Programs {

    @Allowed(
        value = "2026-01-01T00:00:00",
        plain = false,
        by = "ours: a trial begins at a fixed instant")
    static Object instant() {
      return Instant.now().toString().substring(0, 19);
    }

    @Allowed(value = "[0, 0, 0, 0, 0, 0, 0]", plain = false, by = "ours: all clocks are one")
    static Object clocks() throws Throwable {
      TimeUnit.HOURS.sleep(5);
      long now = System.currentTimeMillis();
      long[] others = {
        Instant.now().toEpochMilli(),
        Clock.systemUTC().millis(),
        Clock.systemDefaultZone().instant().toEpochMilli(),
        Clock.tickMillis(ZoneOffset.UTC).millis(),
        new Date().getTime(),
        Calendar.getInstance().getTimeInMillis(),
        LocalDateTime.now(ZoneOffset.UTC).toInstant(ZoneOffset.UTC).toEpochMilli()
      };
      return Arrays.stream(others).map(other -> Math.abs(other - now) / 1000).boxed().toList();
    }

    @Allowed(value = "true", plain = false, by = "TimeUnit.timedWait, timedJoin, sleep")
    static Object units() throws Throwable {
      Object lock = new Object();
      long begin = System.nanoTime();
      synchronized (lock) {
        while (System.nanoTime() - begin < 3_600_000_000_000L) {
          TimeUnit.HOURS.timedWait(lock, 1);
        }
      }
      Thread never = Together.start(() -> Thread.sleep(1_000_000_000));
      TimeUnit.HOURS.timedJoin(never, 1);
      return System.nanoTime() - begin >= 7_200_000_000_000L && never.isAlive();
    }
  }

  /** What each returns is a function of the seed. */
  @SuppressWarnings({"all", "deprecation", "overrides", "removal", "serial", "try"})
  static class Chances {

    static Object random() {
      return new Random().nextInt() + " " + new SplittableRandom().nextInt();
    }

    static Object threadLocal() throws Throwable {
      int[] drawn = new int[2];
      Together.run(
          () -> drawn[0] = ThreadLocalRandom.current().nextInt(),
          () -> drawn[1] = ThreadLocalRandom.current().nextInt());
      return drawn[0] + " " + drawn[1];
    }

    static Object math() {
      return Math.random() + " " + StrictMath.random();
    }

    static Object uuid() {
      return UUID.randomUUID().toString();
    }

    static Object shuffle() {
      List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
      Collections.shuffle(list);
      return list.toString();
    }

    static Object generator() {
      return RandomGenerator.getDefault().nextInt()
          + " "
          + RandomGenerator.of("Xoroshiro128PlusPlus").nextInt();
    }

    static Object subclass() {
      return new Random() {}.nextInt();
    }

    static Object hashCodes() {
      return new Object().hashCode() + " " + System.identityHashCode(new Object());
    }

    static Object hashSetOfThreads() {
      Set<Thread> set = new HashSet<>();
      for (int i = 0; i < 5; i++) {
        set.add(new Thread());
      }
      return set.stream().map(Thread::getName).toList();
    }

    static Object setOf() {
      return Set.of("a", "b", "c", "d", "e", "f", "g")
          + " "
          + Map.of("a", 1, "b", 2, "c", 3)
          + Set.of(1, 2);
    }

    static Object clocks() {
      return System.nanoTime() + " " + System.currentTimeMillis() + " " + Instant.now();
    }

    static Object threadToString() {
      return new Thread("x").toString() + Thread.ofVirtual().unstarted(() -> {});
    }
  }

  @org.junit.jupiter.api.TestFactory
  java.util.stream.Stream<org.junit.jupiter.api.DynamicTest> functionsOfTheSeed() {
    Explored explored = new Explored(Chances.class);
    return java.util.Arrays.stream(Chances.class.getDeclaredMethods())
        .map(java.lang.reflect.Method::getName)
        .filter(name -> !name.contains("$"))
        .sorted()
        .map(name ->
            org.junit.jupiter.api.DynamicTest.dynamicTest(
                name,
                () -> {
                  String first = explored.run(name, 1, new RandomWalk(), Trace.NONE).outcome();
                  String second = explored.run(name, 1, new RandomWalk(), Trace.NONE).outcome();
                  org.assertj.core.api.Assertions.assertThat(second).isEqualTo(first);
                }));
  }
}
