/** The record of runs and step runs: written in batches, redacted when written, searched. */
@ApplicationModule(allowedDependencies = {"common", "schema", "flow"})
@NullMarked
package io.patchbay.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
