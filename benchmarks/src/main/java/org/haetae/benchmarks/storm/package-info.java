/**
 * Whether a storm of technical alarms delays a threat: from an alert's handing in to its arrival at
 * a webhook, with the store, couriers and signatures of the product.
 */
@NullMarked
package org.haetae.benchmarks.storm;

import org.jspecify.annotations.NullMarked;
