/**
 * One network for many threads: what they ask at the same time is answered in one call. Worth it
 * where a call costs much and its size little, as on a graphics card; on a processor each shard has
 * a network of its own. No engine's types here.
 */
@NullMarked
package org.haetae.models.batch;

import org.jspecify.annotations.NullMarked;
