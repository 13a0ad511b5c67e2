/** The pages of APIs: their list, and the editor with its methods, auth and the try panel. */
@NullMarked
package io.patchbay.ui.apis;

import org.jspecify.annotations.NullMarked;
