/** The inspector of the designer: one form for each kind of step and trigger. */
@NullMarked
package io.patchbay.ui.designer.inspector;

import org.jspecify.annotations.NullMarked;
