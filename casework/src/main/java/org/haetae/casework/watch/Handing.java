package org.haetae.casework.watch;

/**
 * What is done as a watch is handed over; each must have been.
 *
 * @param identity how the person showed who they are
 * @param fitted it sits on the arm, and the person has pressed its button once
 * @param testCall the emergency room heard it
 */
public record Handing(String identity, boolean fitted, boolean testCall) {}
