/**
 * The frame of all pages: theme, icons, navigation and the small elements that several pages share.
 */
@NullMarked
package io.patchbay.ui.shell;

import org.jspecify.annotations.NullMarked;
