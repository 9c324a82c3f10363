package grader.run;

import grader.protocol.Job;
import grader.protocol.Start;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Starts worker JVMs, some before there is anything for them to do. Thread-safe; when it is closed,
 * none of them is left.
 */
public final class Workers implements AutoCloseable {

  private final Installation installation;
  private final Sandbox sandbox;
  private final StartUpCaches caches;
  private final Deadline deadline;

  // Guarded by this: JVMs that wait for a job, with their configurations.
  private final Map<Worker, Configuration> waiting = new LinkedHashMap<>();
  private boolean closed;

  /**
   * @param sandbox what they are started in
   * @param deadline ends every worker when it passes; closing brings it forward
   */
  Workers(Installation installation, Sandbox sandbox, Deadline deadline) {
    this.installation = installation;
    this.sandbox = sandbox;
    this.caches = new StartUpCaches(installation);
    this.deadline = deadline;
  }

  /**
   * Starts a JVM for a job that is still to come: it gets itself ready meanwhile.
   *
   * @throws WorkerFailure if it does not start
   */
  public synchronized void prepare(Configuration configuration) {
    if (!closed) {
      waiting.put(new Worker(launch(configuration), configuration, deadline), configuration);
    }
  }

  /**
   * Runs one job in a JVM of its own, prepared or new.
   *
   * @throws WorkerFailure if the JVM does not start or ends before its first test
   */
  public Transcript run(Job job, Configuration configuration, Progress progress) {
    return runAll(job, configuration, progress).getFirst();
  }

  /**
   * Runs all rounds of a job in one JVM, or those that it comes to: a trial may spoil it for
   * others.
   *
   * @return a transcript for each round, in their order, and one at least
   * @throws WorkerFailure if the JVM does not start or ends before its first test
   */
  public List<Transcript> runAll(Job job, Configuration configuration, Progress progress) {
    try (Worker worker = take(configuration)) {
      return worker.run(job, progress);
    } finally {
      caches.rehearse(start(configuration), () -> command(configuration, Start.REHEARSAL));
      caches.rehearseLauncher();
    }
  }

  private synchronized Worker take(Configuration configuration) {
    for (Worker worker : List.copyOf(waiting.keySet())) {
      if (waiting.remove(worker, configuration)) {
        return worker;
      }
    }
    return new Worker(launch(configuration), configuration, deadline);
  }

  /** Whether the deadline has passed: then a worker has been ended, whatever it was doing. */
  public boolean timeIsUp() {
    return deadline.hasPassed();
  }

  @Override
  public synchronized void close() {
    closed = true;
    deadline.bringForward();
    waiting.keySet().forEach(Worker::close);
    waiting.clear();
  }

  private Process launch(Configuration configuration) {
    ProcessBuilder builder =
        new ProcessBuilder(sandbox.around(command(configuration, start(configuration)), access()));
    // Windows cannot start a JVM without SystemRoot; nothing else of our environment is the
    // worker's business.
    builder.environment().keySet().retainAll(Set.of("SystemRoot"));
    try {
      return Starter.start(builder);
    } catch (IOException failed) {
      throw new WorkerFailure("no worker could be started: " + failed.getMessage(), failed);
    }
  }

  private static Start start(Configuration configuration) {
    return configuration.controlled() ? Start.CONTROLLED : Start.PLAIN;
  }

  private List<String> command(Configuration configuration, Start start) {
    List<String> command = new ArrayList<>();
    command.add(Installation.java().toString());
    command.addAll(sandbox.options());
    command.addAll(configuration.options());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-Xss1m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-UsePerfData",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Xbootclasspath/a:" + installation.boot()));
    command.addAll(caches.options(start));
    command.addAll(List.of("-cp", classPath(), "grader.worker.Main", start.name()));
    return command;
  }

  private Access access() {
    List<Path> read = new ArrayList<>(installation.workerJars());
    read.add(installation.boot());
    read.addAll(caches.access().read());
    return new Access(read, caches.access().write());
  }

  private String classPath() {
    return installation.workerJars().stream()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
