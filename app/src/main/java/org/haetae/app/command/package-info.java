/**
 * One class a command of the terminal: options, help and exit code. What a command does lives
 * elsewhere.
 */
@NullMarked
package org.haetae.app.command;

import org.jspecify.annotations.NullMarked;
