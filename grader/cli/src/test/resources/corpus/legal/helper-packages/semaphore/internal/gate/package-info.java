/** What keeps threads out. */
package semaphore.internal.gate;
