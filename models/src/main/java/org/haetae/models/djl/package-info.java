/**
 * The adapter to Deep Java Library and through it to PyTorch and ONNX Runtime. The only place where
 * DJL types may be named.
 */
@NullMarked
package org.haetae.models.djl;

import org.jspecify.annotations.NullMarked;
