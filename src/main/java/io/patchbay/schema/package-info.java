/** The shape of data: JSON Schema, inferring it from samples, listing its fields. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package io.patchbay.schema;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
