/** Sharing APIs between workspaces: who may use an API, what is shared with us, the catalogue. */
@NullMarked
package io.patchbay.ui.sharing;

import org.jspecify.annotations.NullMarked;
