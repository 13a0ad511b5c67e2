/**
 * A workspace to look at and an orders API to call without any other system: documents, data, and
 * the endpoints below {@code /sample-api}. Off unless somebody asks for it.
 */
@ApplicationModule(
    allowedDependencies = {
      "common",
      "schema",
      "expression",
      "credential",
      "api",
      "http",
      "flow",
      "account"
    })
@NullMarked
package io.patchbay.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
