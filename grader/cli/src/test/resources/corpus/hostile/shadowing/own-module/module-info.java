/** Wants to be a module. */
open module semaphore {
  requires java.instrument;
  requires java.management;

  uses java.util.spi.ToolProvider;
}
