package org.haetae.models.weights;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One line of the manifest.
 *
 * @param id the model's name
 * @param version source package and version
 * @param file name within the weights folder
 * @param engine the engine that reads it, by DJL's name
 * @param sha256 lower-case hexadecimal
 * @param bytes the file's size
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WeightFile(
    String id, String version, String file, String engine, String sha256, long bytes) {}
