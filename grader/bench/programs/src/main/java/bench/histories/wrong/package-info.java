/** Structures whose operations do not take effect one at a time. */
package bench.histories.wrong;
