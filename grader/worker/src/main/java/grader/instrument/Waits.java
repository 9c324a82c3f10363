package grader.instrument;

import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which calls wait, and which hook stands in for those without a time limit. */
final class Waits {

  private static final ClassDesc CONDITION = ClassDesc.of("java.util.concurrent.locks.Condition");
  private static final String LOCK_SUPPORT = "java/util/concurrent/locks/LockSupport.";

  private static final Map<String, MethodTypeDesc> UNTIMED =
      Map.of(
          "java/util/concurrent/locks/Condition.await()V",
          takes(CONDITION),
          LOCK_SUPPORT + "park()V",
          MethodTypeDesc.of(ConstantDescs.CD_void),
          LOCK_SUPPORT + "park(Ljava/lang/Object;)V",
          takes(ConstantDescs.CD_Object));

  private static final Set<String> TIMED =
      Set.of(
          "java/lang/Thread.sleep",
          "java/util/concurrent/TimeUnit.sleep",
          "java/util/concurrent/TimeUnit.timedWait",
          "java/util/concurrent/locks/Condition.await",
          "java/util/concurrent/locks/Condition.awaitNanos",
          "java/util/concurrent/locks/Condition.awaitUntil",
          LOCK_SUPPORT + "parkNanos",
          LOCK_SUPPORT + "parkUntil");

  private Waits() {}

  /** The type of the hook that replaces this call, or null if it stays. */
  static @Nullable MethodTypeDesc replacement(InvokeInstruction call) {
    if (isMonitorMethod(call) && signature(call).equals("wait()V")) {
      return takes(ConstantDescs.CD_Object);
    }
    return UNTIMED.get(owner(call) + "." + signature(call));
  }

  static String hookName(InvokeInstruction call) {
    return call.name().equalsString("park") ? "park" : "await";
  }

  static boolean isTimed(InvokeInstruction call) {
    return TIMED.contains(owner(call) + "." + call.name().stringValue())
        || (isMonitorMethod(call) && call.name().equalsString("wait"));
  }

  /** Whether this is wait, notify or notifyAll: they are final, so the name and parameters tell. */
  static boolean isMonitorMethod(InvokeInstruction call) {
    return switch (signature(call)) {
      case "wait()V", "wait(J)V", "wait(JI)V", "notify()V", "notifyAll()V" -> true;
      default -> false;
    };
  }

  private static String owner(InvokeInstruction call) {
    return call.owner().asInternalName();
  }

  private static String signature(InvokeInstruction call) {
    return call.name().stringValue() + call.type().stringValue();
  }

  private static MethodTypeDesc takes(ClassDesc type) {
    return MethodTypeDesc.of(ConstantDescs.CD_void, type);
  }
}
