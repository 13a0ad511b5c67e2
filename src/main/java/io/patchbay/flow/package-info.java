/** What a flow is: triggers, steps and links as data; validation; draft and published versions. */
@ApplicationModule(allowedDependencies = {"common", "schema", "expression", "credential", "api"})
@NullMarked
package io.patchbay.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
