/**
 * Notices by HTTP: signed, so that a receiver knows whose they are and that they are not played
 * back, and never to an address within a network that is not meant. Only the JDK's client may
 * enter.
 */
@NullMarked
package org.haetae.casework.delivery.http;

import org.jspecify.annotations.NullMarked;
