/**
 * Tells whether a camera is alive and sees what it should: one state machine a camera, fed by its
 * grabber and its lane, and one watch that lets time pass for all. Reads no clock of its own; how
 * the limits were chosen stands in ADR 0009.
 */
@NullMarked
package org.haetae.pipeline.health;

import org.jspecify.annotations.NullMarked;
