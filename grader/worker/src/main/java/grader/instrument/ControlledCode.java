package grader.instrument;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import grader.instrument.Site.Kind;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rewrites the code of one method. */
final class ControlledCode implements CodeTransform {

  static final ClassDesc CONTROL = ClassDesc.of("grader.boot.Control");

  private static final ClassDesc RANDOM = ClassDesc.of("java.util.Random");
  private static final MethodTypeDesc POINT = MethodTypeDesc.of(CD_void, CD_int);
  private static final MethodTypeDesc ACCESS = MethodTypeDesc.of(CD_void, CD_Object, CD_int);
  private static final MethodTypeDesc ELEMENT =
      MethodTypeDesc.of(CD_void, CD_Object, CD_int, CD_int);
  private static final MethodTypeDesc MONITOR = MethodTypeDesc.of(CD_void, CD_Object);
  private static final MethodTypeDesc THREAD = MethodTypeDesc.of(CD_void, CD_Object);

  private static final MethodTypeDesc USE =
      MethodTypeDesc.of(CD_void, CD_Object, CD_boolean, CD_int);
  private static final MethodTypeDesc UNORDERED = MethodTypeDesc.of(CD_void, CD_boolean);
  private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";
  private static final String CONDITION = "java/util/concurrent/locks/Condition";
  private static final ClassDesc CD_CONDITION =
      ClassDesc.of("java.util.concurrent.locks.Condition");

  /** Waits of a condition for some time; what stands in for them takes the site as well. */
  private static final Map<String, MethodTypeDesc> TIMED =
      Map.of(
          "awaitNanos(J)J",
          MethodTypeDesc.of(CD_long, CD_CONDITION, CD_long, CD_int),
          "await(JLjava/util/concurrent/TimeUnit;)Z",
          MethodTypeDesc.of(
              CD_boolean,
              CD_CONDITION,
              CD_long,
              ClassDesc.of("java.util.concurrent.TimeUnit"),
              CD_int));

  /** Counts for the tests, atomically: that must not order what the submission leaves unordered. */
  private static final String GAUGE = "grader/testkit/Gauge";

  private static final List<String> SHARED =
      List.of("java/util/", "java/lang/StringBuffer", "java/lang/Thread", VAR_HANDLE, GAUGE);
  private static final List<String> NEVER_SHARED =
      List.of(
          "java/util/function/",
          "java/util/stream/",
          "java/util/Objects",
          "java/util/Optional",
          "java/util/concurrent/TimeUnit");
  private static final Set<String> UNSEEDED =
      Set.of("java/util/Random", "java/util/SplittableRandom");

  private final ClassDesc owner;
  private final MethodModel method;
  private final String file;
  private final OwnClasses own;
  private final Sites sites;
  private final boolean locks;
  private final boolean isStatic;
  private final Set<Integer> comparisons;
  private final OperandStack stack = new OperandStack();

  // Of the method that is being rewritten.
  private int line;
  private int fields;
  private int monitorSlot;
  private int unfinished;
  private boolean constructed;
  private @Nullable Label begin;

  ControlledCode(ClassDesc owner, MethodModel method, String file, OwnClasses own, Sites sites) {
    this.owner = owner;
    this.method = method;
    this.file = file;
    this.own = own;
    this.sites = sites;
    this.locks = method.flags().has(AccessFlag.SYNCHRONIZED);
    this.isStatic = method.flags().has(AccessFlag.STATIC);
    this.comparisons = SelfComparisons.in(method);
    this.constructed = !method.methodName().equalsString("<init>");
    this.line = firstLine(method);
  }

  private static int firstLine(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementStream())
        .filter(LineNumber.class::isInstance)
        .mapToInt(number -> ((LineNumber) number).line())
        .findFirst()
        .orElse(0);
  }

  @Override
  public void atStart(CodeBuilder code) {
    fields = 0;
    if (locks) {
      if (line > 0) {
        code.lineNumber(line);
      }
      monitorSlot = code.allocateLocal(TypeKind.REFERENCE);
      if (isStatic) {
        code.loadConstant(owner);
      } else {
        code.aload(0);
      }
      code.dup().astore(monitorSlot);
      code.loadConstant(site(Kind.ENTER, "synchronized")).invokestatic(CONTROL, "enter", ACCESS);
      begin = code.newLabel();
      code.labelBinding(begin);
    }
  }

  @Override
  public void atEnd(CodeBuilder code) {
    if (begin != null) {
      Label end = code.newBoundLabel();
      code.exceptionCatchAll(begin, end, end);
      code.aload(monitorSlot).invokestatic(CONTROL, "exit", MONITOR).athrow();
    }
  }

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    switch (element) {
      case LineNumber number -> {
        line = number.line();
        code.with(number);
      }
      case FieldInstruction field -> access(code, field);
      case ArrayLoadInstruction load -> {
        code.dup2().loadConstant(site(Kind.READ_ELEMENT, "[]"));
        code.invokestatic(CONTROL, "element", ELEMENT).with(load);
      }
      case ArrayStoreInstruction store -> store(code, store);
      case MonitorInstruction monitor -> monitor(code, monitor);
      case InvokeInstruction call -> call(code, call);
      case InvokeDynamicInstruction dynamic -> dynamic(code, dynamic);
      case NewObjectInstruction created -> {
        unfinished++;
        code.with(created);
      }
      case ReturnInstruction end when locks -> {
        code.aload(monitorSlot).invokestatic(CONTROL, "exit", MONITOR).with(end);
      }
      case ReturnInstruction end when method.methodName().equalsString("<clinit>") ->
          code.invokestatic(CONTROL, "initialised", MethodTypeDesc.of(CD_void)).with(end);
      default -> code.with(element);
    }
  }

  private void access(CodeBuilder code, FieldInstruction field) {
    if (field.opcode() == Opcode.GETSTATIC && own.declares(field.owner().asInternalName())) {
      code.invokestatic(CONTROL, "usesInitialised", MethodTypeDesc.of(CD_void));
    }
    Kind read = comparisons.contains(fields++) ? Kind.LOOK : Kind.READ;
    if (constructed) {
      own.changing(field.owner().asInternalName(), field.name().stringValue())
          .ifPresent(declared -> point(code, field, declared, read));
    }
    code.with(field);
  }

  private void point(
      CodeBuilder code, FieldInstruction field, OwnClasses.Declared declared, Kind read) {
    boolean writes = field.opcode() == Opcode.PUTFIELD || field.opcode() == Opcode.PUTSTATIC;
    if (writes && isThread(declared.field())) {
      code.dup().invokestatic(CONTROL, "writes", THREAD);
    }
    switch (field.opcode()) {
      case GETFIELD ->
          code.dup().loadConstant(site(read, declared)).invokestatic(CONTROL, "access", ACCESS);
      case PUTFIELD -> {
        if (TypeKind.from(field.typeSymbol()).slotSize() == 1) {
          code.dup2().pop();
        } else {
          code.dup2_x1().pop2().dup_x2();
        }
        code.loadConstant(site(Kind.WRITE, declared)).invokestatic(CONTROL, "access", ACCESS);
      }
      case GETSTATIC ->
          code.loadConstant(site(read, declared)).invokestatic(CONTROL, "call", POINT);
      default -> code.loadConstant(site(Kind.WRITE, declared)).invokestatic(CONTROL, "call", POINT);
    }
  }

  /** Array, index and value lie on the stack; array and index are wanted, in this order. */
  private void store(CodeBuilder code, ArrayStoreInstruction store) {
    if (store.typeKind().slotSize() == 1) {
      code.dup_x2().pop().dup2_x1();
    } else {
      code.dup2_x2().pop2().dup2_x2();
    }
    code.loadConstant(site(Kind.WRITE_ELEMENT, "[]")).invokestatic(CONTROL, "element", ELEMENT);
    code.with(store);
  }

  private void monitor(CodeBuilder code, MonitorInstruction monitor) {
    if (monitor.opcode() == Opcode.MONITORENTER) {
      code.loadConstant(site(Kind.ENTER, "synchronized")).invokestatic(CONTROL, "enter", ACCESS);
    } else {
      code.invokestatic(CONTROL, "exit", MONITOR);
    }
  }

  private void call(CodeBuilder code, InvokeInstruction call) {
    String name = call.name().stringValue();
    String type = call.type().stringValue();
    if (name.equals("<init>")) {
      construct(code, call);
      return;
    }
    String reached = own.reachedBy(call.owner().asInternalName(), name, type);
    @Nullable Replaced stand = Replaced.find(reached, name, type);
    if (stand != null) {
      Kind kind = name.equals("onSpinWait") ? Kind.SPIN : Kind.CALL;
      if (stand.takesSite()) {
        code.loadConstant(site(kind, name));
      }
      code.invokestatic(CONTROL, stand.name(), stand.typeAtSite());
    } else if (name.equals("shuffle") && type.equals("(Ljava/util/List;)V")) {
      code.invokestatic(CONTROL, "random", MethodTypeDesc.of(RANDOM));
      code.invokestatic(
          ClassDesc.of("java.util.Collections"),
          name,
          MethodTypeDesc.of(CD_void, ClassDesc.of("java.util.List"), RANDOM));
    } else {
      plainCall(code, call, reached, name);
    }
  }

  private void plainCall(CodeBuilder code, InvokeInstruction call, String reached, String name) {
    if (SHARED.stream().noneMatch(reached::startsWith)
        || NEVER_SHARED.stream().anyMatch(reached::startsWith)) {
      code.with(call);
      return;
    }
    int site = site(Kind.CALL, simple(reached) + "." + name);
    String type = call.type().stringValue();
    if (CollectionUse.isUse(reached, call)) {
      boolean changes = CollectionUse.changes(name);
      stack.withReceiver(
          code,
          call.typeSymbol().parameterList(),
          () ->
              code.loadConstant(changes ? 1 : 0)
                  .loadConstant(site)
                  .invokestatic(CONTROL, "use", USE));
    } else {
      code.loadConstant(site).invokestatic(CONTROL, "call", POINT);
    }
    if (reached.equals(VAR_HANDLE)) {
      Ordering.announce(call, code, stack, site);
    }
    if (reached.equals(GAUGE)) {
      code.loadConstant(1).invokestatic(CONTROL, "unordered", UNORDERED);
    }
    if (name.startsWith("weakCompareAndSet")) {
      weak(code, call, site);
    } else if (name.equals("compareAndSet")) {
      swap(code, call);
    } else if (reached.equals(CONDITION) && name.equals("await") && type.equals("()V")) {
      await(code, call, site);
    } else if (reached.equals(CONDITION) && TIMED.containsKey(name + type)) {
      code.loadConstant(site).invokestatic(CONTROL, name, TIMED.get(name + type));
    } else {
      code.with(call);
    }
    if (reached.equals(GAUGE)) {
      code.loadConstant(0).invokestatic(CONTROL, "unordered", UNORDERED);
    }
  }

  /** It may end without reason, as its Javadoc allows: then it is a wait of the shortest time. */
  private static void await(CodeBuilder code, InvokeInstruction call, int site) {
    Label wakes = code.newLabel();
    Label end = code.newLabel();
    code.loadConstant(site)
        .invokestatic(CONTROL, "wakesSpuriously", MethodTypeDesc.of(CD_boolean, CD_int))
        .ifne(wakes)
        .with(call)
        .goto_(end)
        .labelBinding(wakes)
        .lconst_1()
        .invokeinterface(call.owner().asSymbol(), "awaitNanos", MethodTypeDesc.of(CD_long, CD_long))
        .pop2()
        .labelBinding(end);
  }

  /** It may fail without reason: then its arguments are dropped, and the answer is false. */
  private static void weak(CodeBuilder code, InvokeInstruction call, int site) {
    Label fails = code.newLabel();
    Label end = code.newLabel();
    code.loadConstant(site)
        .invokestatic(CONTROL, "failsSpuriously", MethodTypeDesc.of(CD_boolean, CD_int))
        .ifne(fails);
    swap(code, call);
    code.goto_(end).labelBinding(fails);
    List<ClassDesc> arguments = call.typeSymbol().parameterList();
    for (ClassDesc argument : arguments.reversed()) {
      if (TypeKind.from(argument).slotSize() == 2) {
        code.pop2();
      } else {
        code.pop();
      }
    }
    code.pop().iconst_0().labelBinding(end);
  }

  private static void swap(CodeBuilder code, InvokeInstruction call) {
    code.with(call);
    if (call.owner().asInternalName().equals(VAR_HANDLE)) {
      code.dup().invokestatic(CONTROL, "swapped", MethodTypeDesc.of(CD_void, CD_boolean));
    }
  }

  private void construct(CodeBuilder code, InvokeInstruction call) {
    if (UNSEEDED.contains(call.owner().asInternalName()) && call.type().equalsString("()V")) {
      code.invokestatic(CONTROL, "seed", MethodTypeDesc.of(CD_long));
      code.invokespecial(call.owner().asSymbol(), "<init>", MethodTypeDesc.of(CD_void, CD_long));
    } else {
      code.with(call);
    }
    if (unfinished > 0) {
      unfinished--;
    } else {
      constructed = true;
    }
  }

  /** A method reference to something that {@code Control} stands in for. */
  private void dynamic(CodeBuilder code, InvokeDynamicInstruction dynamic) {
    List<ConstantDesc> arguments = dynamic.bootstrapArgs();
    ConstantDesc[] replaced = arguments.stream().map(this::replaced).toArray(ConstantDesc[]::new);
    if (Arrays.asList(replaced).equals(arguments)) {
      code.with(dynamic);
    } else {
      code.invokedynamic(
          DynamicCallSiteDesc.of(
              dynamic.bootstrapMethod(),
              dynamic.name().stringValue(),
              dynamic.typeSymbol(),
              replaced));
    }
  }

  private ConstantDesc replaced(ConstantDesc argument) {
    if (argument instanceof DirectMethodHandleDesc handle) {
      String target = descriptor(handle.owner());
      String type = handle.lookupDescriptor();
      String reached = own.reachedBy(target, handle.methodName(), type);
      @Nullable Replaced stand = Replaced.find(reached, handle.methodName(), type);
      if (stand != null) {
        return MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC, CONTROL, stand.name(), stand.type());
      }
    }
    return argument;
  }

  private int site(Kind kind, OwnClasses.Declared declared) {
    FieldModel field = declared.field();
    Variable variable =
        sites.variable(
            declared.owner(),
            field.fieldName().stringValue(),
            field.flags().has(AccessFlag.VOLATILE),
            own.publishes(field),
            isThread(field));
    return site(kind, variable.name(), variable);
  }

  private static boolean isThread(FieldModel field) {
    return field.fieldType().equalsString("Ljava/lang/Thread;");
  }

  private int site(Kind kind, String what) {
    return site(kind, what, Variable.NONE);
  }

  private int site(Kind kind, String what, Variable variable) {
    String where = simple(descriptor(owner)) + "." + method.methodName().stringValue();
    return sites.add(new Site(kind, file, line, where, what, variable));
  }

  private static String descriptor(ClassDesc type) {
    String descriptor = type.descriptorString();
    return type.isArray() ? descriptor : descriptor.substring(1, descriptor.length() - 1);
  }

  private static String simple(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1);
  }
}
