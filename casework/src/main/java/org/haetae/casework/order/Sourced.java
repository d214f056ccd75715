package org.haetae.casework.order;

/** A value of the rules with its source. */
public record Sourced<T>(T value, Source source) {}
