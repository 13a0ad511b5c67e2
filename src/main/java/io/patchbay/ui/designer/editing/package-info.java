/** The flow while it is being drawn: commands that change it, undo and redo; knows no Vaadin. */
@NullMarked
package io.patchbay.ui.designer.editing;

import org.jspecify.annotations.NullMarked;
