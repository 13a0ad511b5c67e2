/**
 * Makes API definitions of what others wrote: OpenAPI, Postman, cURL, HAR, an example. Reads, lists
 * what could not be taken, and merges a newer description into a definition that was edited.
 */
@ApplicationModule(
    allowedDependencies = {"common", "schema", "credential", "api", "change", "http"})
@NullMarked
package io.patchbay.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
