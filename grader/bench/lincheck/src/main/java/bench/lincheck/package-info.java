/** Lincheck as its documentation advises. */
package bench.lincheck;
