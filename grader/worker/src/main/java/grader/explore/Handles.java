package grader.explore;

import grader.instrument.Site;
import grader.instrument.Sites;
import grader.instrument.Variable;
import java.lang.constant.ClassDesc;
import java.lang.invoke.VarHandle;
import java.lang.invoke.VarHandle.VarHandleDesc;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which fields the handles of the submission stand for. For one thread. */
@SuppressWarnings("ReferenceEquality") // Which handle, not which value.
final class Handles {

  private final Sites sites;
  private final Map<Integer, Access> last = new HashMap<>();

  Handles(Sites sites) {
    this.sites = sites;
  }

  /**
   * An access to a field.
   *
   * @param site where it happens, as if the field had been accessed without the handle; null if
   *     nobody does that with the field, or it is volatile
   * @param plain as if there were no handle
   * @param confirms tells whether what the thread has read before is still there
   * @param maySwap whether it writes is known only after it
   */
  record Access(
      Object handle,
      @Nullable Site site,
      boolean plain,
      boolean reads,
      boolean writes,
      boolean confirms,
      boolean maySwap) {}

  /** What this handle does at this site; null if it cannot be part of a data race. */
  @Nullable Access at(Object handle, int site) {
    Access known = last.get(site);
    if (known == null || known.handle() != handle) {
      known = access((VarHandle) handle, sites.at(site));
      last.put(site, known);
    }
    return known.site() == null ? null : known;
  }

  private Access access(VarHandle handle, Site call) {
    String method = call.what().substring(call.what().indexOf('.') + 1);
    boolean confirms = method.startsWith("compareAnd") || method.startsWith("weakCompareAnd");
    boolean writes = confirms || method.startsWith("getAnd") || method.startsWith("set");
    return new Access(
        handle,
        variable(handle)
            .filter(variable -> !variable.isVolatile())
            .map(variable -> as(variable, call, writes))
            .orElse(null),
        method.equals("get") || method.equals("set"),
        // An opaque one asks for no order, and gets none.
        (method.startsWith("get") || confirms) && !method.endsWith("Opaque"),
        writes,
        confirms,
        method.contains("ompareAndSet"));
  }

  private static Site as(Variable variable, Site call, boolean writes) {
    return new Site(
        writes ? Site.Kind.WRITE : Site.Kind.READ,
        call.file(),
        call.line(),
        call.where(),
        call.what(),
        variable);
  }

  private Optional<Variable> variable(VarHandle handle) {
    return described(handle)
        .filter(described -> described.bootstrapArgs().length > 0)
        .flatMap(described ->
            sites.find(
                ((ClassDesc) described.bootstrapArgs()[0]).descriptorString(),
                described.constantName()));
  }

  private static Optional<VarHandleDesc> described(VarHandle handle) {
    try {
      return handle.describeConstable();
    } catch (InternalError inherited) {
      // JDK 25 does not find a field that was looked up in a subclass.
      return Optional.empty();
    }
  }
}
