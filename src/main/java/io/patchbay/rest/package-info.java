/**
 * The management API under {@code /api/v1}: turns requests into calls of services and what these
 * say into documents and problems. Decides nothing itself.
 */
@ApplicationModule(
    allowedDependencies = {
      "common",
      "schema",
      "expression",
      "credential",
      "api",
      "change",
      "importing",
      "http",
      "flow",
      "run",
      "engine",
      "account"
    })
@NullMarked
package io.patchbay.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
