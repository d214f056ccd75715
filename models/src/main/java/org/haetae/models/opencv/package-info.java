/**
 * The adapter to OpenCV: reading still pictures and writing JPEG. The only place of this module
 * where its types may be named.
 */
@NullMarked
package org.haetae.models.opencv;

import org.jspecify.annotations.NullMarked;
