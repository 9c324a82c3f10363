package grader.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two JVMs record the same trial, byte for byte. */
class DeterminismExploreTest {

  private static final List<String> PROGRAMS =
      List.of("pools", "timers", "threadsInSets", "chance", "forkJoin", "virtual", "futures");
  private static final int SEEDS = 8;

  @SuppressWarnings({"all"}) // Programs with whatever might differ from one JVM to the next.
  static class Programs {

    static class Cell {
      volatile int value;
      volatile Object any;
    }

    static Object pools() throws Throwable {
      Cell cell = new Cell();
      try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
        for (int i = 0; i < 6; i++) {
          pool.execute(() -> cell.value++);
        }
      }
      return cell.value;
    }

    static Object timers() throws Throwable {
      Cell cell = new Cell();
      CountDownLatch latch = new CountDownLatch(4);
      ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);
      pool.scheduleAtFixedRate(
          () -> {
            cell.value++;
            latch.countDown();
          },
          1,
          2,
          TimeUnit.MILLISECONDS);
      Timer timer = new Timer();
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              cell.value += 10;
              latch.countDown();
            }
          },
          1,
          3);
      latch.await();
      timer.cancel();
      pool.shutdownNow();
      return cell.value + " " + System.nanoTime();
    }

    static Object threadsInSets() throws Throwable {
      Cell cell = new Cell();
      Set<Thread> threads = new HashSet<>();
      Map<Object, Integer> map = new HashMap<>();
      for (int i = 0; i < 5; i++) {
        int me = i;
        threads.add(
            new Thread(() -> {
              cell.any = Thread.currentThread().toString();
              cell.value += me;
            }));
        map.put(new Object(), i);
      }
      for (Thread thread : threads) {
        thread.start();
      }
      for (String name : Set.of("a", "b", "c", "d")) {
        cell.any = name;
      }
      for (int value : map.values()) {
        cell.value = value;
      }
      for (Thread thread : threads) {
        thread.join();
      }
      return cell.value;
    }

    static Object chance() throws Throwable {
      Cell cell = new Cell();
      Together.run(
          () -> cell.value = ThreadLocalRandom.current().nextInt(),
          () -> cell.value = (int) (Math.random() * 1000));
      return cell.value + " " + java.util.UUID.randomUUID();
    }

    static Object forkJoin() throws Throwable {
      Cell cell = new Cell();
      IntStream.range(0, 8).parallel().forEach(i -> cell.value += i);
      return cell.value;
    }

    static Object virtual() throws Throwable {
      Cell cell = new Cell();
      ConcurrentHashMap<Thread, Integer> seen = new ConcurrentHashMap<>();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        threads.add(
            Thread.ofVirtual()
                .name("v", i)
                .start(() -> {
                  cell.value++;
                  seen.put(Thread.currentThread(), 1);
                }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      for (Thread thread : seen.keySet()) {
        cell.any = thread.getName();
      }
      return cell.value;
    }

    static Object futures() throws Throwable {
      Cell cell = new Cell();
      return CompletableFuture.supplyAsync(() -> cell.value++)
          .thenCombineAsync(CompletableFuture.supplyAsync(() -> cell.value++), Integer::sum)
          .orTimeout(5, TimeUnit.MILLISECONDS)
          .join();
    }
  }

  @Test
  void anotherJvmRecordsTheSame(@TempDir Path folder) throws IOException, InterruptedException {
    Path first = record(folder.resolve("first"));
    Path second = record(folder.resolve("second"));

    assertThat(second).hasSameTextualContentAs(first, StandardCharsets.UTF_8);
    assertThat(first).content().contains("pool-1-thread-3", "v3", "Timer-0");
  }

  @Test
  void aScheduleRepeatsWhatAPolicyDid() {
    Explored explored = new Explored(Programs.class);
    for (String program : PROGRAMS) {
      for (Policy policy : explored.policies()) {
        Recording found = new Recording(explored.sites());
        Explored.Seen seen = explored.run(program, 5, policy, found);
        Recording again = new Recording(explored.sites());
        Explored.Seen repeated =
            explored.run(program, 5, new Script(seen.schedule(), explored.choices()), again);

        assertThat(repeated).as(program).isEqualTo(seen);
        assertThat(again.moves()).as(program).isEqualTo(found.moves());
      }
    }
  }

  private static Path record(Path file) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("explore.options", "").trim().split("\\s+")));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(DeterminismExploreTest.class.getName(), file.toString()));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    return file;
  }

  /** Writes down all programs, under all policies. */
  public static void main(String... arguments) throws IOException {
    Explored explored = new Explored(Programs.class);
    StringBuilder all = new StringBuilder();
    for (String program : PROGRAMS) {
      for (Policy policy : explored.policies()) {
        for (int seed = 0; seed < SEEDS; seed++) {
          Recording recording = new Recording(explored.sites());
          all.append(explored.run(program, seed, policy, recording)).append('\n');
          recording.moves().forEach(move -> all.append("  ").append(move).append('\n'));
        }
      }
    }
    Files.writeString(Path.of(arguments[0]), all);
  }
}
