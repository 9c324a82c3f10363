package boundedqueue.hidden;

import java.util.ArrayList;

/** Accepts some numbers, and refuses all that come after them. */
@SuppressWarnings("serial") // It is never written anywhere.
final class RefusingList extends ArrayList<Integer> {

  final IllegalStateException refusal = new IllegalStateException("full");

  private final int most;

  RefusingList(int most) {
    this.most = most;
  }

  @Override
  public boolean add(Integer number) {
    if (size() == most) {
      throw refusal;
    }
    return super.add(number);
  }
}
