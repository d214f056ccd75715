/**
 * Names and addresses: the one place of the console that shows who people really are, to who leads
 * or may see the case. Nothing of it may reach a log, a title or another page.
 */
@NullMarked
package org.haetae.console.register;

import org.jspecify.annotations.NullMarked;
