/**
 * The words of the house as records and value types. Nothing here reads a clock, a file or a
 * network, and no library but the JDK may enter: every other room may lean on this one.
 */
@NullMarked
package org.haetae.domain;

import org.jspecify.annotations.NullMarked;
