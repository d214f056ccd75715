/**
 * From a stream's time stamps to the time at which the camera took each picture. Pure: arrival
 * times come in as arguments.
 */
@NullMarked
package org.haetae.pipeline.capture.clock;

import org.jspecify.annotations.NullMarked;
