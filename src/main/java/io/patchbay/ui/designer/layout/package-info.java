/** Arranges flows on the canvas. */
@NullMarked
package io.patchbay.ui.designer.layout;

import org.jspecify.annotations.NullMarked;
