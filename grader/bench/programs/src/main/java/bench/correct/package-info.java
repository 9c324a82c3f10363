/** Programs that must pass under every order of steps. */
package bench.correct;
