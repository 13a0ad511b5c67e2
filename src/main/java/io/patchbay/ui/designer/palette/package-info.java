/** The palette of the designer: what can be put on the canvas. */
@NullMarked
package io.patchbay.ui.designer.palette;

import org.jspecify.annotations.NullMarked;
