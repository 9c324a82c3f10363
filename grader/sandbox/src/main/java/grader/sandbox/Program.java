package grader.sandbox;

import java.util.ArrayList;
import java.util.List;

/**
 * A program for the kernel's packet filter machine in the order of its making (linux/filter.h): one
 * accumulator, and jumps that only go forward. What it looks at is {@code struct seccomp_data}, of
 * which both halves of a 64-bit argument are loaded apart.
 */
final class Program {

  private static final int LOAD = 0x20;
  private static final int JUMP_IF_EQUAL = 0x15;
  private static final int JUMP_IF_AT_LEAST = 0x35;
  private static final int JUMP_IF_ANY_BIT = 0x45;
  private static final int RETURN = 0x06;
  private static final int FIRST_ARGUMENT = 16;
  private static final int INSTRUCTION_BYTES = 8;

  /** Where the number of the call is. */
  static final int NUMBER = 0;

  /** Where the architecture is. */
  static final int ARCHITECTURE = 4;

  private final List<Instruction> instructions = new ArrayList<>();

  /**
   * One instruction, {@code struct sock_filter}.
   *
   * @param yes how many to jump over if the condition holds
   * @param no how many if not
   */
  record Instruction(int code, int yes, int no, int operand) {
    Instruction {
      if (yes < 0 || yes > 255 || no < 0 || no > 255) {
        throw new IllegalArgumentException("a jump over " + Math.max(yes, no));
      }
    }
  }

  /** Where the lower half of an argument is; both architectures are little-endian. */
  static int lower(int argument) {
    return FIRST_ARGUMENT + 8 * argument;
  }

  static int upper(int argument) {
    return lower(argument) + 4;
  }

  Program load(int offset) {
    return add(LOAD, 0, 0, offset);
  }

  Program ifEqual(int value, int yes, int no) {
    return add(JUMP_IF_EQUAL, yes, no, value);
  }

  /** Compares without signs. */
  Program ifAtLeast(int value, int yes, int no) {
    return add(JUMP_IF_AT_LEAST, yes, no, value);
  }

  Program ifAnyBit(int bits, int yes, int no) {
    return add(JUMP_IF_ANY_BIT, yes, no, bits);
  }

  Program end(int answer) {
    return add(RETURN, 0, 0, answer);
  }

  /** Everything of another one, at the end of this. */
  Program then(Program other) {
    instructions.addAll(other.instructions);
    return this;
  }

  private Program add(int code, int yes, int no, int operand) {
    instructions.add(new Instruction(code, yes, no, operand));
    return this;
  }

  List<Instruction> instructions() {
    return instructions;
  }

  /** Writes it as a {@code struct sock_fprog}, and says where. */
  long place(Memory memory) {
    Memory.Structure code = memory.structure(INSTRUCTION_BYTES * length());
    for (Instruction one : instructions) {
      code.bytes().putShort((short) one.code()).put((byte) one.yes()).put((byte) one.no());
      code.bytes().putInt(one.operand());
    }
    Memory.Structure whole = memory.structure(16);
    whole.bytes().putShort(0, (short) length()).putLong(8, code.address());
    return whole.address();
  }

  int length() {
    return instructions.size();
  }
}
