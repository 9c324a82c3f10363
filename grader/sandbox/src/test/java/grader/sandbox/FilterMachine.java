package grader.sandbox;

import static grader.sandbox.Program.Instruction;

import java.util.List;

/**
 * The kernel's machine for filters, as far as ours need it; an instruction it does not know fails.
 */
final class FilterMachine {

  private final List<Instruction> program;

  FilterMachine(Program program) {
    this.program = program.instructions();
  }

  /** What the program answers to a system call. */
  int answer(int architecture, int number, long... arguments) {
    int accumulator = 0;
    int at = 0;
    while (true) {
      Instruction one = program.get(at);
      at++;
      switch (one.code()) {
        case 0x20 -> accumulator = load(one.operand(), architecture, number, arguments);
        case 0x15 -> at += accumulator == one.operand() ? one.yes() : one.no();
        case 0x35 ->
            at += Integer.compareUnsigned(accumulator, one.operand()) >= 0 ? one.yes() : one.no();
        case 0x45 -> at += (accumulator & one.operand()) != 0 ? one.yes() : one.no();
        case 0x06 -> {
          return one.operand();
        }
        default -> throw new IllegalStateException("no such instruction: " + one);
      }
    }
  }

  /** {@code struct seccomp_data}. */
  private static int load(int offset, int architecture, int number, long... arguments) {
    if (offset == 0) {
      return number;
    } else if (offset == 4) {
      return architecture;
    } else if (offset < 16 || offset >= 64 || offset % 4 != 0) {
      throw new IllegalStateException("the kernel refuses to load from " + offset);
    }
    int index = (offset - 16) / 8;
    long argument = index < arguments.length ? arguments[index] : 0;
    return (int) (offset % 8 == 0 ? argument : argument >>> 32);
  }
}
