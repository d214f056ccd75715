/**
 * A neural network as a function from one float tensor to several. No engine may enter; each engine
 * is an adapter that passes one contract test.
 */
@NullMarked
package org.haetae.models.network;

import org.jspecify.annotations.NullMarked;
