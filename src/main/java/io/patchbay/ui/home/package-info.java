/** The first page of a workspace: where to start, and how things stand. */
@NullMarked
package io.patchbay.ui.home;

import org.jspecify.annotations.NullMarked;
