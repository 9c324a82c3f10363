package grader.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;

/** Says in words what is wrong with a file or a disk, and what to do next. */
record FileTrouble(IOException cause, String message, Context context) {

  String text() {
    return cause instanceof FileSystemException file ? text(file) : plain();
  }

  private String plain() {
    return isFull(message)
        ? "no space is left on the disk (" + message + ")\nMake room and try again."
        : message + "\nNext: grader doctor";
  }

  private String text(FileSystemException trouble) {
    String file = context.shown(Path.of(Objects.requireNonNullElse(trouble.getFile(), "?")));
    return switch (trouble) {
      case AccessDeniedException denied -> file + ": access denied" + advice(trouble);
      case NoSuchFileException missing -> file + ": this file or folder is missing" + next();
      case FileAlreadyExistsException there ->
          file + ": it is already there and in the way" + advice(trouble);
      case NotDirectoryException there ->
          file + ": it is already there and in the way" + advice(trouble);
      default -> other(trouble, file);
    };
  }

  private String other(FileSystemException trouble, String file) {
    String reason = Objects.requireNonNullElse(trouble.getReason(), trouble.toString());
    return isFull(reason)
        ? file + ": no space is left on the disk\nMake room and try again; nothing was lost."
        : file + ": " + reason + advice(trouble);
  }

  /** The grader's own folder can be moved; everything else can only be repaired. */
  private String advice(FileSystemException trouble) {
    Path file = Path.of(Objects.requireNonNullElse(trouble.getFile(), "?"));
    boolean ours = context.here().resolve(file).startsWith(context.memory());
    return ours
        ? "\nThe grader must be able to write there. Repair it, or set GRADER_STATE to another"
            + " folder."
        : "\nRepair its permissions, or move what is in the way, and try again.";
  }

  /** An exception of an older kind has nothing but its message. */
  private String next() {
    return message.contains("not built") ? "\nNext: " + message : "\nNext: grader doctor";
  }

  private static boolean isFull(String reason) {
    return reason.contains("No space left") || reason.contains("not enough space");
  }
}
