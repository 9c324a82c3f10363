package org.assertj.core.api;

public class AbstractOptionalAssert extends AbstractAssert {}
