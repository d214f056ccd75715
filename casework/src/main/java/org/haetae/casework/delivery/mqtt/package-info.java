/** Notices as MQTT 5 messages. The MQTT client enters here and nowhere else. */
@NullMarked
package org.haetae.casework.delivery.mqtt;

import org.jspecify.annotations.NullMarked;
