/**
 * Customizations as people edit them: one form for each kind, the same on an API, on a method and
 * on the canvas, and the strip that keeps those of an API or a method in order.
 */
@NullMarked
package io.patchbay.ui.customizing;

import org.jspecify.annotations.NullMarked;
