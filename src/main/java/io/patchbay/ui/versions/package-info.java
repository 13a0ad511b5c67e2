/** The versions of an API: publish, compare, restore, and who takes which. */
@NullMarked
package io.patchbay.ui.versions;

import org.jspecify.annotations.NullMarked;
