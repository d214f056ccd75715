/**
 * Brings notices to people and systems, at least once and each with the same key every time: an
 * outbox that is written with the incident, a courier per channel and queue, back-off, dead
 * letters. Channels are adapters in rooms of their own; no rule about who must be told may enter.
 */
@NullMarked
package org.haetae.casework.delivery;

import org.jspecify.annotations.NullMarked;
