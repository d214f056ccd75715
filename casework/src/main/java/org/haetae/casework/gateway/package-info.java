/**
 * What watches say comes in: one message is read, kept, and becomes a sign of life in the cover or
 * a danger incident. Gateways that carry the messages are adapters in rooms of their own; they take
 * one over only when it was kept.
 */
@NullMarked
package org.haetae.casework.gateway;

import org.jspecify.annotations.NullMarked;
