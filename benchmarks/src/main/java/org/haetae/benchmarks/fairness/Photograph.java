package org.haetae.benchmarks.fairness;

import org.haetae.domain.face.Embedding;

/** A face of the panel, as the product read it. */
record Photograph(PanelPerson person, Embedding embedding) {}
