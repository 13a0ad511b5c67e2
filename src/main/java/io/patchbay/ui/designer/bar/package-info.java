/** The bar above the designer: name, versions, saving, running, publishing. */
@NullMarked
package io.patchbay.ui.designer.bar;

import org.jspecify.annotations.NullMarked;
