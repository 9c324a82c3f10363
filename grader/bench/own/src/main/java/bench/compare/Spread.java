package bench.compare;

import java.util.List;
import java.util.Locale;

/** Middle and ends of some numbers. */
record Spread(double least, double median, double most) {

  static Spread of(List<Double> numbers) {
    double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(sorted[0], median, sorted[sorted.length - 1]);
  }

  /** Whole numbers: the median, and from where to where. */
  String whole() {
    return String.format(Locale.ROOT, "%,.0f (%,.0f-%,.0f)", median, least, most);
  }
}
