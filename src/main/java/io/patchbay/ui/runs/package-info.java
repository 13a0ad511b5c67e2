/**
 * The pages of runs: their list with its filters, and one run with its steps, data and requests.
 */
@NullMarked
package io.patchbay.ui.runs;

import org.jspecify.annotations.NullMarked;
