/** Correct programs on which schedules a second are counted. */
package bench.speed;
