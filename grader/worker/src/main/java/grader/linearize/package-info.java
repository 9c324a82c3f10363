/**
 * Holds an object that several threads use against a model for one: is there an order of the calls,
 * one at a time, that explains what they returned?
 */
@NullMarked
package grader.linearize;

import org.jspecify.annotations.NullMarked;
