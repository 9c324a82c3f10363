package grader.cli.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The state on disk. Whoever reads it sees it as it was before a change or as it is after it, also
 * when the command is interrupted; changes of several processes come one after the other.
 */
public final class StateFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  // A file lock belongs to the whole process: threads of this one need a lock of their own.
  private static final ReentrantLock LOCK = new ReentrantLock();

  private final Path folder;
  private final Consumer<String> warnings;

  /**
   * @param folder where the state lies; made when needed
   * @param warnings hears of a damaged file
   */
  public StateFile(Path folder, Consumer<String> warnings) {
    this.folder = folder;
    this.warnings = warnings;
  }

  /**
   * The state as it is now; a damaged file counts as none and is kept under another name.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public State read() {
    try {
      return Files.exists(file()) ? parse().orElseGet(this::settled) : State.EMPTY;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private State settled() {
    return update(state -> state);
  }

  /**
   * Makes sure that the state can be changed, before work is done whose result would be lost.
   *
   * @throws UncheckedIOException if it cannot
   */
  public void prepare() {
    update(state -> state);
  }

  /**
   * Changes the state and returns the new one.
   *
   * @throws UncheckedIOException if it cannot be written; it is then as it was before
   */
  public State update(UnaryOperator<State> change) {
    LOCK.lock();
    try {
      Files.createDirectories(folder);
      try (FileChannel channel = lockFile();
          FileLock lock = channel.lock()) {
        return lock.isValid() ? change(change) : State.EMPTY;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      LOCK.unlock();
    }
  }

  private FileChannel lockFile() throws IOException {
    return FileChannel.open(
        folder.resolve("state.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private State change(UnaryOperator<State> change) throws IOException {
    State before = load();
    State after = change.apply(before);
    if (!after.equals(before)) {
      store(after);
    }
    return after;
  }

  private State load() throws IOException {
    if (!Files.exists(file())) {
      return State.EMPTY;
    }
    Optional<State> state = parse();
    if (state.isEmpty()) {
      setAside();
    }
    return state.orElse(State.EMPTY);
  }

  /** Empty if the file is damaged. */
  private Optional<State> parse() throws IOException {
    try {
      return Optional.ofNullable(JSON.readValue(Files.readAllBytes(file()), State.class));
    } catch (JacksonException damaged) {
      return Optional.empty();
    }
  }

  private void setAside() throws IOException {
    int number = 1;
    while (Files.exists(damaged(number))) {
      number++;
    }
    Files.move(file(), damaged(number));
    warnings.accept(
        file() + " is damaged: kept as " + damaged(number) + ", and starting with an empty one");
  }

  private void store(State state) throws IOException {
    StoredFile.replace(file(), JSON.writeValueAsBytes(state));
  }

  private Path file() {
    return folder.resolve("state.json");
  }

  private Path damaged(int number) {
    return folder.resolve("state.json.damaged-" + number);
  }
}
