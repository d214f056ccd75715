package org.haetae.casework.delivery.access;

/** Who we are to a receiver. */
public record Login(String user, Secret password) {}
