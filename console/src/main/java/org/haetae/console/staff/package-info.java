/**
 * Who works here and how they come in: posts, links, machines' tokens, and cases that were opened
 * in an emergency. No secret is shown twice.
 */
@NullMarked
package org.haetae.console.staff;

import org.jspecify.annotations.NullMarked;
