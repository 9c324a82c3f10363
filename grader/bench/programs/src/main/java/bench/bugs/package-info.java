/** Programs with a mistake that some order of steps brings to light. */
package bench.bugs;
