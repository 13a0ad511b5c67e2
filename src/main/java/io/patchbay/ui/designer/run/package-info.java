/** Runs within the designer: started, watched live, looked at step by step. */
@NullMarked
package io.patchbay.ui.designer.run;

import org.jspecify.annotations.NullMarked;
