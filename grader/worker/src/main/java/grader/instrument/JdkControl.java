package grader.instrument;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.AccessFlag;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the JDK's own ways to block, wake, start threads and tell the time under control, by
 * retransformation. A thread that is not under control notices nothing. Written for JDK 25; {@link
 * #install} fails loudly where a method is not what it was there.
 */
public final class JdkControl implements ClassFileTransformer {

  private static final ClassDesc CONTROL = ControlledCode.CONTROL;
  private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");
  private static final ClassDesc STATE = ClassDesc.of("java.lang.Thread$State");
  private static final ClassDesc POOL = ClassDesc.of("java.util.concurrent.ForkJoinPool");
  private static final MethodTypeDesc MONITOR = MethodTypeDesc.of(CD_void, CD_Object);
  private static final MethodTypeDesc ORDER =
      MethodTypeDesc.of(CD_void, CD_Object, CD_boolean, CD_boolean);
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";
  private static final byte[] UNCHANGED = {};
  private static final long SALT = 0x5eed_2026L;
  private static final String UNSAFE = "jdk/internal/misc/Unsafe";

  private static final List<String> PACKAGES =
      List.of(
          "java/util/concurrent/",
          "java/util/Timer",
          "java/util/ImmutableCollections",
          "java/util/Hashtable",
          "java/util/Vector",
          "java/util/Stack",
          "java/lang/StringBuffer");
  private static final Set<String> SINGLE =
      Set.of(
          "java/lang/Thread",
          "java/lang/VirtualThread",
          "java/time/Clock",
          "java/time/Clock$SystemClock",
          "java/util/Calendar",
          "java/util/Date",
          "java/util/GregorianCalendar",
          "java/util/TaskQueue",
          "sun/util/locale/provider/CalendarProviderImpl");

  /** Classes of these packages that have none of these words, nor monitors, stay as they are. */
  private static final Set<String> WORDS =
      Set.of(
          "nanoTime",
          "getNanoTimeAdjustment",
          "currentTimeMillis",
          "threadId",
          "SALT32L",
          "park",
          "unpark",
          "onSpinWait",
          "start0",
          "wait",
          "notify",
          "notifyAll",
          "common",
          "ASYNC_POOL");

  private static final List<String> LOCKING =
      List.of(
          "java/util/concurrent/ConcurrentHashMap",
          "java/util/concurrent/CopyOnWrite",
          "java/util/Timer",
          "java/util/Collections$Synchronized");

  /**
   * Their methods are synchronized, and call functions, {@code equals} or {@code toString} of ours.
   * Retransformation cannot make a method unsynchronized: so no thread is left inside.
   */
  private static final List<String> HOLDING =
      List.of(
          "java/util/Hashtable", "java/util/Vector", "java/util/Stack", "java/lang/StringBuffer");

  private static final String SYNCHRONIZED_WRAPPERS = "java/util/Collections$Synchronized";

  /** What happens first in a method of {@code Thread} or {@code VirtualThread}. */
  private static final Map<String, Consumer<CodeBuilder>> PREFIXES =
      Map.ofEntries(
          Map.entry("java/util/Timer.serialNumber()I", JdkControl::timerNumber),
          Map.entry("java/lang/Thread.yield()V", JdkControl::yielded),
          Map.entry("java/lang/Thread.sleepNanos(J)V", JdkControl::slept),
          Map.entry("java/lang/Thread.join(J)V", JdkControl::joined),
          Map.entry("java/lang/Thread.interrupt()V", JdkControl::interrupting),
          Map.entry("java/lang/Thread.alive()Z", JdkControl::alive),
          Map.entry("java/lang/Thread.threadState()Ljava/lang/Thread$State;", JdkControl::state),
          Map.entry("java/lang/VirtualThread.joinNanos(J)Z", JdkControl::joinedVirtual),
          Map.entry("java/lang/VirtualThread.interrupt()V", JdkControl::interruptVirtual),
          Map.entry("java/lang/VirtualThread.getAndClearInterrupt()Z", JdkControl::clearVirtual),
          Map.entry("java/lang/VirtualThread.alive()Z", JdkControl::alive),
          Map.entry("java/lang/VirtualThread.isTerminated()Z", JdkControl::terminated),
          Map.entry(
              "java/lang/VirtualThread.threadState()Ljava/lang/Thread$State;", JdkControl::state));

  private final ClassFile classFile =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofResourceParsing(ClassLoader.getSystemClassLoader())));
  private final Volatiles volatiles = new Volatiles(classFile);
  private final Set<String> prefixesLeft = new java.util.HashSet<>(PREFIXES.keySet());

  private final Rewritten rewritten = Rewritten.kept();

  // Volatile: a class may be loaded, and fail to be rewritten, on any thread.
  private volatile @Nullable Throwable failure;

  private JdkControl() {}

  /**
   * Rewrites what is loaded, and from now on what will be.
   *
   * @throws IllegalStateException if this JDK is not as expected
   */
  public static JdkControl install(Instrumentation instrumentation) {
    JdkControl control = new JdkControl();
    instrumentation.addTransformer(control, true);
    // Only what is loaded can be looked at.
    Class<?> ignored = Timer.class;
    try {
      instrumentation.retransformClasses(
          Stream.of(instrumentation.getAllLoadedClasses())
              .filter(type -> type.getClassLoader() == null && !type.isArray() && !type.isHidden())
              .filter(type -> isConcerned(type.getName().replace('.', '/')))
              .toArray(Class<?>[]::new));
    } catch (UnmodifiableClassException impossible) {
      throw new IllegalStateException(impossible);
    }
    control.requireWhole();
    if (!control.prefixesLeft.isEmpty()) {
      throw new IllegalStateException("this JDK has no " + control.prefixesLeft);
    }
    return control;
  }

  /** Leaves what was rewritten to later workers, if the command wants that. */
  public void keep() {
    rewritten.keep();
  }

  /** Throws if a class could not be put under control. */
  public void requireWhole() {
    if (failure != null) {
      throw new IllegalStateException("a class of the JDK could not be rewritten", failure);
    }
  }

  private static boolean isConcerned(String name) {
    return SINGLE.contains(name)
        || name.startsWith(SYNCHRONIZED_WRAPPERS)
        || startsWithAny(name, PACKAGES);
  }

  /** No stream: it is asked while classes are being loaded, those of streams among them. */
  private static boolean startsWithAny(String name, List<String> prefixes) {
    for (int i = 0; i < prefixes.size(); i++) {
      if (name.startsWith(prefixes.get(i))) {
        return true;
      }
    }
    return false;
  }

  @Override
  @SuppressWarnings("CatchThrowable") // The JVM would swallow it.
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (loader != null || name == null || !isConcerned(name)) {
      return null;
    }
    try {
      return rewritten(name, bytes);
    } catch (Throwable broken) {
      failure = broken;
      return null;
    }
  }

  private byte @Nullable [] rewritten(String name, byte[] bytes) {
    byte @Nullable [] earlier = rewritten.find(name, bytes);
    if (earlier != null) {
      // It was whole when it was made, from the same bytes and by the same rules.
      prefixesLeft.removeIf(signature -> signature.startsWith(name + "."));
      return earlier.length == 0 ? null : earlier;
    }
    byte @Nullable [] now = rewrite(name, bytes);
    rewritten.made(name, bytes, now == null ? UNCHANGED : now);
    return now;
  }

  private byte @Nullable [] rewrite(String name, byte[] bytes) {
    ClassModel model = classFile.parse(bytes);
    if (!locks(name) && !holds(name) && !mentions(model) && !orders(name)) {
      return null;
    }
    return classFile.transformClass(
        model,
        (builder, element) -> {
          if (element instanceof MethodModel method && method.code().isPresent()) {
            builder.transformMethod(
                method, MethodTransform.transformingCode(new ForMethod(name, method)));
          } else {
            builder.with(element);
          }
        });
  }

  private static boolean locks(String name) {
    return startsWithAny(name, LOCKING);
  }

  private static boolean holds(String name) {
    return startsWithAny(name, HOLDING);
  }

  /** Whether its volatile fields and the like order what its callers do. */
  private static boolean orders(String name) {
    return name.startsWith(CONCURRENT);
  }

  private static boolean mentions(ClassModel model) {
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof Utf8Entry text && WORDS.contains(text.stringValue())) {
        return true;
      }
    }
    return false;
  }

  /** The rules for one method. */
  private final class ForMethod implements CodeTransform {
    private final String owner;
    private final String signature;
    private final boolean holding;
    private final OperandStack stack = new OperandStack();
    private @Nullable Label begin;

    ForMethod(String owner, MethodModel method) {
      this.owner = owner;
      this.signature = owner + "." + signature(method);
      this.holding = holds(owner) && method.flags().has(AccessFlag.SYNCHRONIZED);
    }

    @Override
    public void atStart(CodeBuilder code) {
      @Nullable Consumer<CodeBuilder> prefix = PREFIXES.get(signature);
      if (prefix != null) {
        prefix.accept(code);
        prefixesLeft.remove(signature);
      }
      if (holding) {
        code.aload(0).invokestatic(CONTROL, "hold", MONITOR);
        begin = code.newBoundLabel();
      }
    }

    @Override
    public void atEnd(CodeBuilder code) {
      if (begin != null) {
        Label end = code.newBoundLabel();
        code.exceptionCatchAll(begin, end, end);
        code.aload(0).invokestatic(CONTROL, "release", MONITOR).athrow();
      }
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      switch (element) {
        case InvokeInstruction call when isShownId(call) ->
            code.invokestatic(CONTROL, "threadId", MethodTypeDesc.of(CD_long, THREAD));
        case InvokeInstruction call -> {
          String target = call.owner().asInternalName();
          if (orders(owner) && (target.equals(VAR_HANDLE) || target.equals(UNSAFE))) {
            Ordering.announce(call, code, stack);
          }
          call(owner, code, call);
        }
        case ReturnInstruction end when holding ->
            code.aload(0).invokestatic(CONTROL, "release", MONITOR).with(end);
        case MonitorInstruction monitor when holds(owner) -> held(code, monitor);
        case MonitorInstruction monitor when owner.startsWith("java/util/Timer") ->
            timerMonitor(code, monitor);
        case MonitorInstruction monitor when !owner.equals("java/lang/Thread") ->
            monitor(code, monitor);
        case FieldInstruction field -> {
          if (orders(owner) && volatiles.contains(field)) {
            announce(code, field);
          }
          field(code, field);
        }
        default -> code.with(element);
      }
    }

    private void announce(CodeBuilder code, FieldInstruction field) {
      switch (field.opcode()) {
        case GETFIELD ->
            code.dup().loadConstant(1).loadConstant(0).invokestatic(CONTROL, "order", ORDER);
        case PUTFIELD ->
            stack.withReceiver(
                code,
                List.of(field.typeSymbol()),
                () -> code.loadConstant(0).loadConstant(1).invokestatic(CONTROL, "order", ORDER));
        default -> {}
      }
    }

    /**
     * A thread's id is a matter of chance: it must not get into a text, a hash code or a random
     * number.
     */
    private boolean isShownId(InvokeInstruction call) {
      return call.name().equalsString("threadId")
          && (owner.equals("java/util/concurrent/ThreadLocalRandom")
              || signature.equals("java/lang/VirtualThread.hashCode()I")
              || signature.endsWith("Thread.toString()Ljava/lang/String;"));
    }
  }

  private static void held(CodeBuilder code, MonitorInstruction monitor) {
    if (monitor.opcode() == Opcode.MONITORENTER) {
      code.dup().with(monitor).invokestatic(CONTROL, "hold", MONITOR);
    } else {
      code.dup().invokestatic(CONTROL, "release", MONITOR).with(monitor);
    }
  }

  private static String signature(MethodModel method) {
    return method.methodName().stringValue() + method.methodType().stringValue();
  }

  private static void call(String owner, CodeBuilder code, InvokeInstruction call) {
    String target = call.owner().asInternalName();
    String signature = call.name().stringValue() + call.type().stringValue();
    switch (signature) {
      case "nanoTime()J", "currentTimeMillis()J" -> {
        if (target.equals("java/lang/System")) {
          code.invokestatic(CONTROL, call.name().stringValue(), MethodTypeDesc.of(CD_long));
        } else {
          code.with(call);
        }
      }
      case "getNanoTimeAdjustment(J)J" -> timeOfDay(code, call);
      case "park(ZJ)V" -> instead(code, call, target, JdkControl::park);
      case "unpark(Ljava/lang/Object;)V" -> instead(code, call, target, JdkControl::unpark);
      case "isVirtual()Z" -> {
        if (owner.equals("java/util/concurrent/locks/LockSupport")) {
          code.invokestatic(CONTROL, "isVirtual", MethodTypeDesc.of(CD_boolean, THREAD));
        } else {
          code.with(call);
        }
      }
      case "onSpinWait()V" ->
          code.invokestatic(CONTROL, "onSpinInside", MethodTypeDesc.of(CD_void));
      case "start0()V", "externalSubmitRunContinuationOrThrow()V" -> start(code, call);
      case "wait()V" -> code.invokestatic(CONTROL, "await", MethodTypeDesc.of(CD_void, CD_Object));
      case "wait(J)V" ->
          code.loadConstant(0)
              .invokestatic(
                  CONTROL, "await", MethodTypeDesc.of(CD_void, CD_Object, CD_long, CD_int));
      case "wait(JI)V" ->
          code.loadConstant(0)
              .invokestatic(
                  CONTROL, "await", MethodTypeDesc.of(CD_void, CD_Object, CD_long, CD_int, CD_int));
      case "notify()V" ->
          code.invokestatic(CONTROL, "signal", MethodTypeDesc.of(CD_void, CD_Object));
      case "notifyAll()V" ->
          code.invokestatic(CONTROL, "signalAll", MethodTypeDesc.of(CD_void, CD_Object));
      default -> code.with(call);
    }
  }

  private static void instead(
      CodeBuilder code, InvokeInstruction call, String target, Consumer<InstructionPair> rule) {
    if (target.equals(UNSAFE)) {
      rule.accept(new InstructionPair(code, call));
    } else {
      code.with(call);
    }
  }

  private record InstructionPair(CodeBuilder code, InvokeInstruction call) {}

  private static void park(InstructionPair pair) {
    CodeBuilder code = pair.code();
    Label real = code.newLabel();
    Label end = code.newLabel();
    code.invokestatic(CONTROL, "isControlled", MethodTypeDesc.of(CD_boolean))
        .ifeq(real)
        .invokestatic(CONTROL, "park", MethodTypeDesc.of(CD_void, CD_Object, CD_boolean, CD_long))
        .goto_(end)
        .labelBinding(real)
        .with(pair.call())
        .labelBinding(end);
  }

  private static void timeOfDay(CodeBuilder code, InvokeInstruction call) {
    Label real = code.newLabel();
    Label end = code.newLabel();
    code.invokestatic(CONTROL, "isControlled", MethodTypeDesc.of(CD_boolean))
        .ifeq(real)
        .invokestatic(CONTROL, "nanosAfter", MethodTypeDesc.of(CD_long, CD_long))
        .goto_(end)
        .labelBinding(real)
        .with(call)
        .labelBinding(end);
  }

  private static void unpark(InstructionPair pair) {
    CodeBuilder code = pair.code();
    Label real = code.newLabel();
    Label end = code.newLabel();
    code.dup()
        .invokestatic(CONTROL, "owns", MethodTypeDesc.of(CD_boolean, CD_Object))
        .ifeq(real)
        .invokestatic(CONTROL, "unpark", MethodTypeDesc.of(CD_void, CD_Object, CD_Object))
        .goto_(end)
        .labelBinding(real)
        .with(pair.call())
        .labelBinding(end);
  }

  private static void start(CodeBuilder code, InvokeInstruction call) {
    Label real = code.newLabel();
    Label end = code.newLabel();
    code.dup()
        .invokestatic(CONTROL, "start", MethodTypeDesc.of(CD_boolean, THREAD))
        .ifeq(real)
        .pop()
        .goto_(end)
        .labelBinding(real)
        .with(call)
        .labelBinding(end);
  }

  /**
   * The model tells who must wait; then the real monitor is free. It is kept because threads
   * outside of control use the same classes.
   */
  private static void monitor(CodeBuilder code, MonitorInstruction monitor) {
    MethodTypeDesc type = MethodTypeDesc.of(CD_void, CD_Object);
    if (monitor.opcode() == Opcode.MONITORENTER) {
      code.dup().invokestatic(CONTROL, "enterInside", type).with(monitor);
    } else {
      code.dup().with(monitor).invokestatic(CONTROL, "exitInside", type);
    }
  }

  /** A timer waits inside its monitor: so the real one must go. Nothing else here uses timers. */
  private static void timerMonitor(CodeBuilder code, MonitorInstruction monitor) {
    String hook = monitor.opcode() == Opcode.MONITORENTER ? "enterInside" : "exitInside";
    code.invokestatic(CONTROL, hook, MethodTypeDesc.of(CD_void, CD_Object));
  }

  private static void field(CodeBuilder code, FieldInstruction field) {
    if (isField(field, "java/util/ImmutableCollections", "SALT32L")
        && field.opcode() == Opcode.GETSTATIC) {
      // It is drawn anew in each JVM, and decides about the order of Set.of and Map.of.
      code.loadConstant(SALT);
      return;
    }
    if (isField(field, "java/util/ImmutableCollections", "REVERSE")
        && field.opcode() == Opcode.GETSTATIC) {
      code.loadConstant(0);
      return;
    }
    code.with(field);
    boolean pool =
        field.opcode() == Opcode.GETSTATIC
            && (isField(field, "java/util/concurrent/ForkJoinPool", "common")
                || isField(field, "java/util/concurrent/CompletableFuture", "ASYNC_POOL")
                || isField(field, "java/util/concurrent/SubmissionPublisher", "ASYNC_POOL"));
    if (pool) {
      code.invokestatic(CONTROL, "pool", MethodTypeDesc.of(CD_Object, CD_Object));
      code.checkcast(
          field.name().equalsString("common")
              ? POOL
              : ClassDesc.ofDescriptor(field.type().stringValue()));
    }
  }

  private static boolean isField(FieldInstruction field, String owner, String name) {
    return field.owner().asInternalName().equals(owner) && field.name().equalsString(name);
  }

  private static void yielded(CodeBuilder code) {
    code.invokestatic(CONTROL, "yielded", MethodTypeDesc.of(CD_boolean));
    code.ifThen(done -> done.return_());
  }

  private static void slept(CodeBuilder code) {
    code.lload(0).invokestatic(CONTROL, "slept", MethodTypeDesc.of(CD_boolean, CD_long));
    code.ifThen(done -> done.return_());
  }

  private static void joined(CodeBuilder code) {
    code.aload(0).lload(1);
    code.invokestatic(CONTROL, "joined", MethodTypeDesc.of(CD_boolean, THREAD, CD_long));
    code.ifThen(done -> done.return_());
  }

  private static void interrupting(CodeBuilder code) {
    code.aload(0).invokestatic(CONTROL, "interrupting", MethodTypeDesc.of(CD_void, THREAD));
  }

  private static void alive(CodeBuilder code) {
    ifKnown(code, "alive", done -> done.ireturn());
  }

  private static void terminated(CodeBuilder code) {
    ifKnown(code, "alive", done -> done.loadConstant(1).ixor().ireturn());
  }

  private static void state(CodeBuilder code) {
    int known = code.allocateLocal(TypeKind.REFERENCE);
    code.aload(0).invokestatic(CONTROL, "state", MethodTypeDesc.of(STATE, THREAD));
    code.dup().astore(known);
    code.ifThen(Opcode.IFNONNULL, done -> done.aload(known).areturn());
  }

  private static void joinedVirtual(CodeBuilder code) {
    int known = code.allocateLocal(TypeKind.INT);
    code.aload(0).lload(1);
    code.invokestatic(CONTROL, "joinedVirtual", MethodTypeDesc.of(CD_int, THREAD, CD_long));
    code.dup().istore(known);
    code.ifThen(Opcode.IFGE, done -> done.iload(known).ireturn());
  }

  private static void timerNumber(CodeBuilder code) {
    int number = code.allocateLocal(TypeKind.INT);
    code.invokestatic(CONTROL, "timerNumber", MethodTypeDesc.of(CD_int)).dup().istore(number);
    code.ifThen(Opcode.IFGE, done -> done.iload(number).ireturn());
  }

  private static void interruptVirtual(CodeBuilder code) {
    ifOwned(
        code,
        done -> {
          interrupting(done);
          done.aload(0).loadConstant(1);
          done.putfield(ClassDesc.of("java.lang.VirtualThread"), "interrupted", CD_boolean);
          done.return_();
        });
  }

  private static void clearVirtual(CodeBuilder code) {
    ClassDesc virtual = ClassDesc.of("java.lang.VirtualThread");
    ifOwned(
        code,
        done -> {
          done.aload(0).getfield(virtual, "interrupted", CD_boolean);
          done.aload(0).loadConstant(0).putfield(virtual, "interrupted", CD_boolean);
          done.ireturn();
        });
  }

  private static void ifOwned(CodeBuilder code, Consumer<CodeBuilder> then) {
    code.aload(0).invokestatic(CONTROL, "owns", MethodTypeDesc.of(CD_boolean, CD_Object));
    code.ifThen(then::accept);
  }

  private static void ifKnown(CodeBuilder code, String question, Consumer<CodeBuilder> then) {
    int known = code.allocateLocal(TypeKind.INT);
    code.aload(0).invokestatic(CONTROL, question, MethodTypeDesc.of(CD_int, THREAD));
    code.dup().istore(known);
    code.ifThen(
        Opcode.IFGE,
        done -> {
          done.iload(known);
          then.accept(done);
        });
  }
}
