package org.assertj.core.api;

public class AbstractObjectAssert extends AbstractAssert {}
