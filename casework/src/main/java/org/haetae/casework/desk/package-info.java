/**
 * Where alerts and people's decisions come in: each becomes one transaction that changes an
 * incident and fills the outbox, or nothing. Rules come from the incident and the escalation plan;
 * sending is the couriers' work.
 */
@NullMarked
package org.haetae.casework.desk;

import org.jspecify.annotations.NullMarked;
