/**
 * What a month has brought, so that somebody who was not there can follow each alert: under which
 * order, for which reasons, and what people found. Pure.
 */
@NullMarked
package org.haetae.casework.report;

import org.jspecify.annotations.NullMarked;
