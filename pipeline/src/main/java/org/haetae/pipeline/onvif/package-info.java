/**
 * Finds cameras on the network (WS-Discovery) and asks them for their streams (ONVIF's device and
 * media services). A small client of what is needed here, see ADR 0008. Whatever a device sends is
 * taken for hostile: bounded, without document types, and never a reason to speak to another host.
 */
@NullMarked
package org.haetae.pipeline.onvif;

import org.jspecify.annotations.NullMarked;
