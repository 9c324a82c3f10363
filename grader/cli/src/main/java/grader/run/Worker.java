package grader.run;

import grader.protocol.Channel;
import grader.protocol.Event;
import grader.protocol.Job;
import grader.protocol.Outcome;
import grader.protocol.Seal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A worker JVM, from its start until nothing of it is left. For one job, and one thread. */
final class Worker implements AutoCloseable {

  private final Process process;
  private final Configuration configuration;
  private final Watch watch;
  private final byte[] key = Seal.newKey();

  Worker(Process process, Configuration configuration, Deadline deadline) {
    this.process = process;
    this.configuration = configuration;
    this.watch = new Watch(process, deadline);
  }

  /**
   * Runs the job, and stays until the JVM has ended.
   *
   * @return a transcript for each round, as far as the JVM came
   * @throws WorkerFailure if the JVM ends before its first test
   */
  List<Transcript> run(Job job, Progress progress) {
    watch.heard();
    Iterator<Recorder> next =
        job.rounds().stream()
            .map(round -> new Recorder(job, round.seed(), configuration, progress))
            .iterator();
    List<Recorder> recorders = new ArrayList<>(List.of(next.next()));
    boolean intact = takes(job) && listen(recorders, next);
    Optional<Outcome.Died> died = watch.ending(intact);
    List<Transcript> transcripts = new ArrayList<>();
    for (Recorder one : recorders.subList(0, recorders.size() - 1)) {
      transcripts.add(one.transcript(Optional.empty(), ""));
    }
    transcripts.add(recorders.getLast().transcript(died, watch.complaint()));
    return transcripts;
  }

  /** False if it has ended already: its end tells why, and that may be that time is up. */
  private boolean takes(Job job) {
    try {
      process.getOutputStream().write(key);
      Channel.send(process.getOutputStream(), Job.class, job);
      return true;
    } catch (IOException ended) {
      return false;
    }
  }

  /** Whether the stream of events was well formed to its end. */
  private boolean listen(List<Recorder> recorders, Iterator<Recorder> next) {
    Seal seal = new Seal(key);
    try {
      Optional<Event> event = Channel.receive(process.getInputStream(), Event.class, seal);
      while (event.isPresent()) {
        watch.heard();
        recorders.getLast().accept(event.get());
        if (event.get() instanceof Event.NextRound) {
          recorders.add(next.next());
        }
        if (event.get() instanceof Event.Finished) {
          process.getOutputStream().close();
        }
        event = Channel.receive(process.getInputStream(), Event.class, seal);
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
