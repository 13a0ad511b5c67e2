/** The two addresses that browsers visit between Patchbay and a provider, and the page after it. */
@NullMarked
package io.patchbay.ui.connect;

import org.jspecify.annotations.NullMarked;
