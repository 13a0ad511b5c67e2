/**
 * The page of a workspace's environments: named sets of variables that runs and webhooks choose.
 */
@NullMarked
package io.patchbay.ui.environments;

import org.jspecify.annotations.NullMarked;
