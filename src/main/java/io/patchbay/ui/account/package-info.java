/** The pages before the frame: sign-in, first set-up, taking up an invitation. */
@NullMarked
package io.patchbay.ui.account;

import org.jspecify.annotations.NullMarked;
