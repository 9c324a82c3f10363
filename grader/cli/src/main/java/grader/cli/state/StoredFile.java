package grader.cli.state;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files so that whatever goes wrong names the file. */
public final class StoredFile {

  private StoredFile() {}

  /** As {@link Files#write}; a full disk is reported with the file's name. */
  public static void write(Path file, byte[] bytes) throws IOException {
    try {
      Files.write(file, bytes);
    } catch (FileSystemException named) {
      throw named;
    } catch (IOException unnamed) {
      FileSystemException named =
          new FileSystemException(file.toString(), null, unnamed.getMessage());
      named.initCause(unnamed);
      throw named;
    }
  }
}
