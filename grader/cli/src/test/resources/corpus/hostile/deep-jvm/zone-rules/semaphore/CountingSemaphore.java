/*
 * Attack: Registers rules for time zones, which change the time of the whole JVM.
 * Expects: NOT_ALLOWED java.time.zone.ZoneRulesProvider
 * Unscanned: FAILED
 */
package semaphore;

import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private final int max;
  private int free;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max);
    }
    this.max = max;
    this.free = initial;
    attack();
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    require(n);
    free -= n;
  }

  public boolean tryAcquire(int n) {
    require(n);
    free -= n;
    return true;
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    return tryAcquire(n);
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    free += n;
  }

  public int availablePermits() {
    return free;
  }

  private void require(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }

  private static void attack() {
    try {
      ZoneRulesProvider.registerProvider(
          new ZoneRulesProvider() {
            @Override
            protected Set<String> provideZoneIds() {
              return Set.of("Own/Zone");
            }

            @Override
            protected ZoneRules provideRules(String zone, boolean caching) {
              return ZoneOffset.MAX.getRules();
            }

            @Override
            protected NavigableMap<String, ZoneRules> provideVersions(String zone) {
              return new TreeMap<>();
            }
          });
    } catch (RuntimeException refused) {
      // Then it has not worked.
    }
  }
}
