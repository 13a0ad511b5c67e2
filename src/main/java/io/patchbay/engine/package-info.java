/**
 * Makes runs happen: compiles a flow, walks its graph, hands each step to the one handler of its
 * kind.
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
      "run"
    })
@NullMarked
package io.patchbay.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
