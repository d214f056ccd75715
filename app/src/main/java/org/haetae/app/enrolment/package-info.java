/** From photographs to templates, with the reason in words when a photograph won't do. */
@NullMarked
package org.haetae.app.enrolment;

import org.jspecify.annotations.NullMarked;
