/**
 * What the networks say of a face, as plain values: box, landmarks, quality, embedding. No picture
 * may enter; pixels live in the room of the models.
 */
@NullMarked
package org.haetae.domain.face;

import org.jspecify.annotations.NullMarked;
