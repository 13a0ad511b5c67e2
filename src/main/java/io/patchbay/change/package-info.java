/**
 * What differs between two definitions of an API, how much that breaks and for whom; published
 * versions.
 */
@ApplicationModule(allowedDependencies = {"common", "schema", "credential", "api", "flow"})
@NullMarked
package io.patchbay.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
