/** Main, and the one place where everything is wired together. No rule of the domain may enter. */
@NullMarked
package org.haetae.app;

import org.jspecify.annotations.NullMarked;
