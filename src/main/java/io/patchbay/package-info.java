/** Starts the server; holds no behaviour of its own. */
@NullMarked
package io.patchbay;

import org.jspecify.annotations.NullMarked;
