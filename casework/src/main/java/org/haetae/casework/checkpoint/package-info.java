/**
 * Takes checkpoints of the stored audit trail into a file outside the database, and holds the trail
 * against them. What makes a trail whole is the {@link org.haetae.casework.audit chain}'s to say.
 */
@NullMarked
package org.haetae.casework.checkpoint;

import org.jspecify.annotations.NullMarked;
