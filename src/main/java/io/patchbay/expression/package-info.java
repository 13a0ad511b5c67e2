/**
 * Evaluates mapping expressions (JSONata between double braces) within limits, and lists what an
 * expression refers to.
 */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package io.patchbay.expression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
