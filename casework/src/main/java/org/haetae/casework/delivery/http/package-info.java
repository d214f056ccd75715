/**
 * Notices by HTTP: signed, so that a receiver knows whose they are and that they are not played
 * back. Only the JDK's client and the JSON writer may enter.
 */
@NullMarked
package org.haetae.casework.delivery.http;

import org.jspecify.annotations.NullMarked;
