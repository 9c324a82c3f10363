package grader.trial;

/** The thread of an actor, to be told from those that a submission makes. */
public final class ActorThread extends Thread {

  ActorThread(ThreadGroup group, Runnable body, String name) {
    super(group, body, name);
  }
}
