/** The tool that everybody has: run it again and again. */
package bench.repetition;
