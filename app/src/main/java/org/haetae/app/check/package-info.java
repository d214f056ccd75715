/**
 * A look at a site's cameras before anybody relies on them: the pipeline runs for a while without
 * looking for anyone, and what each camera gives is measured against what is needed.
 */
@NullMarked
package org.haetae.app.check;

import org.jspecify.annotations.NullMarked;
