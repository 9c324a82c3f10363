package org.junit.jupiter.api;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Only the name is that of JUnit. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Test {}
