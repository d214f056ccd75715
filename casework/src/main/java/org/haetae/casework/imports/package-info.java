/**
 * Taking in what other systems know, out of CSV or JSON: looked through whole, told line by line,
 * and taken in whole or not at all.
 */
@NullMarked
package org.haetae.casework.imports;

import org.jspecify.annotations.NullMarked;
