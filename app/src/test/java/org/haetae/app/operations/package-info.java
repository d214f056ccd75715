/**
 * Tests of what operators are given: Prometheus' rules, Alertmanager's routes, the dashboard and
 * the page that explains them. What the tools themselves must say is asked of the tools, where they
 * are installed; that the files fit the code and each other is tested always.
 */
@NullMarked
package org.haetae.app.operations;

import org.jspecify.annotations.NullMarked;
