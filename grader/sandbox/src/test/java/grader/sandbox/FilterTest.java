package grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilterTest {

  private static final int SELF = 4711;
  private static final int PTHREAD = 0x003d0f00;

  private static int answer(Machine machine, Call call, long... arguments) {
    return answer(machine, machine.number(call), arguments);
  }

  private static int answer(Machine machine, int number, long... arguments) {
    return new FilterMachine(new Filter(machine, SELF, false).program())
        .answer(machine.audit(), number, arguments);
  }

  @ParameterizedTest
  @EnumSource
  void callsThatComputeAreAllowed(Machine machine) {
    assertThat(List.of(Call.FUTEX, Call.MMAP, Call.READ, Call.RT_SIGRETURN, Call.EXIT_GROUP))
        .allMatch(call -> answer(machine, call) == Filter.ALLOW);
  }

  @Test
  void callsThatReachOutAreRefusedOnX86() {
    // socket, connect, ptrace, fork, vfork, mount, bpf, perf_event_open, memfd_create, execveat,
    // pidfd_open, pidfd_send_signal, io_uring_setup, userfaultfd, open_by_handle_at, personality,
    // setrlimit, chroot, reboot, init_module, process_vm_readv, keyctl, tkill, unshare, setns
    assertThat(
            IntStream.of(
                41, 42, 101, 57, 58, 165, 321, 298, 319, 322, 434, 424, 425, 323, 304, 135, 160,
                161, 169, 175, 310, 250, 200, 272, 308))
        .allMatch(number -> answer(Machine.X86_64, number) == Filter.NOT_PERMITTED);
  }

  @Test
  void callsThatReachOutAreRefusedOnArm() {
    // The same; fork and vfork do not exist.
    assertThat(
            IntStream.of(
                198, 203, 117, 40, 280, 241, 279, 281, 434, 424, 425, 282, 265, 92, 164, 51, 142,
                105, 270, 219, 130, 97, 268))
        .allMatch(number -> answer(Machine.AARCH64, number) == Filter.NOT_PERMITTED);
  }

  @Test
  void callsOfAnotherArchitectureEndTheProcess() {
    Program program = new Filter(Machine.X86_64, SELF, false).program();
    int i386 = 0x40000003;

    assertThat(new FilterMachine(program).answer(i386, Machine.X86_64.number(Call.READ)))
        .isEqualTo(Filter.KILL_PROCESS);
  }

  @Test
  void callsOfX32EndTheProcess() {
    assertThat(answer(Machine.X86_64, 0x40000000 | Machine.X86_64.number(Call.READ)))
        .isEqualTo(Filter.KILL_PROCESS);
    assertThat(answer(Machine.X86_64, -1)).isEqualTo(Filter.KILL_PROCESS);
  }

  @ParameterizedTest
  @EnumSource
  void callsThatAreNewerThanTheListAreUnknown(Machine machine) {
    assertThat(List.of(answer(machine, 451), answer(machine, 0x3fffffff)))
        .containsOnly(Filter.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource
  void threadsAreMadeButNoProcesses(Machine machine) {
    int vfork = 0x4111;
    int childSignal = 17;
    int newUser = 0x10000000;

    assertThat(answer(machine, Call.CLONE, PTHREAD)).isEqualTo(Filter.ALLOW);
    assertThat(answer(machine, Call.CLONE, vfork)).isEqualTo(Filter.NOT_PERMITTED);
    assertThat(answer(machine, Call.CLONE, childSignal)).isEqualTo(Filter.NOT_PERMITTED);
    assertThat(answer(machine, Call.CLONE, PTHREAD | newUser)).isEqualTo(Filter.NOT_PERMITTED);
    assertThat(answer(machine, Call.CLONE3, PTHREAD)).isEqualTo(Filter.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheProcessItselfIsSignalled(Machine machine) {
    for (Call call : List.of(Call.KILL, Call.TGKILL)) {
      assertThat(answer(machine, call, SELF)).isEqualTo(Filter.ALLOW);
      assertThat(answer(machine, call, SELF - 1)).isEqualTo(Filter.NOT_PERMITTED);
      assertThat(answer(machine, call, -1)).isEqualTo(Filter.NOT_PERMITTED);
      assertThat(answer(machine, call, 0)).isEqualTo(Filter.NOT_PERMITTED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void limitsAreReadAndNotSet(Machine machine) {
    assertThat(answer(machine, Call.PRLIMIT64, 0, 7, 0, 0xbeef)).isEqualTo(Filter.ALLOW);
    assertThat(answer(machine, Call.PRLIMIT64, 0, 7, 0xbeef)).isEqualTo(Filter.NOT_PERMITTED);
    // An address of which the lower half is 0.
    assertThat(answer(machine, Call.PRLIMIT64, 0, 7, 1L << 32)).isEqualTo(Filter.NOT_PERMITTED);
    assertThat(answer(machine, Call.PRLIMIT64, 1, 7, 0)).isEqualTo(Filter.NOT_PERMITTED);
  }

  @ParameterizedTest
  @EnumSource
  void filesAreNeitherMadeNorCutShort(Machine machine) {
    int readOnly = 0x80000;
    List<Integer> changing = List.of(0x40, 0x200, 0x400000);

    assertThat(answer(machine, Call.OPENAT, -100, 0, readOnly)).isEqualTo(Filter.ALLOW);
    assertThat(changing)
        .allMatch(
            flag -> answer(machine, Call.OPENAT, -100, 0, readOnly | flag) == Filter.ACCESS_DENIED);
    assertThat(answer(machine, Call.UNLINKAT)).isEqualTo(Filter.NOT_PERMITTED);
  }

  @ParameterizedTest
  @EnumSource
  void filesAreChangedWhereThePolicyHasAny(Machine machine) {
    FilterMachine writing = new FilterMachine(new Filter(machine, SELF, true).program());
    int create = 0x41;

    assertThat(writing.answer(machine.audit(), machine.number(Call.OPENAT), -100, 0, create))
        .isEqualTo(Filter.ALLOW);
    assertThat(writing.answer(machine.audit(), machine.number(Call.UNLINKAT)))
        .isEqualTo(Filter.ALLOW);
  }

  @ParameterizedTest
  @EnumSource
  void theRestIsDecidedByItsArguments(Machine machine) {
    int isTerminal = 0x5401;
    int typeInto = 0x5412;
    int setName = 15;
    int setDumpable = 4;
    int setOwner = 8;

    assertThat(answer(machine, Call.IOCTL, 0, isTerminal)).isEqualTo(Filter.ALLOW);
    assertThat(answer(machine, Call.IOCTL, 0, typeInto)).isEqualTo(Filter.NOT_PERMITTED);
    assertThat(answer(machine, Call.PRCTL, setName)).isEqualTo(Filter.ALLOW);
    assertThat(answer(machine, Call.PRCTL, setDumpable)).isEqualTo(Filter.NOT_PERMITTED);
    assertThat(answer(machine, Call.FCNTL, 0, 1030)).isEqualTo(Filter.ALLOW);
    assertThat(answer(machine, Call.FCNTL, 0, setOwner)).isEqualTo(Filter.NOT_PERMITTED);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsAllowedThatIsNotNamed(Machine machine) {
    List<Integer> named = new ArrayList<>();
    for (Call call : Call.values()) {
      named.add(machine.number(call));
    }

    assertThat(IntStream.range(0, 512).filter(number -> !named.contains(number)))
        .noneMatch(number -> answer(machine, number) == Filter.ALLOW);
  }

  @ParameterizedTest
  @EnumSource
  void theKernelTakesAProgramOfThisLength(Machine machine) {
    assertThat(new Filter(machine, SELF, true).program().length()).isLessThan(4_096);
  }
}
