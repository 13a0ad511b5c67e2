/** Unique secrets in every kind of credential, looked for wherever they must not be. */
@NullMarked
package io.patchbay.canary;

import org.jspecify.annotations.NullMarked;
