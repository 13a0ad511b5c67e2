/** The form of a signature recipe, for the auth of an API and for signatures as customizations. */
@NullMarked
package io.patchbay.ui.signing;

import org.jspecify.annotations.NullMarked;
