/**
 * Reads a site's YAML file and says everything that is wrong with it at once, each with its line.
 */
@NullMarked
package org.haetae.app.config;

import org.jspecify.annotations.NullMarked;
