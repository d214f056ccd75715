/**
 * What turns pixels into faces and faces into vectors: detector, aligner, quality, pose and
 * embedder behind small interfaces. Knows nothing of cameras, tracks, orders or respondents.
 */
@NullMarked
package org.haetae.models;

import org.jspecify.annotations.NullMarked;
