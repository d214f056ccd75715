/**
 * The running site as the pages see it: what cameras show and how they fare, and what lives in
 * memory only. No page and no request may enter; the app fills it.
 */
@NullMarked
package org.haetae.console.site;

import org.jspecify.annotations.NullMarked;
