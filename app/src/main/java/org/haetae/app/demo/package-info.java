/** Plays the shipped footage as cameras and holds what was alerted against what the script says. */
@NullMarked
package org.haetae.app.demo;

import org.jspecify.annotations.NullMarked;
