/** What tests of all packages share: a real database and a running server. */
@NullMarked
package io.patchbay.testing;

import org.jspecify.annotations.NullMarked;
