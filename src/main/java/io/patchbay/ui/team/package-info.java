/** The people of a workspace, the workspaces themselves, API tokens and the record of changes. */
@NullMarked
package io.patchbay.ui.team;

import org.jspecify.annotations.NullMarked;
