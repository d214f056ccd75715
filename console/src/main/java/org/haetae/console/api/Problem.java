package org.haetae.console.api;

/**
 * What went wrong (RFC 9457).
 *
 * @param detail a sentence for whoever asked, in the language that was asked for
 */
record Problem(String type, int status, String detail) {}
