/** The flow designer: canvas, palette, inspector and run panel. */
@NullMarked
package io.patchbay.ui.designer;

import org.jspecify.annotations.NullMarked;
