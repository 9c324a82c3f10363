package grader.run;

import grader.protocol.Channel;
import grader.protocol.Event;
import grader.protocol.Job;
import grader.protocol.Outcome;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Starts worker JVMs and stays with each until it has ended; nothing of it survives. */
public final class Workers {

  private final Installation installation;
  private final Deadline deadline;

  /**
   * @param deadline ends every worker when the budget of the whole check is spent
   */
  public Workers(Installation installation, Deadline deadline) {
    this.installation = installation;
    this.deadline = deadline;
  }

  /**
   * Runs one job in a JVM of its own.
   *
   * @throws WorkerFailure if the JVM does not start or ends before its first test
   */
  public Transcript run(Job job, Configuration configuration, Progress progress) {
    Process process = start(configuration);
    Watch watch = new Watch(process, deadline);
    try (watch) {
      send(job, process.getOutputStream());
      Recorder recorder = new Recorder(job, configuration, progress);
      boolean intact = listen(process, recorder, watch);
      Optional<Outcome.Died> died = watch.ending(intact);
      return recorder.transcript(died, watch.complaint());
    } catch (IOException broken) {
      throw new WorkerFailure(
          "the worker could not be given its job: " + broken.getMessage(), broken);
    }
  }

  /**
   * A worker that dies at once breaks the stream; what it said before tells more than the broken
   * stream does.
   */
  private static void send(Job job, OutputStream commands) throws IOException {
    Channel.send(commands, Job.class, job);
  }

  /** Whether the stream of events was well formed to its end. */
  private static boolean listen(Process process, Recorder recorder, Watch watch) {
    try {
      Optional<Event> event = Channel.receive(process.getInputStream(), Event.class);
      while (event.isPresent()) {
        watch.heard();
        recorder.accept(event.get());
        event = Channel.receive(process.getInputStream(), Event.class);
      }
      return true;
    } catch (IOException | RuntimeException corrupt) {
      return false;
    }
  }

  private Process start(Configuration configuration) {
    ProcessBuilder builder = new ProcessBuilder(command(configuration));
    // Windows cannot start a JVM without SystemRoot; nothing else of our environment is the
    // worker's business.
    builder.environment().keySet().retainAll(Set.of("SystemRoot"));
    try {
      return builder.start();
    } catch (IOException failed) {
      throw new WorkerFailure("no worker could be started: " + failed.getMessage(), failed);
    }
  }

  private List<String> command(Configuration configuration) {
    List<String> command = new ArrayList<>();
    command.add(Installation.java().toString());
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
    if (configuration.agent()) {
      command.add("-javaagent:" + installation.worker());
      command.add("-Xlog:disable");
      command.add("-Xlog:all=off");
    } else {
      command.addAll(cacheOptions());
    }
    command.addAll(List.of("-cp", classPath(), "grader.worker.Main"));
    return command;
  }

  /** What the JVM says of its cache would mix with the events on standard output. */
  private List<String> cacheOptions() {
    List<String> options = new ArrayList<>(List.of("-Xlog:disable", "-Xlog:all=off"));
    Optional<Path> unmade = installation.unmadeWorkerCache();
    if (unmade.isPresent()) {
      options.add("-XX:AOTCacheOutput=" + unmade.get());
    } else {
      installation.workerCache().ifPresent(cache -> options.add("-XX:AOTCache=" + cache));
    }
    return options;
  }

  private String classPath() {
    return installation.workerJars().stream()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
