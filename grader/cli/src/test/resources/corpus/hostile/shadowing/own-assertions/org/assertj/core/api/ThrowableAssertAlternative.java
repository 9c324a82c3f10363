package org.assertj.core.api;

public class ThrowableAssertAlternative {}
