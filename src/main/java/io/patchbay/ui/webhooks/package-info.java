/** The addresses that published flows answer. */
@NullMarked
package io.patchbay.ui.webhooks;

import org.jspecify.annotations.NullMarked;
