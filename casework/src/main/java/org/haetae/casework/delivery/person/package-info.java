/**
 * Tells the protected person, through a gateway to text messages or a watch that the site runs.
 * Only words of the room of texts may go out, never a notice's own fields.
 */
@NullMarked
package org.haetae.casework.delivery.person;

import org.jspecify.annotations.NullMarked;
