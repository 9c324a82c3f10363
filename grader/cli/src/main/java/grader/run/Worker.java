package grader.run;

import grader.protocol.Channel;
import grader.protocol.Event;
import grader.protocol.Job;
import grader.protocol.Outcome;
import java.io.IOException;
import java.util.Optional;

/** A worker JVM, from its start until nothing of it is left. For one job, and one thread. */
final class Worker implements AutoCloseable {

  private final Process process;
  private final Configuration configuration;
  private final Watch watch;

  Worker(Process process, Configuration configuration, Deadline deadline) {
    this.process = process;
    this.configuration = configuration;
    this.watch = new Watch(process, deadline);
  }

  /**
   * Runs the job, and stays until the JVM has ended.
   *
   * @throws WorkerFailure if the JVM ends before its first test
   */
  Transcript run(Job job, Progress progress) {
    watch.heard();
    Recorder recorder = new Recorder(job, configuration, progress);
    boolean intact = takes(job) && listen(recorder);
    Optional<Outcome.Died> died = watch.ending(intact);
    return recorder.transcript(died, watch.complaint());
  }

  /** False if it has ended already: its end tells why, and that may be that time is up. */
  private boolean takes(Job job) {
    try {
      Channel.send(process.getOutputStream(), Job.class, job);
      return true;
    } catch (IOException ended) {
      return false;
    }
  }

  /** Whether the stream of events was well formed to its end. */
  private boolean listen(Recorder recorder) {
    try {
      Optional<Event> event = Channel.receive(process.getInputStream(), Event.class);
      while (event.isPresent()) {
        watch.heard();
        recorder.accept(event.get());
        if (event.get() instanceof Event.Finished) {
          process.getOutputStream().close();
        }
        event = Channel.receive(process.getInputStream(), Event.class);
      }
      return true;
    } catch (IOException | RuntimeException corrupt) {
      return false;
    }
  }

  @Override
  public void close() {
    watch.close();
  }
}
