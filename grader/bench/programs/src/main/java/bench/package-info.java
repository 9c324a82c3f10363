/** What the programs of all corpora are made of; plain Java, known to no tool. */
package bench;
