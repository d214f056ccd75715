/**
 * The console in a real browser: Chromium without a window, led through its WebDriver. What can be
 * said of a page's text alone belongs to the tests beside this room.
 */
@NullMarked
package org.haetae.console.browser;

import org.jspecify.annotations.NullMarked;
