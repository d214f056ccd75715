/** Pages for people who do casework, and an API for the machines that report to them. */
@NullMarked
package org.haetae.console;

import org.jspecify.annotations.NullMarked;
