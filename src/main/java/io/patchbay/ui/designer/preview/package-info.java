/** What expressions come to on sample data; knows no Vaadin. */
@NullMarked
package io.patchbay.ui.designer.preview;

import org.jspecify.annotations.NullMarked;
