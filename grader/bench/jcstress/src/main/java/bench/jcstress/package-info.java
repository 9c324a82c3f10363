/**
 * The programs that fit the form of jcstress: two or three actors that never block, and a result
 * that is a few values.
 */
package bench.jcstress;
