package io.patchbay.importing;

import io.patchbay.api.ApiMethod;
import io.patchbay.api.RequestBody;
import org.jspecify.annotations.Nullable;

/** Reads one operation. */
final class OpenApiMethodReader {

  private final OpenApiReading reading;
  private final OpenApiSecurity security;
  private final OpenApiParameters parameters;
  private final OpenApiBodies bodies;
  private final OpenApiResponses responses;

  OpenApiMethodReader(OpenApiReading reading, OpenApiSecurity security) {
    this.reading = reading;
    this.security = security;
    this.parameters = new OpenApiParameters(reading);
    this.bodies = new OpenApiBodies(reading);
    this.responses = new OpenApiResponses(reading);
  }

  ApiMethod read(String name, OpenApiOperation one) {
    Spot operation = one.operation();
    var inputs = parameters.read(one);
    RequestBody body = bodies.read(operation, inputs);
    ApiMethod read =
        ApiMethod.of(name, one.verb(), inputs.path())
            .with(method -> {
              method.title = title(one.field("summary"));
              method.description = reading.description(one.field("description"));
              method.tags = reading.texts(operation.field("tags"), "Tags");
              method.parameters = inputs.parameters();
              method.body = body;
              method.responses = responses.read(operation);
              method.security = security.requirements(operation.field("security"));
              method.deprecated = operation.isTrue("deprecated");
            });
    return OpenApiOwn.read(reading, operation, read);
  }

  private static @Nullable String title(Spot summary) {
    String text = summary.text("").strip();
    return text.isEmpty() ? null : text;
  }
}
