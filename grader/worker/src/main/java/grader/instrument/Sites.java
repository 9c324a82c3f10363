package grader.instrument;

import java.util.ArrayList;
import java.util.List;

/** Numbers the sites of rewritten classes; 0 is nowhere. For one thread. */
public final class Sites {

  private static final Site NOWHERE = new Site(Site.Kind.CALL, "", 0, "", "");

  private final List<Site> sites = new ArrayList<>(List.of(NOWHERE));

  public Sites() {}

  int add(Site site) {
    sites.add(site);
    return sites.size() - 1;
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
