/**
 * What people see: all Vaadin views, by feature. They show and ask; what may be done and how is
 * decided in the services of the packages below.
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
      "trigger",
      "account",
      "sample"
    })
@NullMarked
package io.patchbay.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
