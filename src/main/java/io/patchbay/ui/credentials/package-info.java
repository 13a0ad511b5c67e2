/** The pages of credentials and cached tokens; secrets go in and never come out. */
@NullMarked
package io.patchbay.ui.credentials;

import org.jspecify.annotations.NullMarked;
