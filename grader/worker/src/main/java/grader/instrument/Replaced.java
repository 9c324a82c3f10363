package grader.instrument;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Methods of the JDK that a static method of {@code Control} stands in for, where the submission or
 * a test calls them.
 *
 * @param type the stand-in's type, without the site
 * @param takesSite whether the stand-in's last parameter is the site
 */
record Replaced(String name, MethodTypeDesc type, boolean takesSite) {

  private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");
  private static final ClassDesc UUID = ClassDesc.of("java.util.UUID");

  /** Final methods of Object: the name and type are enough. */
  private static final Map<String, Replaced> MONITOR =
      Map.of(
          "wait()V", at("await", MethodTypeDesc.of(CD_void, CD_Object)),
          "wait(J)V", at("await", MethodTypeDesc.of(CD_void, CD_Object, CD_long)),
          "wait(JI)V", at("await", MethodTypeDesc.of(CD_void, CD_Object, CD_long, CD_int)),
          "notify()V", at("signal", MethodTypeDesc.of(CD_void, CD_Object)),
          "notifyAll()V", at("signalAll", MethodTypeDesc.of(CD_void, CD_Object)));

  private static final ClassDesc GENERATOR = ClassDesc.of("java.util.random.RandomGenerator");
  private static final ClassDesc FACTORY = ClassDesc.of("java.util.random.RandomGeneratorFactory");

  private static final Map<String, Replaced> GENERATORS =
      Map.of(
          "java/lang/StrictMath.random()D",
          of("mathRandom", MethodTypeDesc.of(CD_double)),
          "java/util/random/RandomGenerator.getDefault()Ljava/util/random/RandomGenerator;",
          of("generator", MethodTypeDesc.of(GENERATOR)),
          "java/util/random/RandomGenerator.of(Ljava/lang/String;)"
              + "Ljava/util/random/RandomGenerator;",
          of("generator", MethodTypeDesc.of(GENERATOR, CD_String)),
          "java/util/random/RandomGeneratorFactory.create()Ljava/util/random/RandomGenerator;",
          of("create", MethodTypeDesc.of(GENERATOR, FACTORY)));

  private static final Map<String, Replaced> OTHERS =
      Map.of(
          "java/lang/Thread.holdsLock(Ljava/lang/Object;)Z",
          of("holdsLock", MethodTypeDesc.of(CD_boolean, CD_Object)),
          "java/lang/Thread.onSpinWait()V",
          at("onSpinWait", MethodTypeDesc.of(CD_void)),
          "java/lang/Thread.threadId()J",
          of("threadId", MethodTypeDesc.of(CD_long, THREAD)),
          "java/lang/Thread.getId()J",
          of("threadId", MethodTypeDesc.of(CD_long, THREAD)),
          "java/lang/System.nanoTime()J",
          of("nanoTime", MethodTypeDesc.of(CD_long)),
          "java/lang/System.currentTimeMillis()J",
          of("currentTimeMillis", MethodTypeDesc.of(CD_long)),
          "java/lang/Math.random()D",
          of("mathRandom", MethodTypeDesc.of(CD_double)),
          "java/util/UUID.randomUUID()Ljava/util/UUID;",
          of("randomUuid", MethodTypeDesc.of(UUID)));

  /** The stand-in for this method, or null. */
  static @Nullable Replaced find(String owner, String name, String type) {
    @Nullable Replaced monitor = MONITOR.get(name + type);
    if (monitor != null) {
      return monitor;
    }
    String method = owner + "." + name + type;
    @Nullable Replaced generator = GENERATORS.get(method);
    return generator != null ? generator : OTHERS.get(method);
  }

  /** The stand-in's type where a site is at hand. */
  MethodTypeDesc typeAtSite() {
    return takesSite ? type.insertParameterTypes(type.parameterCount(), CD_int) : type;
  }

  private static Replaced at(String name, MethodTypeDesc type) {
    return new Replaced(name, type, true);
  }

  private static Replaced of(String name, MethodTypeDesc type) {
    return new Replaced(name, type, false);
  }
}
