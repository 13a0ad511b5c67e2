/**
 * Brings the server up: settings from the environment, the embedded database, the checks before
 * start and the sentences that say why it cannot start. Nothing else may depend on it.
 */
@ApplicationModule(allowedDependencies = "common")
@NullMarked
package io.patchbay.boot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
