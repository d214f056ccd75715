package org.haetae.sim.camera;

/**
 * A fault that is on.
 *
 * @param since nanoseconds after the site's start
 */
public record ActiveFault(Fault fault, long since) {}
