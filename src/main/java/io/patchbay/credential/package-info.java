/** The vault: credentials encrypted at rest, write-only, and the kinds of auth that use them. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package io.patchbay.credential;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
