package bench.lincheck;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandles;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * Runs a program under Lincheck.
 *
 * <p>{@code speed PROGRAM WARM-SECONDS SECONDS} or {@code search PROGRAM INVOCATIONS}; prints one
 * line that the comparison reads.
 */
public final class Runner {

  private static final String OBJECT = "java/lang/Object";
  private static final String RUNNABLE = "java/lang/Runnable";
  private static final int FIRST_INVOCATIONS = 200;

  private static final double LONG_ENOUGH = 0.6;

  // Lincheck resets what its tests change, so a counter of our own would not count.
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Runner() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    if (arguments[1].startsWith("bench.histories.")) {
      HistoryRunner.main(arguments);
    } else {
      runBlock(arguments);
    }
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static void runBlock(String[] arguments) throws ReflectiveOperationException {
    Runnable block = block(arguments[1]);
    if (arguments[0].equals("speed")) {
      speed(block, Long.parseLong(arguments[2]), Long.parseLong(arguments[3]));
    } else {
      search(block, Integer.parseInt(arguments[2]));
    }
  }

  /**
   * A class of its own that makes the program and runs it, as one would write it by hand. Through a
   * captured reference, or by reflection, Lincheck would not see into the program.
   */
  private static Runnable block(String program) throws ReflectiveOperationException {
    String type = program.replace('.', '/');
    ClassWriter writer = new ClassWriter(0);
    writer.visit(V17, ACC_PUBLIC, "bench/lincheck/Block", null, OBJECT, new String[] {RUNNABLE});
    MethodVisitor maker = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    maker.visitVarInsn(ALOAD, 0);
    maker.visitMethodInsn(INVOKESPECIAL, OBJECT, "<init>", "()V", false);
    maker.visitInsn(RETURN);
    maker.visitMaxs(1, 1);
    MethodVisitor run = writer.visitMethod(ACC_PUBLIC, "run", "()V", null, null);
    run.visitTypeInsn(NEW, type);
    run.visitInsn(DUP);
    run.visitMethodInsn(INVOKESPECIAL, type, "<init>", "()V", false);
    run.visitMethodInsn(INVOKEVIRTUAL, type, "run", "()V", false);
    run.visitInsn(RETURN);
    run.visitMaxs(2, 1);
    Class<?> block = MethodHandles.lookup().defineClass(writer.toByteArray());
    return (Runnable) block.getDeclaredConstructor().newInstance();
  }

  /** Invocations double until they take long enough; only the last call counts. */
  private static void speed(Runnable block, long warmSeconds, long seconds) {
    long start = System.nanoTime();
    int invocations = FIRST_INVOCATIONS;
    while (true) {
      boolean warm = System.nanoTime() - start > warmSeconds * 1e9;
      long threadsBefore = THREADS.getTotalStartedThreadCount();
      long before = System.nanoTime();
      Lincheck.runConcurrentTest(invocations, block);
      double took = (System.nanoTime() - before) / 1e9;
      long threads = THREADS.getTotalStartedThreadCount() - threadsBefore;
      if (warm && took > seconds * LONG_ENOUGH) {
        System.out.println("RATE " + (double) threads / threadsOf(block) / took);
        return;
      }
      double wanted = warm ? invocations / took * seconds : 2.0 * invocations;
      invocations = (int) Math.max(invocations, wanted);
    }
  }

  private static long threadsOf(Runnable block) {
    long before = THREADS.getTotalStartedThreadCount();
    block.run();
    return THREADS.getTotalStartedThreadCount() - before;
  }

  private static void search(Runnable block, int invocations) {
    try {
      Lincheck.runConcurrentTest(invocations, block);
      System.out.println("NOTHING " + invocations + " " + millis());
    } catch (LincheckAssertionError found) {
      System.out.println("FOUND ?" + " " + millis() + " " + firstLine(found));
    }
  }

  static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage())
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("");
  }

  static long millis() {
    return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
  }
}
