/**
 * Says how well a face can be recognised, component by component. Pure arithmetic on aligned pixels
 * and landmarks.
 */
@NullMarked
package org.haetae.models.quality;

import org.jspecify.annotations.NullMarked;
