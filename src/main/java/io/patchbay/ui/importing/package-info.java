/** The page that imports APIs: from files, an address, pasted text or an example. */
@NullMarked
package io.patchbay.ui.importing;

import org.jspecify.annotations.NullMarked;
