/** What a sighting means for a place: distance, trend, severity, alert. Pure. */
@NullMarked
package org.haetae.pipeline.proximity;

import org.jspecify.annotations.NullMarked;
