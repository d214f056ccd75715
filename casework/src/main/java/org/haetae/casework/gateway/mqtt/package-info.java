/** Takes watches' messages in from an MQTT 5 broker. The MQTT client may enter, nothing else. */
@NullMarked
package org.haetae.casework.gateway.mqtt;

import org.jspecify.annotations.NullMarked;
