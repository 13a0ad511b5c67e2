/** The list of flows: what starts them, which version runs, how the last run went. */
@NullMarked
package io.patchbay.ui.flows;

import org.jspecify.annotations.NullMarked;
