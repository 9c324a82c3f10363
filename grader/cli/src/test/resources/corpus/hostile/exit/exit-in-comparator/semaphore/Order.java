package semaphore;

import java.util.Arrays;
import java.util.Comparator;

final class Order {

  private Order() {}

  static void sort(Integer... all) {
    Arrays.sort(
        all,
        new Comparator<Integer>() {
          @Override
          public int compare(Integer one, Integer other) {
            System.exit(0);
            return one - other;
          }
        });
  }
}
