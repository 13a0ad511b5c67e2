package io.patchbay.importing;

import io.patchbay.api.Verb;

/**
 * An operation before it is read.
 *
 * @param item the path item that it stands in
 * @param operation its own place
 */
record OpenApiOperation(Spot item, OpenApiPath path, Verb verb, Spot operation) {}
