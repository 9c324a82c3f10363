/**
 * What hidden tests are written with: a concurrency test is written once and runs under every
 * engine.
 */
@NullMarked
package grader.testkit;

import org.jspecify.annotations.NullMarked;
