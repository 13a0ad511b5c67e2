/** What starts a flow from outside: the webhook ingress. */
@ApplicationModule(
    allowedDependencies = {"common", "schema", "expression", "api", "flow", "run", "engine"})
@NullMarked
package io.patchbay.trigger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
