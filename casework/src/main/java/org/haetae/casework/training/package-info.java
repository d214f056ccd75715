/**
 * What people in charge must have learned, and until when it holds; how an exercise is graded.
 * Pure.
 */
@NullMarked
package org.haetae.casework.training;

import org.jspecify.annotations.NullMarked;
