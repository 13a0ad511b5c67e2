/** The source of an API: what changed in it, taking that over, the way back, the watch. */
@NullMarked
package io.patchbay.ui.refresh;

import org.jspecify.annotations.NullMarked;
