package grader.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers the sites of rewritten classes, and their fields; 0 is nowhere. For one thread. */
public final class Sites {

  private static final Site NOWHERE = new Site(Site.Kind.CALL, "", 0, "", "", Variable.NONE);

  private final List<Site> sites = new ArrayList<>(List.of(NOWHERE));
  private final Map<String, Variable> variables = new HashMap<>();

  public Sites() {}

  int add(Site site) {
    sites.add(site);
    return sites.size() - 1;
  }

  /** The field of this class that declares it. */
  Variable variable(
      String owner, String name, boolean isVolatile, boolean publishes, boolean isThread) {
    return variables.computeIfAbsent(
        owner + "." + name,
        key -> new Variable(variables.size() + 1, name, isVolatile, publishes, isThread));
  }

  /**
   * The field that a class declares, if it is accessed anywhere.
   *
   * @param owner {@code Lsemaphore/CountingSemaphore;}
   */
  public Optional<Variable> find(String owner, String name) {
    return Optional.ofNullable(variables.get(owner.substring(1, owner.length() - 1) + "." + name));
  }

  /** The site of this number. */
  public Site at(int number) {
    return sites.get(number);
  }

  /** One more than the highest number. */
  public int size() {
    return sites.size();
  }
}
