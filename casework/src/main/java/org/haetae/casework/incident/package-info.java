/**
 * An incident: all alerts of one order, or all calls for help of one case, in one episode, until a
 * person closes it. Its rules are pure: an incident is what its events say, and each command
 * answers with the next event or a refusal. No store, channel or clock may enter.
 */
@NullMarked
package org.haetae.casework.incident;

import org.jspecify.annotations.NullMarked;
