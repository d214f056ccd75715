/** Watches: stock, requests, issue and return. */
@NullMarked
package org.haetae.console.watch;

import org.jspecify.annotations.NullMarked;
