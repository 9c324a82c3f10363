/** Structures whose operations take effect one at a time. */
package bench.histories.right;
