/**
 * The one database: SQLite beside the cameras, PostgreSQL where a site has one. Opens and migrates
 * it, and reads and writes the tables within a transaction that the caller begins. Rules stay
 * outside; SQL stays in.
 */
@NullMarked
package org.haetae.casework.store;

import org.jspecify.annotations.NullMarked;
