/** What a consumed API is: methods, parameters, schemas, customizations; kept per workspace. */
@ApplicationModule(allowedDependencies = {"common", "schema", "expression", "credential"})
@NullMarked
package io.patchbay.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
