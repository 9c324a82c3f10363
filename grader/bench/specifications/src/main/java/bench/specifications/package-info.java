/** The structures of the part {@code histories}, specified for {@code explore}. */
package bench.specifications;
