/** What every part shares: ids, access rights, failures, JSON set-up, sources of ids. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.patchbay.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
