/** Users, workspaces, members and their roles, API tokens, sign-in, first set-up. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package io.patchbay.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
