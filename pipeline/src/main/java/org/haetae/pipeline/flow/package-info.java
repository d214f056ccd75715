/**
 * Threads, mailboxes and rings: how frames get from grabbers to a camera's analysis. The only place
 * where the Disruptor may be named.
 */
@NullMarked
package org.haetae.pipeline.flow;

import org.jspecify.annotations.NullMarked;
