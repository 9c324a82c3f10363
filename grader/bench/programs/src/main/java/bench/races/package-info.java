/** Programs whose mistake no order of steps shows: only the memory model allows it. */
package bench.races;
