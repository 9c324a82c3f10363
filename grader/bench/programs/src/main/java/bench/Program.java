package bench;

/**
 * A small concurrent program with its check: it starts its own threads, waits for them, and throws
 * if something is wrong. Each run is on a new instance, and nothing outlives it.
 */
public interface Program {
  void run() throws Exception;
}
