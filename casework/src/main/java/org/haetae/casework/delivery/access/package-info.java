/**
 * How a channel gets in to its receiver and knows that it is the right one: logins, secrets,
 * trusted certificates. Only the JDK may enter.
 */
@NullMarked
package org.haetae.casework.delivery.access;

import org.jspecify.annotations.NullMarked;
