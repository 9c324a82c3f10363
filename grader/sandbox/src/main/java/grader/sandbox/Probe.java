package grader.sandbox;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tries, inside a sandbox, what no submission may do, and says of each whether it was denied.
 * Outside, each would succeed: whoever starts this has set up a {@link Trap}.
 */
public final class Probe {

  /** How a line begins that tells of an attempt that was not denied. */
  public static final String DONE = "done ";

  private static final String DENIED = "denied ";

  private static final long UNIX = 1;
  private static final long INTERNET = 2;
  private static final long STREAM = 1;
  private static final long PACKETS = 2;

  private final Path secret;
  private final List<Path> folders;
  private final int port;
  private final Path socket;
  private final PrintStream out;
  private boolean allDenied = true;

  private Probe(Path secret, int port, Path socket, List<Path> folders, PrintStream out) {
    this.secret = secret;
    this.folders = folders;
    this.port = port;
    this.socket = socket;
    this.out = out;
  }

  /** Something that must not work. */
  @FunctionalInterface
  private interface Attempt {
    void make() throws Exception;
  }

  /**
   * Writes a line for each attempt; ends with 0 if all were denied.
   *
   * @param arguments a file that must not be read, a port of this machine with somebody who accepts
   *     connections and packets, a Unix socket of the same kind, folders that must not be written
   */
  public static void main(String[] arguments) {
    List<Path> paths = List.of(arguments).stream().map(Path::of).toList();
    Probe probe =
        new Probe(
            paths.get(0),
            Integer.parseInt(arguments[1]),
            paths.get(2),
            paths.subList(3, paths.size()),
            System.out);
    probe.tryAll();
    System.exit(probe.allDenied ? 0 : 1);
  }

  private void tryAll() {
    attempt("read a file", () -> read(secret));
    attempt("read /etc/passwd", () -> read(Path.of("/etc/passwd")));
    folders.forEach(folder -> attempt("write in " + folder, () -> write(folder)));
    attempt("change a file's mode", this::changeMode);
    attempt("list /proc", Probe::listProcesses);
    attempt("open /proc/self/mem", () -> new FileInputStream("/proc/self/mem").close());
    attempt("read /proc/self/environ", () -> read(Path.of("/proc/self/environ")));
    attempt("connect to a TCP port", () -> new Socket(here(), port).close());
    attempt("listen on a TCP port", () -> new ServerSocket(0, 1, here()).close());
    attempt("send a UDP packet", this::send);
    attempt("connect to a Unix socket", this::connect);
    attempt("make a TCP socket", () -> makeSocket(INTERNET, STREAM));
    attempt("make a UDP socket", () -> makeSocket(INTERNET, PACKETS));
    attempt("make a Unix socket", () -> makeSocket(UNIX, STREAM));
    attempt("start a process", Probe::startProcess);
    attempt("signal the parent", Probe::signalParent);
  }

  private void attempt(String name, Attempt attempt) {
    String result;
    try {
      attempt.make();
      result = DONE;
      allDenied = false;
    } catch (Exception | LinkageError denied) {
      // The JDK makes a pair of sockets when it loads the first class for them.
      result = DENIED;
    }
    out.println(result + name);
  }

  private static void read(Path file) throws IOException {
    try (InputStream stream = new FileInputStream(file.toFile())) {
      int ignored = stream.read();
    }
  }

  private static void write(Path folder) throws IOException {
    Files.delete(Files.createTempFile(folder, "probe", ".tmp"));
  }

  private void changeMode() throws IOException {
    Files.setPosixFilePermissions(secret, Files.getPosixFilePermissions(secret));
  }

  private static void listProcesses() throws IOException {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"))) {
      processes.iterator().next();
    }
  }

  private static InetAddress here() {
    return InetAddress.getLoopbackAddress();
  }

  private void send() throws IOException {
    try (DatagramSocket sender = new DatagramSocket()) {
      sender.send(new DatagramPacket(new byte[1], 1, here(), port));
    }
  }

  private void connect() throws IOException {
    SocketChannel.open(UnixDomainSocketAddress.of(socket)).close();
  }

  private static void startProcess() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    new ProcessBuilder(java, "-version").start().destroyForcibly();
  }

  /** Without the classes of the JDK, which do not try again once they have failed. */
  private static void makeSocket(long family, long kind) throws Refused {
    try (Kernel kernel = new Kernel(Machine.ofThis())) {
      kernel.call("socket", Call.SOCKET, family, kind, 0);
    }
  }

  /** Signal 0 only asks whether one may. */
  private static void signalParent() throws Refused {
    try (Kernel kernel = new Kernel(Machine.ofThis())) {
      kernel.call("signal", Call.KILL, kernel.call("parent", Call.GETPPID), 0);
    }
  }
}
