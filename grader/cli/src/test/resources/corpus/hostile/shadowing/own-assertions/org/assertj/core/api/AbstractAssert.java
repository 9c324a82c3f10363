package org.assertj.core.api;

public class AbstractAssert {}
