package grader.run;

import grader.protocol.Engine;

/** Hears how far a check has come; called often, by several threads. */
@FunctionalInterface
public interface Progress {
  void at(Engine engine, String configuration, String test, int trials);
}
