/** Runs the tools on the programs, each run in a JVM of its own, and writes down what came out. */
package bench.compare;
