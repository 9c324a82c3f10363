package grader.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the {@link Probe} must not reach: a file, a TCP port and a Unix socket, which are there as
 * long as this is open. Who is not kept from them reaches them, so a failure is a denial.
 */
public final class Trap implements AutoCloseable {

  private final Path folder;
  private final Path secret;
  private final Path socket;
  private final ServerSocket port;
  private final ServerSocketChannel listener;

  /**
   * Sets it up, in the folder for temporary files.
   *
   * @throws IOException if that is not possible
   */
  public Trap() throws IOException {
    folder = Files.createTempDirectory("grader-trap");
    secret = Files.writeString(folder.resolve("secret"), "secret");
    socket = folder.resolve("socket");
    port = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listener.bind(UnixDomainSocketAddress.of(socket));
  }

  /** Arguments for the probe, which also tries to write in these folders. */
  public List<String> arguments(List<Path> folders) {
    List<String> arguments =
        new ArrayList<>(
            List.of(secret.toString(), Integer.toString(port.getLocalPort()), socket.toString()));
    arguments.add(folder.toString());
    folders.forEach(one -> arguments.add(one.toString()));
    return arguments;
  }

  @Override
  public void close() throws IOException {
    port.close();
    listener.close();
    Files.deleteIfExists(socket);
    Files.deleteIfExists(secret);
    Files.deleteIfExists(folder);
  }
}
