/** Requests and answers: who asks, in which language, and what is refused. */
@NullMarked
package org.haetae.console.web;

import org.jspecify.annotations.NullMarked;
