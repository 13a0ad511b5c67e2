package io.patchbay.http;

import io.patchbay.api.Customization;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sends another body, or the same one as another type.
 *
 * @param value absent for the body that is there
 */
record BodyChange(
    CustomizationPlace place, @Nullable CustomizationValue value, @Nullable String contentType)
    implements RequestChange {

  static BodyChange of(CustomizationPlace place, Customization.Body body) {
    JsonNode value = body.value();
    var type = body.contentType();
    return new BodyChange(
        place,
        value == null ? null : CustomizationValue.of("body", "body", value),
        type == null || type.isBlank() ? null : type.strip());
  }

  @Override
  public void apply(RequestDraft draft, Map<String, @Nullable Object> scope) {
    if (contentType != null
        && (!MediaType.isValid(contentType) || MediaType.isRange(contentType))) {
      throw CallRefused.configuration(
          "'%s' is no content type; it looks like application/json.".formatted(contentType));
    }
    draft.takes(value == null ? draft.body() : value.evaluate(scope), contentType, place.origin());
  }
}
