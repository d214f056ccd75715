/**
 * The frame path, one room a step: capture → flow (ring) → motion → detect → track → looks → match
 * → evidence → sighting → proximity. Nothing of a face that matches nobody leaves this module.
 */
@NullMarked
package org.haetae.pipeline;

import org.jspecify.annotations.NullMarked;
