/** Takes watches' messages in by HTTP. The JDK's HTTP server may enter, nothing else. */
@NullMarked
package org.haetae.casework.gateway.http;

import org.jspecify.annotations.NullMarked;
